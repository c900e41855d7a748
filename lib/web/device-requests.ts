// What routes for devices share: a screen that keeps working without a network asks for JSON and sends JSON.
import { readBody } from "@/lib/documents/upload";
import { isSameOrigin } from "@/lib/web/plain-http";

/** An answer nobody keeps. */
export function json(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

/** The device asks its holder to sign in; what is queued stays there. */
export const signedOut = () => json({ reason: "Masuk lagi" }, 401);

/** Not there, or not for this actor: the same answer. */
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

/**
 * The body as JSON; null where it is none.
 * @param limit in bytes; a longer one is answered with 413
 */
export async function readJson(request: Request, limit: number): Promise<{ value: unknown } | Response> {
  const body = await readBody(request.body, limit);
  if (!body) return json({ reason: "Kiriman terlalu besar" }, 413);
  try {
    return { value: JSON.parse(body.toString("utf8")) };
  } catch {
    return { value: null };
  }
}
