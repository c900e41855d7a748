import { createHash } from "node:crypto";
import type { Actor } from "@/lib/actor";
import type { ExchangeDraft, SentValue } from "@/lib/data-exchange/draft";
import { type ElementTarget, type Mapping, readMapping, type UnitTarget } from "@/lib/data-exchange/mapping";
import { type Month, periodOf, readPeriod } from "@/lib/data-exchange/periods";
import { type Place, placeKey } from "@/lib/data-exchange/places";
import { readStored, type Stored } from "@/lib/data-exchange/stored";
import type { Db } from "@/lib/db";
import type { Change, RefusedCell } from "@/lib/figures/import-plan";
import { hasCome } from "@/lib/figures/months";
import { cellText, mostPercent } from "@/lib/figures/numbers";
import { differingOf } from "@/lib/figures/office-plan";
import type { Choices } from "@/lib/imports/choices";
import { takesMonthlyDenominator } from "@/lib/indicators/rules";
import { momentName } from "@/lib/pws/readings";
import { dayOf } from "@/lib/time";

export type ExchangeRow = Place & { value: number; denominator: number | null };

export type Unmapped = { code: string; rows: number; first: number };

export type ExchangePlan = {
  rows: ExchangeRow[];
  deleted: Place[];
  counts: { baru: number; ubah: number; tetap: number; hapus: number };
  changes: Change[];
  removals: Change[];
  refused: RefusedCell[];
  differing: Change[];
  unmapped: { elements: Unmapped[]; units: Unmapped[] };
  mapping: Mapping;
  used: { elements: Map<string, ElementTarget>; units: Map<string, UnitTarget> };
  fingerprint: string;
};

type Group = {
  row: number;
  label: string;
  place: Place;
  element: ElementTarget;
  numerators: number[];
  denominators: number[];
  isDeleted: boolean;
};

export async function planExchange(
  tx: Db,
  actor: Actor,
  draft: ExchangeDraft,
  choices: Choices,
): Promise<ExchangePlan> {
  const mapping = await readMapping(tx, actor, choices, orgUnitsOf(draft));
  const today = dayOf(new Date(), actor.organisation.timeZone);
  const gathered = gather(draft, mapping, today);
  const stored = await readStored(
    tx,
    actor,
    [...gathered.groups.values()].map(({ place }) => place),
  );
  const settled = settle(gathered.groups, stored);
  const refused = [...gathered.refused, ...settled.refused].sort((one, other) => one.row - other.row);
  const differing = await differingOf(
    tx,
    actor.organisation.id,
    settled.told.filter(({ key }) => key.villageCode === null),
  );
  const hash = createHash("sha256");
  hash.update(JSON.stringify([settled.rows, settled.deleted, settled.counts, refused, gathered.unmapped]));
  return {
    ...{ rows: settled.rows, deleted: settled.deleted, counts: settled.counts, changes: settled.changes },
    ...{ removals: settled.removals, refused, differing, mapping },
    ...{ unmapped: gathered.unmapped, used: gathered.used },
    fingerprint: hash.digest("base64url"),
  };
}

export function orgUnitsOf({ values }: ExchangeDraft): string[] {
  return [...new Set(values.map(({ orgUnit }) => orgUnit))];
}

function gather({ values }: ExchangeDraft, mapping: Mapping, today: string) {
  const groups = new Map<string, Group>();
  const refused: RefusedCell[] = [];
  const elements = new Map<string, Unmapped>();
  const units = new Map<string, Unmapped>();
  const used: ExchangePlan["used"] = { elements: new Map(), units: new Map() };
  const firstRows = new Map<string, number>();
  for (const value of values) {
    const element = mapping.elementOf(value);
    const place = mapping.unitOf(value.orgUnit);
    if (!element) count(elements, value.dataElement, value.row);
    if (!place) count(units, value.orgUnit, value.row);
    if (!element || !place) continue;
    const { unit } = place;
    if (!element.isKept) used.elements.set(value.dataElement, element);
    if (!place.isKept) used.units.set(value.orgUnit, unit);
    const label = `${unit.name}, ${element.indicator.name}, ${value.period}`;
    const month = readPeriod(value.period);
    const reasons = "reason" in month ? [month.reason] : faultsOf(value, element, month, today);
    const same = sameKey(value);
    const first = firstRows.get(same);
    if (first !== undefined) reasons.push(`Angka yang sama juga ada di baris ${first}: sisakan satu`);
    firstRows.set(same, first ?? value.row);
    if (reasons.length > 0 || "reason" in month) {
      refused.push({ row: value.row, label, reasons });
      continue;
    }
    const { puskesmasId, villageCode } = unit;
    const at = { puskesmasId, villageCode, indicatorId: element.indicator.id, ...month };
    const group = groups.get(placeKey(at)) ?? {
      ...{ row: value.row, label, place: at, element, numerators: [], denominators: [], isDeleted: false },
    };
    groups.set(placeKey(at), group);
    if (value.isDeleted) group.isDeleted ||= element.part === "NUMERATOR";
    else (element.part === "NUMERATOR" ? group.numerators : group.denominators).push(Number(value.value));
  }
  return { groups, refused, used, unmapped: { elements: [...elements.values()], units: [...units.values()] } };
}

