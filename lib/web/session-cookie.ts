export function isSecure(): boolean {
  return process.env.APP_URL?.startsWith("https:") ?? false;
}

/** A name that neither another host of the domain nor a page without TLS can set; it demands Secure and Path=/. */
export function hostCookie(name: string): string {
  return isSecure() ? `__Host-${name}` : name;
}

export const sessionCookie = () => hostCookie("lokmin.sesi");

export const pendingCookie = () => hostCookie("lokmin.langkah");

export const typedEmailCookie = () => hostCookie("lokmin.masuk");

export function hostCookieOptions() {
  return { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure() };
}

export function cookieIn(header: string | undefined, name: string): string | undefined {
  const cookies = (header ?? "").split(";").map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}
