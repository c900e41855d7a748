import type { TypedRow } from "@/lib/plan/typed-row";

export type KeptRow = TypedRow & { number: number | null; stored: string | null };

const keyOf = (writer: string, meetingId: string) => `lokmin-rtl ${writer} ${meetingId}`;

/** The store that a page may not have: blocked, full. */
function withStore<T>(work: (store: Storage) => T): T | null {
  try {
    return work(sessionStorage);
  } catch {
    return null;
  }
}

export function keepRows(writer: string, meetingId: string, rows: readonly KeptRow[]): void {
  const key = keyOf(writer, meetingId);
  withStore((store) => (rows.length > 0 ? store.setItem(key, JSON.stringify(rows)) : store.removeItem(key)));
}

export function readKeptRows(writer: string, meetingId: string): KeptRow[] {
  return withStore((store) => JSON.parse(store.getItem(keyOf(writer, meetingId)) ?? "[]")) ?? [];
}
