import type { IncomingMessage } from "node:http";
import { networkOf } from "@/lib/http/client-network";
import { trustsProxy } from "@/lib/http/origin";
import { log } from "@/lib/log";

let isProxyTold = false;

export function tellProxy({ headers }: Pick<IncomingMessage, "headers">): void {
  if (isProxyTold || trustsProxy() || headers["x-forwarded-for"] === undefined) return;
  isProxyTold = true;
  log.warn("Permintaan datang lewat server web (X-Forwarded-For) tanpa TRUST_PROXY: semua orang dihitung sebagai satu");
}

/** TRUST_PROXY=1: the last entry, added by a proxy of ours; otherwise the peer. */
export function clientAddress({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): string {
  const forwarded = trustsProxy() ? String(headers["x-forwarded-for"] ?? "") : "";
  return networkOf(forwarded.split(",").pop()?.trim() || socket.remoteAddress || "");
}
