import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

const reserved = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  reserved.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 128],
  ["::1", 128],
  // Addresses of IPv4 inside IPv6: they would lead around the list above.
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["2001::", 23],
  ["2002::", 16],
  ["100::", 64],
  ["2001:db8::", 32],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  reserved.addSubnet(network, bits, "ipv6");

/** @param allowed LOKMIN_WEBHOOK_PRIVATE: "10.20.0.0/16, 192.168.1.5" */
export function isReachable(address: string, allowed: string): boolean {
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  return !reserved.check(address, family) || allowedList(allowed).check(address, family);
}

function allowedList(text: string): BlockList {
  const list = new BlockList();
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const [network = "", bits] = entry.split("/");
    const family = isIP(network);
    if (family === 0) continue;
    const most = family === 6 ? 128 : 32;
    const length = bits === undefined ? most : Number(bits);
    if (Number.isInteger(length) && length >= 0 && length <= most)
      list.addSubnet(network, length, family === 6 ? "ipv6" : "ipv4");
  }
  return list;
}

export type Resolved = { ok: true; address: string; family: 4 | 6 } | { ok: false; reason: string };

/** The one address to connect to. Where a name leads to several, none of them may be of an inner network. */
export async function resolveHost(hostname: string, allowed: string): Promise<Resolved> {
  const bare = hostname.replace(/^\[|\]$/g, "");
  const found = isIP(bare)
    ? [{ address: bare, family: isIP(bare) }]
    : await lookup(bare, { all: true }).catch(() => []);
  const [first] = found;
  if (!first) return { ok: false, reason: `Nama server ${hostname} tidak ditemukan` };
  const inner = found.find(({ address }) => !isReachable(address, allowed));
  if (inner)
    return {
      ok: false,
      reason: `${hostname} adalah alamat jaringan dalam (${inner.address}). Pengelola server dapat mengizinkannya lewat LOKMIN_WEBHOOK_PRIVATE.`,
    };
  return { ok: true, address: first.address, family: first.family === 6 ? 6 : 4 };
}
