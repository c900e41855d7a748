import { privateHeaders as headers } from "@/app/u/[token]/page-html";
import type { PlainReply, PlainRequest } from "@/lib/http/plain-http";
import { findRetention } from "@/lib/privacy/settings";
import { privacyPage } from "./privacy-html";

/** /privasi, open to anybody. */
export async function answerPrivacy(request: PlainRequest): Promise<PlainReply> {
  if (request.method !== "GET" && request.method !== "HEAD")
    return { status: 405, headers: { ...headers, Allow: "GET" }, body: "" };
  return { status: 200, headers, body: privacyPage(await findRetention()) };
}
