import { createHmac, timingSafeEqual } from "node:crypto";
import { header, type PlainReply, type PlainRequest } from "@/lib/http/plain-http";
import { whatsappSettings } from "@/lib/whatsapp/settings";
import { applyStatuses } from "@/lib/whatsapp/statuses";

const plain = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
const reply = (status: number, body: string): PlainReply => ({ status, headers: plain, body });

/** One report may tell of some hundred messages. */
export const longestReport = 256 * 1024;

/** Where Meta asks whether this address is ours, and reports what became of messages. */
export async function answerWhatsapp(request: PlainRequest): Promise<PlainReply> {
  const settings = whatsappSettings();
  const { pathname, searchParams } = new URL(request.path, "http://lokmin.invalid");
  if (!settings || pathname !== "/api/whatsapp") return reply(404, "Tidak ada.");
  if (request.method === "GET") {
    const challenge = searchParams.get("hub.challenge") ?? "";
    const isOurs =
      searchParams.get("hub.mode") === "subscribe" &&
      isEqual(searchParams.get("hub.verify_token") ?? "", settings.verify, settings.secret);
    return isOurs && /^[\w.-]{1,200}$/.test(challenge) ? reply(200, challenge) : reply(403, "Token tidak cocok.");
  }
  if (request.method !== "POST") return reply(405, "Hanya GET dan POST.");
  const expected = `sha256=${createHmac("sha256", settings.secret).update(request.body).digest("hex")}`;
  if (!isEqual(header(request, "x-hub-signature-256"), expected, settings.secret))
    return reply(401, "Tanda tangan tidak cocok.");
  await applyStatuses(parsed(request.body));
  return reply(200, "");
}

/** Both are hashed first, so that neither length nor content shows in the time it takes. */
function isEqual(sent: string, expected: string, key: string): boolean {
  const digest = (text: string) => createHmac("sha256", key).update(text).digest();
  return timingSafeEqual(digest(sent), digest(expected));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
