import { createHash } from "node:crypto";
import { findFeedCalendar } from "@/lib/calendar/reads";
import { feedToken } from "@/lib/calendar/rules";
import { header, type PlainReply, type PlainRequest } from "@/lib/http/plain-http";
import { take } from "@/lib/http/rate-limits";

const headers = {
  "Content-Type": "text/calendar; charset=utf-8",
  "Content-Disposition": 'inline; filename="lokmin.ics"',
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow",
  // Kept by the subscriber, asked about each time: an unchanged calendar is answered by 304.
  "Cache-Control": "private, no-cache",
};

/** A calendar to subscribe to: anyone who has the address may read it, until it is revoked. */
export async function answerFeed(request: PlainRequest): Promise<PlainReply> {
  if (request.method !== "GET" && request.method !== "HEAD") return plain(405, "", { Allow: "GET" });
  const token = feedToken(request.path);
  const body = token ? await findFeedCalendar(token, new Date()) : null;
  if (body === null) {
    if (!(await take("wrongFeed", request.address)))
      return plain(429, "Terlalu banyak permintaan. Tunggu satu menit.\n", { "Retry-After": "60" });
    return plain(404, "Alamat kalender ini tidak ada atau sudah dicabut.\n");
  }
  // Weak: the same calendar may travel compressed or not.
  const etag = `W/"${createHash("sha256").update(body).digest("base64url")}"`;
  const known = header(request, "if-none-match")
    .split(",")
    .map((tag) => tag.trim());
  return known.includes(etag)
    ? { status: 304, headers: { ...headers, ETag: etag }, body: "" }
    : { status: 200, headers: { ...headers, ETag: etag }, body };
}

function plain(status: number, body: string, more: Record<string, string> = {}): PlainReply {
  return {
    status,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Robots-Tag": "noindex, nofollow",
      ...more,
    },
    body,
  };
}
