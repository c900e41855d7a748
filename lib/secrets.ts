import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

type Purpose = "sesi" | "tautan" | "kode" | "jaringan" | "pasang";

export function deriveKey(purpose: Purpose, secret = process.env.LOKMIN_SECRET): Buffer {
  if (!secret || secret.length < 32) throw new Error("LOKMIN_SECRET is missing or shorter than 32 characters");
  return Buffer.from(hkdfSync("sha256", secret, "lokmin", purpose, 32));
}

/** Tells whether two installations have the same secret, and nothing of it. */
export function fingerprintOf(secret: string): string {
  return Buffer.from(hkdfSync("sha256", secret, "lokmin", "sidik", 32))
    .toString("hex")
    .slice(0, 32);
}

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

export function newToken(): string {
  let token = "";
  while (token.length < 22) token += letters(randomBytes(32));
  return token.slice(0, 22);
}

/** The same at every server of one database, since any of them may be asked to open it. */
export function setupToken(): string {
  return letters(deriveKey("pasang")).slice(0, 22);
}

function letters(bytes: Uint8Array): string {
  // 248 = 4 × 62: bytes above it would favour the first letters.
  return Array.from(bytes, (byte) => (byte < 248 ? alphabet[byte % 62] : "")).join("");
}

export function isToken(text: unknown): boolean {
  return typeof text === "string" && /^[0-9A-Za-z]{22}$/.test(text);
}

export function tokenIn(text: string): string | null {
  return /^([0-9A-Za-z]{22})(?![0-9A-Za-z])/.exec(text)?.[1] ?? null;
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** The same for the same text in this installation, and nothing to guess it by. */
export function keyedHash(text: string): string {
  keptNetworkKey ??= deriveKey("jaringan");
  return createHmac("sha256", keptNetworkKey).update(text).digest("base64url");
}

let keptNetworkKey: Buffer | undefined;

/** Encrypts a token so that staff can hand the same link out again. */
export function sealToken(token: string): string {
  return sealText(token, linkKey());
}

/** @throws when the text was not sealed with this installation's secret */
export function openToken(sealed: string): string {
  return openText(sealed, linkKey());
}

/** null where it was sealed with a secret that was lost since: its link stays open, but is not known any more. */
export function reopenToken(sealed: string): string | null {
  try {
    return openToken(sealed);
  } catch {
    return null;
  }
}

/** What a sealed text begins with says how it was sealed; older ones have no mark, and a later algorithm gets another. */
const gcmMark = "1.";

/** AES-256-GCM: nonce, tag, text. */
export function sealText(text: string, key: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return gcmMark + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** @throws when the text was sealed with another key, or in a way that this version does not know */
export function openText(sealed: string, key: Buffer): string {
  const isMarked = sealed.startsWith(gcmMark);
  if (!isMarked && sealed.includes(".")) throw new Error("Sealed by an algorithm of another version");
  const bytes = Buffer.from(isMarked ? sealed.slice(gcmMark.length) : sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
}

let keptLinkKey: Buffer | undefined;
function linkKey(): Buffer {
  keptLinkKey ??= deriveKey("tautan");
  return keptLinkKey;
}
