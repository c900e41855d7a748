import type { KnownSeat } from "@/lib/directory/import-standing";
import type { WholeRow } from "@/lib/directory/import-values";
import { plainWords } from "@/lib/plain-words";

export type Match =
  | { kind: "seat"; seat: KnownSeat }
  | { kind: "new" }
  | { kind: "unsure"; seats: readonly KnownSeat[] }
  | { kind: "double"; other: number };

export const another = "tambah";

/**
 * Where several people hold it, a name and a phone say who is who, and what they do not say is asked, never guessed.
 */
export function matchGroup(
  rows: readonly WholeRow[],
  seats: readonly KnownSeat[],
  answerFor: (row: number) => string | undefined,
): Map<number, Match> {
  const matches = new Map<number, Match>();
  const openRows = new Set(rows);
  const openSeats = new Set(seats);
  const pair = (row: WholeRow, seat: KnownSeat) => {
    matches.set(row.row, { kind: "seat", seat });
    openRows.delete(row);
    openSeats.delete(seat);
  };
  for (const [row, other] of doublesOf(rows)) {
    matches.set(row.row, { kind: "double", other });
    openRows.delete(row);
  }
  for (const keyOf of [personKey, nameKey, phoneKey]) pairUnique(openRows, openSeats, keyOf, pair);
  const [onlySeat] = seats;
  const [onlyRow] = rows;
  if (onlyRow && onlySeat && rows.length === 1 && seats.length === 1 && openRows.has(onlyRow)) pair(onlyRow, onlySeat);
  fillVacant(openRows, openSeats, pair);
  for (const row of [...openRows]) answer(row, answerFor(row.row), openSeats, pair, matches);
  return matches;
}

function doublesOf(rows: readonly WholeRow[]): Map<WholeRow, number> {
  const doubles = new Map<WholeRow, number>();
  const seen = new Map<string, WholeRow[]>();
  for (const row of rows) {
    const name = plainWords(row.values.name ?? "");
    const same = seen.get(name) ?? [];
    const other = same.find(
      ({ values }) => values.phone === row.values.phone || values.phone === null || row.values.phone === null,
    );
    if (other) {
      doubles.set(row, other.row);
      if (!doubles.has(other)) doubles.set(other, row.row);
    }
    seen.set(name, [...same, row]);
  }
  return doubles;
}

type Held = { name: string | null; phone: string | null };

const personKey = ({ name, phone }: Held) => (phone === null ? null : `${plainWords(name ?? "")} ${phone}`);
const nameKey = ({ name }: Held) => plainWords(name ?? "");
const phoneKey = ({ phone }: Held) => phone;

function pairUnique(
  rows: ReadonlySet<WholeRow>,
  seats: ReadonlySet<KnownSeat>,
  keyOf: (held: Held) => string | null,
  pair: (row: WholeRow, seat: KnownSeat) => void,
): void {
  const seatsByKey = groupedBy(seats, ({ holder }) => keyOf(holder ?? { name: null, phone: null }));
  for (const [key, same] of groupedBy(rows, ({ values }) => keyOf(values))) {
    const [row, ...rivals] = same;
    const [seat, ...others] = seatsByKey.get(key) ?? [];
    if (row && seat && rivals.length === 0 && others.length === 0) pair(row, seat);
  }
}

function groupedBy<T>(all: Iterable<T>, keyOf: (one: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === null) continue;
    const same = groups.get(key);
    if (same) same.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function fillVacant(
  rows: ReadonlySet<WholeRow>,
  seats: ReadonlySet<KnownSeat>,
  pair: (row: WholeRow, seat: KnownSeat) => void,
): void {
  const free = [...seats].filter(({ holder }) => holder === null);
  for (const row of [...rows]) {
    const seat = row.values.name === null ? undefined : free.shift();
    if (seat) pair(row, seat);
  }
}

function answer(
  row: WholeRow,
  given: string | undefined,
  open: ReadonlySet<KnownSeat>,
  pair: (row: WholeRow, seat: KnownSeat) => void,
  matches: Map<number, Match>,
): void {
  const chosen = [...open].find(({ id }) => id === given);
  if (chosen) pair(row, chosen);
  else if (open.size === 0 || given === another) matches.set(row.row, { kind: "new" });
  else matches.set(row.row, { kind: "unsure", seats: [...open] });
}
