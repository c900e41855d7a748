import { createHash } from "node:crypto";
import type { ColumnKey } from "@/lib/directory/import-columns";
import { type Match, matchGroup } from "@/lib/directory/import-match";
import { type Question, questionOfPhones, questionOfSeats } from "@/lib/directory/import-questions";
import type { Draft, DraftRow } from "@/lib/directory/import-rows";
import { type KnownDirectory, type KnownSeat, type StandingHolder, seatKey } from "@/lib/directory/import-standing";
import type { Effect, ReadyRow, RowValues, WholeRow } from "@/lib/directory/import-values";
import { sharedPhoneWarnings, villageWarning } from "@/lib/directory/import-warnings";
import { isHeldByOne, isProposedOrder, proposeOrder, proposeSector } from "@/lib/directory/proposals";
import { formatPhone, prefixNames, sectorNames } from "@/lib/directory/rules";
import { type Choices, ticked } from "@/lib/imports/choices";
import { findVillage } from "@/lib/imports/villages";
import { isReadSame, isSameWords } from "@/lib/plain-words";
import type { HolderPrefix, Sector } from "@/prisma/generated/enums";

export type RefusedRow = { row: number; label: string; reasons: string[] };

export type Plan = {
  ready: ReadyRow[];
  refused: RefusedRow[];
  questions: Question[];
  counts: Record<Effect, number>;
  kept: number;
  /** Changes whenever the plan does: what was shown is what is confirmed. */
  fingerprint: string;
};

export function planRows(draft: Draft, current: KnownDirectory, choices: Choices = {}): Plan {
  const refused = new Map<number, string[]>();
  const questions: Question[] = [];
  const groups = new Map<string, WholeRow[]>();
  for (const row of draft.rows) {
    const whole = wholeRow(row, current, choices, questions);
    if ("reasons" in whole) refused.set(row.row, whole.reasons);
    else add(groups, seatKey(whole.values.title, whole.values.institution, whole.values.villageCode), whole);
  }
  const ready: ReadyRow[] = [];
  const isEmptied = choices.empty === ticked;
  const kept = { count: 0 };
  for (const [key, rows] of groups) {
    const seats = current.seats.get(key) ?? [];
    const matches = matchGroup(rows, seats, (row) => choices[`jabatan-${row}`]);
    let ordinal = Math.max(0, ...seats.map((seat) => seat.ordinal));
    for (const row of rows) {
      const match = matches.get(row.row);
      const reasons = reasonsAgainst(row, match, rows);
      if (match?.kind === "unsure") questions.push(questionOfSeats(row, match.seats, choices));
      if (reasons.length > 0) {
        refused.set(row.row, reasons);
        continue;
      }
      const seat = match?.kind === "seat" ? match.seat : null;
      if (!seat) ordinal += 1;
      const outcome = outcomeOf(row.values, seat, draft, isEmptied);
      kept.count += outcome.kept;
      const warnings = [...crowdWarning(row, rows, seats.length), ...villageWarning(row.values, current.villages.own)];
      ready.push({ ...row, seat, ordinal, warnings, ...outcome });
    }
  }
  ready.sort((one, other) => one.row - other.row);
  const shared = sharedPhoneWarnings(ready, current);
  for (const { row, warnings } of ready) warnings.push(...(shared.get(row) ?? []));
  const counts = { baru: 0, ganti: 0, kosong: 0, perbarui: 0, tetap: 0 };
  for (const { effect } of ready) counts[effect] += 1;
  const refusedRows = draft.rows.flatMap(({ row, label }) => {
    const reasons = refused.get(row);
    return reasons ? [{ row, label, reasons }] : [];
  });
  return {
    ready,
    refused: refusedRows,
    questions,
    counts,
    kept: kept.count,
    fingerprint: fingerprintOf(ready, refusedRows),
  };
}

function add(groups: Map<string, WholeRow[]>, key: string, row: WholeRow): void {
  const rows = groups.get(key);
  if (rows) rows.push(row);
  else groups.set(key, [row]);
}

function wholeRow(
  { row, label, values, reasons }: DraftRow,
  current: KnownDirectory,
  choices: Choices,
  questions: Question[],
): WholeRow | { reasons: string[] } {
  if (!values || reasons.length > 0) return { reasons };
  const { village, phones, ...rest } = values;
  const found = village
    ? findVillage({ code: village, name: "" }, current.villages)
    : villageOfOnly(rest.title, rest.institution, current);
  const phone = phones.length > 0 ? phones.find((one) => one === choices[`hp-${row}`]) : values.phone;
  if (phones.length > 0) questions.push(questionOfPhones(row, values, choices));
  const faults = [
    ...("reason" in found ? [found.reason] : []),
    ...(phone === undefined ? [`Ada ${phones.length} nomor HP di satu sel: jawab pertanyaannya di atas`] : []),
  ];
  if (faults.length > 0 || "reason" in found || phone === undefined) return { reasons: faults };
  return { row, label, values: { ...rest, phone, villageCode: found.code } };
}

function villageOfOnly(
  title: string,
  institution: string,
  { seats, villagesWith }: KnownDirectory,
): { code: string | null } | { reason: string } {
  const key = seatKey(title, institution, null);
  const [only, ...others] = villagesWith.get(key) ?? [];
  if (seats.has(key) || only === undefined) return { code: null };
  return others.length === 0 ? { code: only } : { reason: "Jabatan ini ada di beberapa desa: isi kode desanya" };
}

