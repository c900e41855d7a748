import { tooMany } from "@/app/u/[token]/not-now";
import { privateHeaders as headers, noticePage } from "@/app/u/[token]/page-html";
import type { PlainReply, PlainRequest } from "@/lib/http/plain-http";
import { take } from "@/lib/http/rate-limits";
import { hashToken, tokenIn } from "@/lib/secrets";
import { findOwnRecord } from "@/lib/staff/own-record";
import { ownRecordPage } from "./own-record-html";

/** A person's own record in the register of staff: he reads, his office writes. No account, no script, one request. */
export async function answerOwnRecord(request: PlainRequest): Promise<PlainReply> {
  const [path = ""] = request.path.split("?");
  const [, , typed = "", rest = ""] = path.split("/");
  if (request.method !== "GET" && request.method !== "HEAD")
    return { status: 405, headers: { ...headers, Allow: "GET" }, body: "" };
  const token = rest ? null : tokenIn(typed);
  const record = token && (await findOwnRecord(hashToken(token)));
  return record ? { status: 200, headers, body: ownRecordPage(record, new Date()) } : unknownLink(request.address);
}

async function unknownLink(address: string): Promise<PlainReply> {
  if (!(await take("wrongLink", address))) return tooMany();
  const body = noticePage(
    "Tautan ini sudah tidak berlaku",
    "Tautan ini tidak ada atau sudah dicabut. Minta tautan baru kepada kantor Anda.",
  );
  return { status: 404, headers, body };
}
