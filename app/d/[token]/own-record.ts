import { randomUUID } from "node:crypto";
import { copyFile } from "@/app/privasi/copy-html";
import { tooMany } from "@/app/u/[token]/not-now";
import { privateHeaders as headers, noticePage } from "@/app/u/[token]/page-html";
import { header, isSameOrigin, type PlainReply, type PlainRequest } from "@/lib/http/plain-http";
import { countFailures, take } from "@/lib/http/rate-limits";
import { staffRequestSchema } from "@/lib/privacy/schema";
import { copyOwnData, listOwnReadings } from "@/lib/privacy/staff-data";
import { askAboutOwnData } from "@/lib/privacy/staff-requests";
import { hashToken, tokenIn } from "@/lib/secrets";
import { findOwnRecord } from "@/lib/staff/own-record";
import { ownRecordPage } from "./own-record-html";
import type { Typed } from "./request-html";

/** A person's own record in the register of staff: he reads, copies and asks, his office writes. No account, no script. */
export async function answerOwnRecord(request: PlainRequest): Promise<PlainReply> {
  const [path = "", query = ""] = request.path.split("?");
  const [, , typed = "", rest = "", more = ""] = path.split("/");
  const isCopy = rest === "salinan" && !more;
  const token = !rest || isCopy ? tokenIn(typed) : null;
  if (request.method === "POST" && !isCopy) {
    const asked = () => takeRequest(request, token);
    return (await countFailures("answerAddress", request.address, asked, ({ status }) => status < 400)) ?? tooMany();
  }
  if (request.method !== "GET" && request.method !== "HEAD")
    return { status: 405, headers: { ...headers, Allow: isCopy ? "GET" : "GET, POST" }, body: "" };
  if (!token) return unknownLink(request.address);
  if (isCopy) return copy(request.address, hashToken(token), new URLSearchParams(query).get("bentuk") ?? "");
  return page(request, token, 200, { isSent: new URLSearchParams(query).has("terkirim") });
}

type Shown = { isSent?: boolean; typed?: Typed; errors?: Record<string, string> };

async function page(request: PlainRequest, token: string, status: number, shown: Shown): Promise<PlainReply> {
  const record = await findOwnRecord(hashToken(token));
  if (!record) return unknownLink(request.address);
  const typed = shown.typed ?? { id: randomUUID() };
  const readings = await listOwnReadings(record.id, 20);
  const body = ownRecordPage(record, readings, new Date(), { token, errors: {}, isSent: false, ...shown, typed });
  return { status, headers, body };
}

async function copy(address: string, tokenHash: string, wants: string): Promise<PlainReply> {
  const found = await copyOwnData(tokenHash);
  if (!found) return unknownLink(address);
  const { timeZone, ...data } = found;
  const { name, keeper: office } = data.pegawai;
  const file = copyFile({ title: `Salinan data ${name}`, office, timeZone, data }, wants);
  return { status: 200, headers: { ...headers, ...file.headers }, body: file.body };
}

async function takeRequest(request: PlainRequest, token: string | null): Promise<PlainReply> {
  const origin = {
    site: header(request, "sec-fetch-site"),
    origin: header(request, "origin"),
    host: header(request, "host"),
  };
  if (!isSameOrigin(origin)) {
    const words = "Permintaan harus dikirim dari halaman ini sendiri. Buka lagi tautan Anda, lalu kirim di sana.";
    return { status: 403, headers, body: noticePage("Permintaan ditolak", words) };
  }
  if (!token) return unknownLink(request.address);
  const tokenHash = hashToken(token);
  if (!(await take("answerLink", tokenHash))) return tooMany();
  const typed: Typed = Object.fromEntries(new URLSearchParams(request.body));
  const parsed = staffRequestSchema.safeParse(typed);
  if (!parsed.success) {
    const errors = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0] ?? ""), message]));
    return page(request, token, 422, { typed, errors });
  }
  const outcome = await askAboutOwnData(tokenHash, parsed.data);
  if (outcome === "gone") return unknownLink(request.address);
  if (!outcome.ok) return page(request, token, 422, { typed, errors: { text: outcome.reason } });
  return { status: 303, headers: { ...headers, Location: `/d/${token}?terkirim` }, body: "" };
}

async function unknownLink(address: string): Promise<PlainReply> {
  if (!(await take("wrongLink", address))) return tooMany();
  const body = noticePage(
    "Tautan ini sudah tidak berlaku",
    "Tautan ini tidak ada atau sudah dicabut. Minta tautan baru kepada kantor Anda.",
  );
  return { status: 404, headers, body };
}
