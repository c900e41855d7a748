import { privateHeaders as headers } from "@/app/u/[token]/page-html";
import { findBackupSettings } from "@/lib/backups/reads";
import type { PlainReply, PlainRequest } from "@/lib/http/plain-http";
import { recipientWords } from "@/lib/privacy/recipients";
import { findRetention } from "@/lib/privacy/settings";
import { type PrivacyFacts, privacyPage } from "./privacy-html";

/** /privasi, open to anybody. */
export async function answerPrivacy(request: PlainRequest): Promise<PlainReply> {
  if (request.method !== "GET" && request.method !== "HEAD")
    return { status: 405, headers: { ...headers, Allow: "GET" }, body: "" };
  return { status: 200, headers, body: privacyPage(await findFacts()) };
}

async function findFacts(): Promise<PrivacyFacts> {
  const [retention, { isDaily, kept }] = await Promise.all([findRetention(), findBackupSettings()]);
  return { retention, recipients: recipientWords(), keptBackups: isDaily ? kept : null };
}
