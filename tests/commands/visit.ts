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
  const [id = "", server = ""] = ["x-request-id", "x-served-by"].map((name) => answer.headers.get(name) ?? "");
  return { status: answer.status, body: await answer.text(), id, server };
}

/** What a browser without script sends of a page's form, with what was typed into it. @param part of the form meant */
export function formWith(html: string, typed: Record<string, string>, part = ""): FormData {
  const [, main = ""] = html.match(/<main[^>]*>([\s\S]*)<\/main>/) ?? [];
  const [inside = ""] = main.match(/<form[\s\S]*?<\/form>/g)?.filter((form) => form.includes(part)) ?? [];
  const form = new FormData();
  for (const [input] of inside.matchAll(/<input type="hidden"[^>]*>/g)) {
    const value = (name: string) =>
      (input.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
    form.append(value("name"), value("value"));
  }
  for (const [name, value] of Object.entries(typed)) form.append(name, value);
  return form;
}
