import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { readBody } from "@/lib/documents/upload";
import { isSameOrigin } from "@/lib/http/plain-http";
import { localAddress } from "@/lib/web/local-address";
import { hostCookie, hostCookieOptions } from "@/lib/web/session-cookie";
import { authHandler, authSecret } from "@/lib/web/sign-in";

const longestForm = 16 * 1024;

export type AuthAnswer = { answer: Response; form: URLSearchParams; next: string | null };

/**
 * next-auth wants a token its own page hands out; the same-origin check makes it unnecessary, so the pair is made here.
 * @param address of next-auth's routes
 * @returns its answer, with what was sent; a response alone where the form is not one of ours
 */
export async function passToAuth(request: Request, address: string[]): Promise<AuthAnswer | Response> {
  const { headers } = request;
  const origin = {
    site: headers.get("sec-fetch-site") ?? "",
    origin: headers.get("origin") ?? "",
    host: headers.get("host") ?? "",
  };
  if (!isSameOrigin(origin, { takesNull: false }))
    return new Response("Permintaan dari situs lain ditolak.", { status: 403 });
  const body = await readBody(request.body, longestForm);
  if (!body) return new Response("Isian terlalu panjang.", { status: 413 });
  const form = new URLSearchParams(body.toString("utf8"));
  const token = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${token}${authSecret()}`).digest("hex");
  form.set("csrfToken", token);
  // Where to go on: next-auth fails over what is no address at all.
  const next = localAddress(form.get("callbackUrl"));
  form.set("callbackUrl", next ?? "/beranda");
  // next-auth reads Next's own cookies, not those of the request it is handed.
  (await cookies()).set(hostCookie("next-auth.csrf-token"), `${token}|${hash}`, {
    ...hostCookieOptions(),
  });
  const forwarded = new Headers(headers);
  forwarded.set("content-type", "application/x-www-form-urlencoded");
  forwarded.delete("content-length");
  const answer = await authHandler(
    new NextRequest(request.url, { method: "POST", headers: forwarded, body: form }),
    address,
  );
  const kept = new Response(answer.body, answer);
  const location = answer.headers.get("location");
  // Relative, so that it leads on wherever this page was opened.
  if (location) kept.headers.set("location", withoutOrigin(location));
  return { answer: kept, form, next };
}

function withoutOrigin(location: string): string {
  const { pathname, search } = new URL(location, process.env.APP_URL);
  return pathname.replace(/^\/+/, "/") + search;
}
