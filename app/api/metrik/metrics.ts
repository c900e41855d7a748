import { createHash, timingSafeEqual } from "node:crypto";
import { header, type PlainReply, type PlainRequest } from "@/lib/http/plain-http";
import { writeMetrics } from "@/lib/metrics/registry";

const plain = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };

/** Without LOKMIN_METRICS_TOKEN there is nothing here; with it, only for who sends it. */
export async function answerMetrics(request: PlainRequest): Promise<PlainReply> {
  const { LOKMIN_METRICS_TOKEN: expected } = process.env;
  if (!expected || request.method !== "GET" || request.path.split("?", 1)[0] !== "/api/metrik")
    return { status: 404, headers: plain, body: "Tidak ada." };
  const [, sent = ""] = /^Bearer (.+)$/.exec(header(request, "authorization")) ?? [];
  if (!timingSafeEqual(digest(sent), digest(expected)))
    return {
      status: 401,
      headers: { ...plain, "WWW-Authenticate": "Bearer" },
      body: "Kirim token LOKMIN_METRICS_TOKEN sebagai Authorization: Bearer.",
    };
  const { type, body } = await writeMetrics();
  return { status: 200, headers: { ...plain, "Content-Type": type }, body };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