function reasonsAgainst({ row, values }: WholeRow, match: Match | undefined, rows: readonly WholeRow[]): string[] {
  const other = rows.find((one) => one.row !== row);
  if (other && isHeldByOne(values.title))
    return [`Jabatan, instansi, dan desa ini juga ada di baris ${other.row}: sisakan satu baris`];
  if (match?.kind === "double")
    return [`Jabatan, instansi, desa, dan pejabat ini juga ada di baris ${match.other}: sisakan satu baris`];
  if (match?.kind === "unsure") return ["Jabatan ini dijabat beberapa orang: jawab pertanyaannya di atas"];
  return [];
}

function crowdWarning({ row }: WholeRow, rows: readonly WholeRow[], seats: number): string[] {
  const others = rows.slice(0, 6).flatMap((one) => (one.row === row ? [] : one.row));
  if (others.length > 0)
    return [`Jabatan yang sama juga di baris ${others.slice(0, 5).join(", ")}: dicatat masing-masing`];
  return seats > 1 ? [`Jabatan ini dijabat ${seats} orang di daftar mitra`] : [];
}

type Outcome = Pick<ReadyRow, "effect" | "changes" | "sector" | "protocolOrder"> & { kept: number };

function outcomeOf(values: RowValues, seat: KnownSeat | null, draft: Draft, isEmptied: boolean): Outcome {
  const place = placeOf(values, seat);
  if (!seat) return { ...place, effect: "baru", changes: proposalLines(values, place), kept: 0 };
  const changes = [
    change("Sektor", sectorNames[seat.sector], sectorNames[place.sector]),
    change("Urutan protokol", String(seat.protocolOrder), String(place.protocolOrder)),
  ].flat();
  const still = (all: string[], kept = 0): Outcome => ({
    ...place,
    effect: all.length > 0 ? "perbarui" : "tetap",
    changes: all,
    kept,
  });
  const { holder } = seat;
  if (!values.name)
    return holder
      ? { ...place, effect: "kosong", changes: [`${holder.name} → lowong`, ...changes], kept: 0 }
      : still(changes);
  if (!holder || !isSameWords(holder.name, values.name))
    return {
      ...place,
      effect: "ganti",
      changes: [`${holder?.name ?? "lowong"} → ${values.name}`, ...changes],
      kept: 0,
    };
  return still([...holderChanges(values, holder, draft, isEmptied), ...changes], keptOf(values, holder, draft));
}

function placeOf(values: RowValues, seat: KnownSeat | null): { sector: Sector; protocolOrder: number } {
  const { title, institution, villageCode } = values;
  const sector = values.sector ?? seat?.sector ?? proposeSector(title, institution, villageCode !== null);
  if (values.protocolOrder !== null) return { sector, protocolOrder: values.protocolOrder };
  const isKept = seat && (seat.sector === sector || !isProposedOrder(seat.protocolOrder, title, seat.sector));
  return { sector, protocolOrder: isKept ? seat.protocolOrder : proposeOrder(title, sector) };
}

function proposalLines(
  values: RowValues,
  { sector, protocolOrder }: { sector: Sector; protocolOrder: number },
): string[] {
  return values.sector === null
    ? [`Sektor diusulkan dari jabatannya: ${sectorNames[sector]}, urutan ${protocolOrder}`]
    : [];
}

function holderChanges(values: RowValues, holder: StandingHolder, draft: Draft, isEmptied: boolean): string[] {
  const after = heldValues(values, holder, draft, isEmptied);
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

const optional = ["prefix", "ownPost", "phone", "email"] as const satisfies readonly ColumnKey[];

export function heldValues(values: RowValues, holder: StandingHolder, draft: Draft, isEmptied: boolean) {
  const clears = (key: ColumnKey) => isEmptied && draft.columns.includes(key);
  return {
    name: values.name === null || isReadSame(values.name, holder.name) ? holder.name : values.name,
    prefix: values.prefix ?? (clears("prefix") ? null : holder.prefix),
    ownPost: values.ownPost ?? (clears("ownPost") ? null : holder.ownPost),
    phone: values.phone ?? (clears("phone") ? null : holder.phone),
    email: values.email ?? (clears("email") ? null : holder.email),
  };
}

function keptOf(values: RowValues, holder: StandingHolder, draft: Draft): number {
  return optional.filter((key) => draft.columns.includes(key) && values[key] === null && holder[key] !== null).length;
}

function change(name: string, before: string, after: string): string[] {
  return isReadSame(before, after) ? [] : [`${name}: ${before || "kosong"} → ${after || "kosong"}`];
}

function fingerprintOf(ready: readonly ReadyRow[], refused: readonly RefusedRow[]): string {
  const hash = createHash("sha256");
  for (const { row, effect, seat, values, changes, ordinal } of ready)
    hash.update(
      JSON.stringify([row, effect, seat?.id, seat?.holder?.id, effect === "baru" ? [values, ordinal] : changes]),
    );
  hash.update(JSON.stringify(refused.map(({ row }) => row)));
  return hash.digest("base64url");
}
