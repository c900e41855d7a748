import { createHash } from "node:crypto";
import type { ColumnKey } from "@/lib/directory/import-columns";
import type { KnownDirectory, KnownSeat } from "@/lib/directory/import-matches";
import { isSameName, refuseSharedPhones } from "@/lib/directory/import-phones";
import type { Draft, DraftRow, RowValues } from "@/lib/directory/import-rows";
import { formatPhone, prefixNames, sectorNames } from "@/lib/directory/rules";
import type { HolderPrefix } from "@/prisma/generated/enums";

/** What importing a row does: a new seat, another holder, nobody any more, other data, or nothing. */
export const effects = ["baru", "ganti", "kosong", "perbarui", "tetap"] as const;

export type Effect = (typeof effects)[number];

export type ReadyRow = {
  row: number;
  label: string;
  values: RowValues;
  seat: KnownSeat | null;
  effect: Effect;
  /** "Nomor HP: 0840-0000-0001 → kosong", one line each. */
  changes: string[];
};

export type RefusedRow = { row: number; label: string; reasons: string[] };

export type Plan = {
  ready: ReadyRow[];
  refused: RefusedRow[];
  counts: Record<Effect, number>;
  /** Changes whenever the plan does: what was shown is what is confirmed. */
  fingerprint: string;
};

/** What importing a draft would do to the directory as it stands. */
export function planRows(draft: Draft, current: KnownDirectory): Plan {
  const refused = new Map<number, string[]>();
  const rowsBySeat = groupBySeat(draft, current);
  for (const row of draft.rows) {
    const reasons = [...row.reasons, ...villageReasons(row, current), ...doubleReasons(row, current, rowsBySeat)];
    if (reasons.length > 0) refused.set(row.row, reasons);
  }
  refuseSharedPhones(draft, current, refused);
  const ready = draft.rows.flatMap((row) =>
    row.values && !refused.has(row.row) ? [outcomeOf(row, row.values, draft, current)] : [],
  );
  const counts = { baru: 0, ganti: 0, kosong: 0, perbarui: 0, tetap: 0 };
  for (const { effect } of ready) counts[effect] += 1;
  const refusedRows = draft.rows.flatMap(({ row, label }) => {
    const reasons = refused.get(row);
    return reasons ? [{ row, label, reasons }] : [];
  });
  return { ready, refused: refusedRows, counts, fingerprint: fingerprintOf(ready, refusedRows) };
}

function villageReasons({ values }: DraftRow, { ownVillages, foreignVillages }: KnownDirectory): string[] {
  const code = values?.villageCode;
  if (!code || ownVillages.has(code)) return [];
  const name = foreignVillages.get(code);
  return [
    name
      ? `Desa ${name} (${code}) di luar wilayah kerja puskesmas Anda`
      : `Kode desa ${code} tidak ada; lihat daftar kode di lembar Petunjuk di templat`,
  ];
}

/** Which of two rows about one seat is right nobody here knows: both wait. */
function doubleReasons({ row }: DraftRow, current: KnownDirectory, rowsBySeat: Map<string, number[]>): string[] {
  const rows = rowsBySeat.get(current.matches.get(row)?.key ?? "") ?? [];
  const other = rows.find((number) => number !== row);
  return other === undefined ? [] : [`Jabatan, instansi, dan desa ini juga ada di baris ${other}: sisakan satu baris`];
}

function groupBySeat(draft: Draft, current: KnownDirectory): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const { row } of draft.rows) {
    const key = current.matches.get(row)?.key;
    if (!key) continue;
    const known = rows.get(key);
    if (known) known.push(row);
    else rows.set(key, [row]);
  }
  return rows;
}

function outcomeOf({ row, label }: DraftRow, values: RowValues, draft: Draft, current: KnownDirectory): ReadyRow {
  const seat = current.matches.get(row)?.seat ?? null;
  const ready = (effect: Effect, changes: string[] = []): ReadyRow => ({ row, label, values, seat, effect, changes });
  if (!seat) return ready("baru");
  const changes = seatChanges(values, seat);
  const { holder } = seat;
  if (!values.name) return holder ? ready("kosong", [`${holder.name} → lowong`, ...changes]) : still(changes);
  if (!holder || !isSameName(holder.name, values.name))
    return ready("ganti", [`${holder?.name ?? "lowong"} → ${values.name}`, ...changes]);
  return still([...holderChanges(values, holder, draft), ...changes]);

  function still(all: string[]): ReadyRow {
    return ready(all.length > 0 ? "perbarui" : "tetap", all);
  }
}

/** A seat always has a sector and an order: an empty cell leaves them. */
function seatChanges(values: RowValues, seat: KnownSeat): string[] {
  return [
    change("Sektor", sectorNames[seat.sector], sectorNames[values.sector ?? seat.sector]),
    change("Urutan protokol", String(seat.protocolOrder), String(values.protocolOrder ?? seat.protocolOrder)),
  ].flat();
}

function holderChanges(values: RowValues, holder: NonNullable<KnownSeat["holder"]>, draft: Draft): string[] {
  const after = heldValues(values, holder, draft);
  const phone = (text: string | null) => (text ? formatPhone(text) : "");
  const prefix = (text: HolderPrefix | null) => (text ? prefixNames[text] : "");
  return [
    change("Nama", holder.name, after.name),
    change("Plt./Plh./Pj.", prefix(holder.prefix), prefix(after.prefix)),
    change("Jabatan asal", holder.ownPost ?? "", after.ownPost ?? ""),
    change("Nomor HP", phone(holder.phone), phone(after.phone)),
    change("Email", holder.email ?? "", after.email ?? ""),
  ].flat();
}

/** What the holder's record is after the import: an empty cell empties, a column that is not there leaves alone. */
export function heldValues(values: RowValues, holder: NonNullable<KnownSeat["holder"]>, draft: Draft) {
  const has = (key: ColumnKey) => draft.columns.includes(key);
  return {
    name: values.name ?? holder.name,
    prefix: has("prefix") ? values.prefix : holder.prefix,
    ownPost: has("ownPost") ? values.ownPost : holder.ownPost,
    phone: has("phone") ? values.phone : holder.phone,
    email: has("email") ? values.email : holder.email,
  };
}

function change(name: string, before: string, after: string): string[] {
  return before === after ? [] : [`${name}: ${before || "kosong"} → ${after || "kosong"}`];
}

function fingerprintOf(ready: readonly ReadyRow[], refused: readonly RefusedRow[]): string {
  const hash = createHash("sha256");
  for (const { row, effect, seat, changes } of ready)
    hash.update(JSON.stringify([row, effect, seat?.id, seat?.holder?.id, changes]));
  hash.update(JSON.stringify(refused.map(({ row }) => row)));
  return hash.digest("base64url");
}
