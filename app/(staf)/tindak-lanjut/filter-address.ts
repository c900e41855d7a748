import type { FollowUpFilter } from "@/lib/follow-up/schema";
import { withQuery } from "@/lib/web/query";

type Values = Partial<Omit<FollowUpFilter, "rtl">>;

/** The list with a filter, as an address; what is usual is left out. */
export function followUpAddress(path: string, { status, halaman, ...narrowing }: Values): string {
  return withQuery(path, {
    ...narrowing,
    status: status === "belum" ? undefined : status,
    halaman: halaman && halaman > 1 ? halaman : undefined,
  });
}

/** What narrows the list beside its state: names and values as they stand in the address. */
export function narrowingOf({ status, halaman, rtl, ...narrowing }: FollowUpFilter): [string, string][] {
  return Object.entries(narrowing).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
}

/** Everything of a filter as it is behind the question mark, ticked rows among it. */
export function choiceQuery(filter: FollowUpFilter): string {
  const query = new URLSearchParams(narrowingOf(filter));
  if (filter.status !== "belum") query.set("status", filter.status);
  if (filter.halaman > 1) query.set("halaman", String(filter.halaman));
  for (const id of filter.rtl) query.append("rtl", id);
  return query.toString();
}
