export type Query = Promise<Record<string, string | string[] | undefined>>;

export function queryText(value: string | string[] | undefined): string {
  const first = Array.isArray(value) ? value[0] : value;
  const text = (first ?? "")
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, 200);
  // Half a character at the cut has no place in an address.
  return text.replace(/[\ud800-\udbff]$/, "");
}

/** The number of a page of a list: 1 for anything else. */
export function queryPage(value: string | string[] | undefined): number {
  const text = queryText(value);
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}

export function queryYear(value: string | string[] | undefined): number | undefined {
  const year = Number(queryText(value));
  return Number.isInteger(year) && year > 1990 && year < 2101 ? year : undefined;
}

export function queryChoice<const T extends string>(
  value: string | string[] | undefined,
  values: readonly T[],
): T | undefined {
  const text = queryText(value);
  return values.find((known) => known === text);
}

export function withQuery(path: string, values: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== "") query.set(name, String(value));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
