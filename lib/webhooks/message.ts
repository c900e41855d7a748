import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";

/** A secret as the Standard Webhooks specification writes it: base64 of 24 to 64 random bytes. */
export function newWebhookSecret(): string {
  return `${prefix}${randomBytes(32).toString("base64")}`;
}

/** Ids and nothing else: the receiver reads the rest by the API, narrowed to what its token may see. */
export function messageBody(type: string, at: Date, data: Record<string, string | null>): string {
  return JSON.stringify({ type, timestamp: at.toISOString(), data });
}

/** HMAC-SHA256 over id, timestamp and body: https://www.standardwebhooks.com, symmetric signatures. */
export function signMessage(secret: string, { id, timestamp, body }: { id: string; timestamp: number; body: string }) {
  const key = Buffer.from(secret.slice(prefix.length), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}

export function messageHeaders(secret: string, message: { id: string; timestamp: number; body: string }) {
  return {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(message.body),
    "User-Agent": "Lokmin",
    "webhook-id": message.id,
    "webhook-timestamp": String(message.timestamp),
    "webhook-signature": signMessage(secret, message),
  };
}
