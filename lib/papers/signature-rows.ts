import type { Block, Signatory } from "@/lib/papers/model";

type Signatures = Extract<Block, { type: "signatures" }>;

/**
 * The signatories in rows: one on the right, where an office signs, two left and right; place and day above the right one of the first row;
 * all of a row at one height, the missing lines above.
 */
export function signatureRows(block: Signatures): (Signatory | null)[][] {
  const columns = Math.max(1, block.columns);
  const parties = withDay(block, columns);
  const room = Array<null>(Math.max(0, columns - parties.length)).fill(null);
  const cells = parties.length === 2 ? [...parties.slice(0, 1), ...room, ...parties.slice(1)] : [...room, ...parties];
  return Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    levelled(cells.slice(row * columns, (row + 1) * columns)),
  );
}

function withDay({ parties, placeAndDay }: Signatures, columns: number): Signatory[] {
  if (!placeAndDay) return parties;
  const right = Math.min(parties.length, columns) - 1;
  return parties.map((party, index) => (index === right ? { ...party, above: [placeAndDay, ...party.above] } : party));
}

function levelled(row: readonly (Signatory | null)[]): (Signatory | null)[] {
  const most = Math.max(0, ...row.map((party) => party?.above.length ?? 0));
  return row.map(
    (party) => party && { ...party, above: [...Array<string>(most - party.above.length).fill(""), ...party.above] },
  );
}
