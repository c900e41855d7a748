import { cookies } from "next/headers";
import { log } from "@/lib/log";
import { endSession } from "@/lib/sessions/lifetime";
import { passToAuth } from "@/lib/web/auth-form";
import { sessionCookie } from "@/lib/web/session-cookie";

/** Signing out ends the session's row first: a cookie that was copied is worth nothing afterwards. */
export async function POST(request: Request): Promise<Response> {
  const token = (await cookies()).get(sessionCookie())?.value;
  const passed = await passToAuth(request, ["signout"]);
  if (passed instanceof Response) return passed;
  try {
    await endSession(token);
  } catch (error) {
    log.error({ request: request.headers.get("x-request-id"), err: error }, "keluar gagal karena gangguan");
    return new Response(null, { status: 303, headers: { location: "/masuk?error=Gangguan" } });
  }
  return passed.answer;
}
