import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { readBody } from "@/lib/documents/upload";
import { isSameOrigin } from "@/lib/web/plain-http";
import { withQuery } from "@/lib/web/query";
import { localAddress } from "@/lib/web/session";
import { authHandler, authSecret } from "@/lib/web/sign-in";

const typedEmail = "lokmin.masuk";

/** Two short fields and where to go. */
const longestForm = 16 * 1024;

/**
 * Sign-in and sign-out are plain forms. next-auth wants a token that its own page hands out through a cookie;
 * a same-origin check answers the same question without a cookie set beforehand, so the pair is made here.
 */
export async function POST(request: Request, context: unknown): Promise<Response> {
  const { headers } = request;
  if (
    !isSameOrigin(
      {
        site: headers.get("sec-fetch-site") ?? "",
        origin: headers.get("origin") ?? "",
        host: headers.get("host") ?? "",
      },
      { takesNull: false },
    )
  ) {
    return new Response("Permintaan dari situs lain ditolak.", { status: 403 });
  }
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
  (await cookies()).set(`${isSecure() ? "__Host-" : ""}next-auth.csrf-token`, `${token}|${hash}`, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
  });
  const forwarded = new Headers(headers);
  forwarded.set("content-type", "application/x-www-form-urlencoded");
  forwarded.delete("content-length");
  const answer = await authHandler(
    new NextRequest(request.url, { method: "POST", headers: forwarded, body: form }),
    context,
  );
  return rememberTyped(answer, form.get("email") ?? "", next);
}

function isSecure(): boolean {
  return process.env.NEXTAUTH_URL?.startsWith("https:") ?? false;
}

/** After a failed sign-in the form shows the address again, and still knows where to go; a good one forgets it. */
function rememberTyped(answer: Response, email: string, next: string | null): Response {
  const failed = errorOf(answer.headers.get("location"));
  const kept = new Response(answer.body, answer);
  // Straight to the form: next-auth's own way leads over two more addresses.
  if (failed) kept.headers.set("location", withQuery("/masuk", { error: failed, lanjut: next ?? undefined }));
  const typed = failed ? encodeURIComponent([...email].slice(0, 200).join("")) : "";
  const flags = `Path=/masuk; Max-Age=${failed ? 300 : 0}; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;
  kept.headers.append("set-cookie", `${typedEmail}=${typed}; ${flags}`);
  return kept;
}

function errorOf(location: string | null): string | null {
  return location ? new URL(location, process.env.NEXTAUTH_URL).searchParams.get("error") : null;
}