function count(list: Map<string, Unmapped>, code: string, row: number): void {
  const known = list.get(code);
  if (known) known.rows += 1;
  else list.set(code, { code, rows: 1, first: row });
}

function sameKey(value: SentValue): string {
  const { dataElement, period, orgUnit, categoryOptionCombo, attributeOptionCombo } = value;
  return JSON.stringify([dataElement, period, orgUnit, categoryOptionCombo, attributeOptionCombo]);
}

const most = 9_999_999;

function faultsOf(value: SentValue, { indicator, part }: ElementTarget, month: Month, today: string): string[] {
  const reasons: string[] = [];
  if (indicator.isArchived) reasons.push(`Indikator “${indicator.name}” sudah diarsipkan`);
  if (!hasCome(month, today)) reasons.push(`${momentName(month)} belum tiba: periksa periodenya`);
  if (part === "DENOMINATOR" && !takesMonthlyDenominator(indicator))
    reasons.push(`${indicator.name} tidak memakai sasaran bulanan: petakan elemen ini sebagai pembilang`);
  if (value.isDeleted) return reasons;
  const number = /^-?\d{1,12}(\.\d{1,20})?$/.test(value.value) ? Number(value.value) : null;
  const shown = value.value.slice(0, 40);
  if (number === null) reasons.push(value.value === "" ? "Nilainya kosong" : `Nilai “${shown}” bukan angka`);
  else if (number < 0) reasons.push(`Nilai ${shown} tidak boleh kurang dari 0`);
  else if (indicator.form === "PERCENT" && part === "NUMERATOR" && number > mostPercent)
    reasons.push(`Nilai ${shown} terlalu besar: persen paling banyak ${cellText(mostPercent)}`);
  else if (number > most) reasons.push(`Nilai ${shown} paling banyak ${most.toLocaleString("id-ID")}`);
  else if ((indicator.form !== "PERCENT" || part === "DENOMINATOR") && !Number.isInteger(number))
    reasons.push(`Nilai ${shown} harus angka bulat: ${indicator.name} menghitung jumlah`);
  return reasons;
}

const mostChanges = 200;

function settle(groups: ReadonlyMap<string, Group>, stored: ReadonlyMap<string, Stored>) {
  const rows: ExchangeRow[] = [];
  const deleted: Place[] = [];
  const changes: Change[] = [];
  const removals: Change[] = [];
  const refused: RefusedCell[] = [];
  const told: { row: number; label: string; value: number; key: Place }[] = [];
  const counts = { baru: 0, ubah: 0, tetap: 0, hapus: 0 };
  for (const [key, { row, label, place, element, numerators, denominators, isDeleted }] of groups) {
    const before = stored.get(key);
    const no = (reason: string) => refused.push({ row, label, reasons: [reason] });
    if (numerators.length > 1 && element.indicator.form === "PERCENT") {
      no("Beberapa persen tidak dapat dijumlahkan: petakan satu elemen data saja untuk indikator ini");
      continue;
    }
    const value = numerators.length > 0 ? toHundredths(sum(numerators)) : isDeleted ? null : (before?.value ?? null);
    if (value === null && !isDeleted) {
      no("Sasarannya ada, tetapi jumlahnya belum: kirim juga pembilangnya");
      continue;
    }
    if (before?.isOfAnother && before.value !== value) {
      const sent = value === null ? "penghapusan" : `angka ${cellText(value)}`;
      no(`${before.source} sudah mengisi ${cellText(before.value)}; ${sent} dari berkas tidak menimpanya`);
      continue;
    }
    if (value === null) {
      if (!before) {
        counts.tetap += 1;
        continue;
      }
      deleted.push(place);
      counts.hapus += 1;
      if (removals.length < mostChanges) removals.push({ row, label, words: `${cellText(before.value)} → dihapus` });
      continue;
    }
    const denominator = denominators.length > 0 ? sum(denominators) : (before?.denominator ?? null);
    told.push({ row, label, value, key: place });
    if (before?.value === value && before.denominator === denominator) {
      counts.tetap += 1;
      continue;
    }
    rows.push({ ...place, value, denominator });
    counts[before ? "ubah" : "baru"] += 1;
    if (before && changes.length < mostChanges)
      changes.push({ row, label, words: `${cellText(before.value)} → ${cellText(value)}` });
  }
  return { rows, deleted, changes, removals, refused, told, counts };
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const toHundredths = (value: number) => Math.round(value * 100) / 100;

/** "202601" and the like, for what is told of a file. */
export function periodsOf(rows: readonly Month[]): string[] {
  return [...new Set(rows.map(periodOf))].sort().slice(0, 36);
}
