/** One for each list: a cookie of this host alone is sent to every path. */
export function filterCookie(path: string, isSecure: boolean): string {
  return `${isSecure ? "__Host-" : ""}saringan${path.replaceAll("/", ".")}`;
}

/** Belong to one look at the list, not to how somebody wants it. */
const passing = ["halaman", "cari", "q", "pemilik", "hari", "bulan", "rtl", "arsip"];

const longest = 400;

/** What a cookie keeps of a list's filter: whose it is, and the query; null where nothing is left to keep. */
export function keptFilterText(userId: string, query: URLSearchParams): string | null {
  const kept = new URLSearchParams([...query].filter(([name, value]) => value !== "" && !passing.includes(name)));
  const text = kept.toString();
  return text === "" || text.length > longest ? null : encodeURIComponent(`${userId}?${text}`);
}

/** The query that this user kept; null where there is none. The cookie's value comes decoded. */
export function keptFilterQuery(userId: string, cookie: string | undefined): string | null {
  const [owner, text = ""] = cookie?.split("?", 2) ?? [];
  if (owner !== userId || text.length > longest) return null;
  const query = new URLSearchParams([...new URLSearchParams(text)].filter(([name]) => !passing.includes(name)));
  return query.toString() || null;
}
