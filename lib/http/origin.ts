import type { IncomingMessage } from "node:http";

export const trustsProxy = () => process.env.TRUST_PROXY === "1";

/** What only a proxy of our own may say; from anybody else it would be believed by Next. */
export function dropForeignForwarding(request: IncomingMessage): void {
  if (trustsProxy()) return;
  for (const name of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded"])
    delete request.headers[name];
}

/**
 * Why a POST is refused: Next asks that its Origin is the host it was sent to, and fails over any other.
 * @returns words for the sender, or null where it is a form of ours
 */
export function refuseForeignOrigin({ method, headers }: IncomingMessage): string | null {
  const { origin } = headers;
  if (method !== "POST" || !origin || origin === "null") return null;
  const forwarded = headers["x-forwarded-host"];
  const host = (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(",")[0]?.trim() ?? headers.host ?? "";
  const from = URL.canParse(origin) ? new URL(origin).host : "";
  if (from === host) return null;
  if (from !== ownHost()) return "Kiriman ini datang dari situs lain. Buka Lokmin sendiri, lalu kirim dari sana.";
  return forwarded === undefined
    ? `Server web di depan Lokmin mengganti Host menjadi "${shown(host)}". Pengelola: teruskan Host asli (${from}), atau isi X-Forwarded-Host dengannya dan jalankan Lokmin dengan TRUST_PROXY=1.`
    : `Server web di depan Lokmin menyebut X-Forwarded-Host "${shown(host)}", padahal APP_URL adalah ${from}. Pengelola: betulkan X-Forwarded-Host di server web itu.`;
}

function ownHost(): string {
  const address = process.env.APP_URL ?? "";
  return URL.canParse(address) ? new URL(address).host : "";
}

function shown(host: string): string {
  return host.replace(/[^\w.:[\]-]/g, "").slice(0, 100);
}
