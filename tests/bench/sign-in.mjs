import { fetchRaw } from "./app.mjs";

/** The sign-in form's answer: the cookie of a session. @param {number} port @param {{ email: string, password: string }} user */
export async function signIn(port, { email, password }) {
  const reply = await fetchRaw(port, "/api/auth/callback/credentials", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams({ email, password, callbackUrl: "/beranda" }).toString(),
  });
  const cookies = (reply.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";", 1)[0] ?? "");
  const session = cookies.find((cookie) => /^(__Host-)?lokmin\.sesi=|session-token=/.test(cookie));
  if (!session) throw new Error(`Sign-in failed: ${reply.status} ${reply.headers.location}`);
  return session;
}
