import { cookies } from "next/headers";
import { pendingMinutes } from "@/lib/second-factor/rules";
import { longestHours } from "@/lib/sessions/rules";
import { passToAuth } from "@/lib/web/auth-form";
import { withQuery } from "@/lib/web/query";
import { hostCookieOptions, isSecure, pendingCookie, sessionCookie, typedEmailCookie } from "@/lib/web/session-cookie";
import { pendingPrefix } from "@/lib/web/sign-in";

/** Signing in: a plain form. After a failure the form shows the address again, and still knows where to go. */
export async function POST(request: Request): Promise<Response> {
  const passed = await passToAuth(request, ["callback", "credentials"]);
  if (passed instanceof Response) return passed;
  const { answer, form, next } = passed;
  endByAge(answer.headers);
  const said = errorOf(answer.headers.get("location"));
  const pending = said?.startsWith(pendingPrefix) ? said.slice(pendingPrefix.length) : null;
  const failed = pending ? null : said;
  if (failed) answer.headers.set("location", withQuery("/masuk", { error: failed, lanjut: next ?? undefined }));
  if (pending) {
    (await cookies()).set(pendingCookie(), pending, { ...hostCookieOptions(), maxAge: pendingMinutes * 60 });
    answer.headers.set("location", withQuery("/masuk/langkah-kedua", { lanjut: next ?? undefined }));
  }
  const typed = failed ? encodeURIComponent([...(form.get("email") ?? "")].slice(0, 200).join("")) : "";
  const flags = `Path=/; Max-Age=${failed ? 300 : 0}; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;
  answer.headers.append("set-cookie", `${typedEmailCookie()}=${typed}; ${flags}`);
  return answer;
}

/** next-auth says when the session's cookie ends by the server's clock: wrong by days, no browser would keep it. */
function endByAge(headers: Headers): void {
  const sent = headers.getSetCookie();
  headers.delete("set-cookie");
  for (const cookie of sent)
    headers.append(
      "set-cookie",
      cookie.startsWith(`${sessionCookie()}=`)
        ? cookie.replace(/; Expires=[^;]*/i, `; Max-Age=${longestHours * 3600}`)
        : cookie,
    );
}

function errorOf(location: string | null): string | null {
  return new URLSearchParams(location?.split("?")[1]).get("error");
}
