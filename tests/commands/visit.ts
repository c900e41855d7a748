// Pages of a server that runs as a process of its own, asked for as a browser does.

/** The session's cookie of a plain sign-in. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    body: new URLSearchParams({ email, password, callbackUrl: "/beranda" }),
    redirect: "manual",
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}

/** A page as a browser asks for it. */
export async function page(url: string, path: string, cookie: string) {
  const answer = await fetch(url + path, { headers: { accept: "text/html", cookie }, redirect: "manual" });
  return { status: answer.status, body: await answer.text(), id: answer.headers.get("x-request-id") ?? "" };
}
