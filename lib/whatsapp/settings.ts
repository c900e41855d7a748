export type WhatsappSettings = { url: string; token: string; secret: string; template: string; verify: string };

/** The official WhatsApp Business (Cloud) API of this installation; null while any of its variables is missing or wrong. */
export function whatsappSettings(): WhatsappSettings | null {
  const {
    LOKMIN_WHATSAPP_URL: url,
    LOKMIN_WHATSAPP_TOKEN: token,
    LOKMIN_WHATSAPP_SECRET: secret,
    LOKMIN_WHATSAPP_TEMPLATE: template,
    LOKMIN_WHATSAPP_VERIFY: verify,
  } = process.env;
  if (!url || !token || !secret || !template || !verify || !isSafe(url)) return null;
  return { url: url.replace(/\/+$/, ""), token, secret, template, verify };
}

/** The token goes along with each request: without TLS only to this computer itself. */
function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "[::1]", "localhost"].includes(hostname));
}
