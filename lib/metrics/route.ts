const mostRoutes = 400;
const seen = new Set<string>();

/** Addresses that carry a token or a code: everything below counts as one route. */
const shut = /^\/(u|t|d|h|periksa|kalender|pasang|masuk\/tautan|berkas)(?:\/.*)?$/;

/**
 * The route of a path as a label: ids, tokens and numbers give way to a placeholder, so that the number of labels stays
 * small. What was not found counts as one, since anybody can make up addresses.
 */
export function routeOf(url: string, status: number): string {
  const path = url.split("?", 1)[0] ?? "/";
  if (path.startsWith("/_next/")) return "/_next";
  if (status === 404 || status === 400) return "tidak ada";
  const route = placeholders(path);
  if (seen.has(route)) return route;
  if (seen.size >= mostRoutes) return "lainnya";
  seen.add(route);
  return route;
}

function placeholders(path: string): string {
  const [, prefix] = shut.exec(path) ?? [];
  if (prefix) return `/${prefix}/[kode]`;
  return path
    .split("/")
    .map((part) => (isName(part) ? part : "[id]"))
    .join("/");
}

/** A folder of `app`: words of small letters, no digits but of a version. */
function isName(part: string): boolean {
  return part === "" || /^(?:[a-z][a-z-]{0,30}|v\d)$/.test(part);
}
