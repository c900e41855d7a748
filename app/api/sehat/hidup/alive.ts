import type { PlainReply } from "@/lib/http/plain-http";

/** The process answers; nothing is said of the database, so that a supervisor does not end it for another's fault. */
export async function answerAlive(): Promise<PlainReply> {
  return {
    status: 200,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
    body: JSON.stringify({ ok: true }),
  };
}
