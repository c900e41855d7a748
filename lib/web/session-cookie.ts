export function isSecure(): boolean {
  return process.env.APP_URL?.startsWith("https:") ?? false;
}

export function sessionCookie(): string {
  return isSecure() ? "__Host-lokmin.sesi" : "lokmin.sesi";
}

export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure() };
}

export const pendingCookie = "lokmin.langkah";

export function pendingCookieOptions() {
  return { httpOnly: true, sameSite: "lax" as const, path: "/masuk", secure: isSecure() };
}

export function cookieIn(header: string | undefined, name: string): string | undefined {
  const cookies = (header ?? "").split(";").map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}
