import { readBody } from "@/lib/documents/upload";
import { isSameOrigin } from "@/lib/http/plain-http";

export function json(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

export const signedOut = () => json({ reason: "Masuk lagi" }, 401);

export const missing = () => json({ reason: "Tidak ditemukan" }, 404);

/** The answer to what no page of ours sends, or null. */
export function refuseStranger({ headers }: Request): Response | null {
  const origin = {
    site: headers.get("sec-fetch-site") ?? "",
    origin: headers.get("origin") ?? "",
    host: headers.get("host") ?? "",
  };
  const isOurs = isSameOrigin(origin) && headers.get("content-type")?.startsWith("application/json");
  return isOurs ? null : json({ reason: "Permintaan ditolak" }, 403);
}

/** The body as JSON; null where it is none. @param limit in bytes; a longer one is answered with 413 */
export async function readJson(request: Request, limit: number): Promise<{ value: unknown } | Response> {
  const body = await readBody(request.body, limit);
  if (!body) return json({ reason: "Kiriman terlalu besar" }, 413);
  try {
    return { value: JSON.parse(body.toString("utf8")) };
  } catch {
    return { value: null };
  }
}
