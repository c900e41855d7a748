import { isIP } from "node:net";

/** Whom a passkey is made for: it works at this address alone. */
export type Site = { rpID: string; origin: string };

/** null where browsers make none: an address in figures, or without HTTPS. */
export function passkeySite(appUrl = process.env.APP_URL ?? ""): Site | null {
  const url = URL.canParse(appUrl) ? new URL(appUrl) : null;
  if (!url) return null;
  const { hostname, origin, protocol } = url;
  const isLocal = hostname === "localhost" || hostname.endsWith(".localhost");
  const isName = isIP(hostname.replace(/^\[|\]$/g, "")) === 0;
  return isName && (isLocal || protocol === "https:") ? { rpID: hostname, origin } : null;
}
