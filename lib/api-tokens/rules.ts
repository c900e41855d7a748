import { isToken } from "@/lib/secrets";

/** The fixed prefix of a token, so that a leaked one is recognised. */
const prefix = "lokmin-";

export const mostTokens = 20;

export const tokenDays = ["30", "90", "180", "365"] as const;

export function writtenToken(secret: string): string {
  return `${prefix}${secret}`;
}

/** The secret letters of an Authorization header, or null. */
export function bearerSecret(authorization: string): string | null {
  const [, secret] = /^Bearer +lokmin-([0-9A-Za-z]{22})$/i.exec(authorization) ?? [];
  return secret !== undefined && isToken(secret) ? secret : null;
}

export type TokenState = "used" | "expired" | "revoked";

export function tokenState(token: { expiresAt: Date; revokedAt: Date | null }, now: Date): TokenState {
  if (token.revokedAt) return "revoked";
  return token.expiresAt <= now ? "expired" : "used";
}
