import type { KnownDirectory } from "@/lib/directory/import-matches";
import type { Draft, DraftRow } from "@/lib/directory/import-rows";
import { formatPhone } from "@/lib/directory/rules";

/** Who has a number, by name: somebody in two seats is one. */
type Claims = Map<string, Map<string, { name: string; where: string }>>;

/**
 * A number stands for one person. Rows that bring a number which somebody else has, in the file or in the directory,
 * wait, for which of them is right nobody here knows. A refused row leaves its seat's old number in place, which can
 * stand in the way of yet another row: hence the rounds.
 */
export function refuseSharedPhones(draft: Draft, current: KnownDirectory, refused: Map<number, string[]>): void {
  for (let round = 0; round < 5; round++) {
    const claims = claimsOf(draft, current, refused);
    const found = draft.rows.flatMap((row) => {
      const reason = refused.has(row.row) ? null : sharedPhone(row, current, claims);
      return reason ? [{ row: row.row, reason }] : [];
    });
    for (const { row, reason } of found) refused.set(row, [reason]);
    if (found.length === 0) return;
  }
}

function claimsOf(draft: Draft, current: KnownDirectory, refused: ReadonlyMap<number, string[]>): Claims {
  const claims: Claims = new Map();
  const claim = (phone: string, name: string, where: string) => {
    const names = claims.get(phone) ?? new Map();
    claims.set(phone, names);
    if (!names.has(plainName(name))) names.set(plainName(name), { name, where });
  };
  const replaced = new Set<string>();
  for (const { row, phone, name } of draft.rows) {
    const seatId = current.matches.get(row)?.seat?.id;
    if (seatId && !refused.has(row)) replaced.add(seatId);
    if (phone && name) claim(phone, name, `di baris ${row}`);
  }
  for (const { seatId, phone, name, seat } of current.phones)
    if (!replaced.has(seatId)) claim(phone, name, `(${seat}) di daftar mitra`);
  return claims;
}

function sharedPhone({ row, values }: DraftRow, current: KnownDirectory, claims: Claims): string | null {
  if (!values?.phone || !values.name) return null;
  if (current.matches.get(row)?.seat?.holder?.phone === values.phone) return null;
  const mine = plainName(values.name);
  for (const [name, other] of claims.get(values.phone) ?? [])
    if (name !== mine) return `Nomor HP ${formatPhone(values.phone)} juga dipakai ${other.name} ${other.where}`;
  return null;
}

/** The same person, whether or not a comma or a capital was forgotten. */
export function isSameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}

function plainName(name: string): string {
  return name
    .toLocaleLowerCase("id")
    .replace(/[\s.,]+/g, " ")
    .trim();
}
