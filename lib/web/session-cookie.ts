/** Whether others reach this installation by HTTPS: then cookies are Secure. */
export function isSecure(): boolean {
  return process.env.APP_URL?.startsWith("https:") ?? false;
}

/** With HTTPS under a name that no other host and no subdomain can set. */
export function sessionCookie(): string {
  return isSecure() ? "__Host-lokmin.sesi" : "lokmin.sesi";
}

/** What browsers ask of a __Host- name: Secure, the whole path, no domain. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure() };
}

/** A cookie of a request as its header brings it. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  const cookies = (header ?? "").split(";").map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}
