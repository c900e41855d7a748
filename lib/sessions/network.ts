import { createHmac } from "node:crypto";
import { deriveKey } from "@/lib/secrets";

/** Under the server's key, so that the table of sessions holds nobody's address. */
export function hashNetwork(network: string): string {
  return createHmac("sha256", deriveKey("jaringan")).update(network).digest("base64url");
}
