const anyOrigin = "http://lokmin.invalid";

/** An address of ours to come back to; null for anything that could lead elsewhere, and for the start page. */
export function localAddress(address: string | null | undefined): string | null {
  if (!address || address.length >= 300 || !/^\/[a-z][\w/.?=&%-]*$/i.test(address)) return null;
  const { pathname, search } = new URL(address, anyOrigin);
  // "/a/..//host" is read as "//host", which names another site.
  const isPlain = pathname + search === address && !pathname.includes("//");
  return isPlain && address !== "/beranda" ? address : null;
}
