import { passToAuth } from "@/lib/web/auth-form";
import { withQuery } from "@/lib/web/query";
import { isSecure } from "@/lib/web/session-cookie";

const typedEmail = "lokmin.masuk";

/** Signing in: a plain form. After a failure the form shows the address again, and still knows where to go. */
export async function POST(request: Request): Promise<Response> {
  const passed = await passToAuth(request, ["callback", "credentials"]);
  if (passed instanceof Response) return passed;
  const { answer, form, next } = passed;
  const failed = errorOf(answer.headers.get("location"));
  if (failed) answer.headers.set("location", withQuery("/masuk", { error: failed, lanjut: next ?? undefined }));
  const typed = failed ? encodeURIComponent([...(form.get("email") ?? "")].slice(0, 200).join("")) : "";
  const flags = `Path=/masuk; Max-Age=${failed ? 300 : 0}; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;
  answer.headers.append("set-cookie", `${typedEmail}=${typed}; ${flags}`);
  return answer;
}

function errorOf(location: string | null): string | null {
  return new URLSearchParams(location?.split("?")[1]).get("error");
}
