// The sheet of whole puskesmas: the columns of the sheet per desa, with a puskesmas in the place of the desa.
import type { Actor } from "@/lib/actor";
import { organisationsWithin } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { type ColumnKey, type LongKey, longColumns, monthColumns } from "@/lib/figures/import-columns";
import { cellText } from "@/lib/figures/numbers";
import { streamCsv } from "@/lib/imports/csv";
import type { Column } from "@/lib/imports/header";
import type { SheetCell } from "@/lib/imports/sheet-xml";
import { streamTable } from "@/lib/imports/table-workbook";
import type { WrittenVillage } from "@/lib/imports/villages";
import { listIndicators } from "@/lib/indicators/reads";
import { plainWords } from "@/lib/plain-words";
import { monthNames } from "@/lib/time";

type Place = Pick<Column<LongKey>, "header" | "also"> & { help: string; width: number };

const places: Partial<Record<LongKey, Place>> = {
  villageCode: {
    header: "Kode puskesmas",
    also: ["kode registrasi", "kode faskes", "kode"],
    width: 16,
    help: "Kode registrasi puskesmas. Boleh kosong bila namanya ditulis.",
  },
  village: {
    header: "Puskesmas",
    also: ["nama puskesmas", "nama faskes"],
    width: 30,
    help: "Nama puskesmas seperti di halaman Puskesmas.",
  },
};

export const officeColumns = longColumns.map((column) => ({ ...column, ...places[column.key] }));

export const officeImportColumns: readonly Column<ColumnKey>[] = [...officeColumns, ...monthColumns];

export type KnownPuskesmas = { id: string; name: string; registrationCode: string | null };

export function listPuskesmasWithin(tx: Db, actor: Actor): Promise<KnownPuskesmas[]> {
  return tx.organisation.findMany({
    where: { AND: [{ kind: "PUSKESMAS" }, organisationsWithin(actor)] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, registrationCode: true },
  });
}

const nameOf = (text: string) => plainWords(text).replace(/^(uptd |upt )?(puskesmas|pkm) (?=.)/, "");

/** Finds a puskesmas by its code, else by its name; its id is given as the code. */
export function puskesmasFinder(all: readonly KnownPuskesmas[]) {
  const byCode = new Map(all.flatMap((one) => (one.registrationCode ? [[one.registrationCode, one] as const] : [])));
  const byName = new Map<string, KnownPuskesmas[]>();
  for (const one of all) byName.set(nameOf(one.name), [...(byName.get(nameOf(one.name)) ?? []), one]);
  return ({ code, name }: WrittenVillage): { code: string } | { reason: string } => {
    const coded = byCode.get(code.replace(/\s/g, ""));
    const [first, second] = byName.get(nameOf(name || code)) ?? [];
    if (coded)
      return name === "" || first?.id === coded.id || nameOf(name) === nameOf(coded.name)
        ? { code: coded.id }
        : { reason: `Kode ${code} adalah ${coded.name}, tetapi di kolom nama tertulis “${name.slice(0, 60)}”` };
    if (second) return { reason: `Ada beberapa puskesmas bernama ${name || code}: tulis kodenya` };
    if (first) return { code: first.id };
    return { reason: `Puskesmas “${(name || code).slice(0, 60)}” tidak ada di antara yang Anda kelola` };
  };
}

const mostRows = 50_000;

type Wanted = { year: number; indicatorId?: string | undefined };

export async function officeTemplate(actor: Actor, { year, indicatorId }: Wanted) {
  const [puskesmas, all] = await Promise.all([
    listPuskesmasWithin(db, actor),
    listIndicators(actor, actor.organisation.id),
  ]);
  const indicators = all.filter(({ id }) => !indicatorId || id === indicatorId);
  const told = await db.puskesmasValue.findMany({
    where: { sourceId: actor.organisation.id, year, indicatorId: { in: indicators.map(({ id }) => id) } },
    take: mostRows * 12,
    select: { puskesmasId: true, indicatorId: true, month: true, value: true },
  });
  const values = new Map(
    told.map((row) => [`${row.puskesmasId} ${row.indicatorId} ${row.month}`, row.value.toNumber()]),
  );
  const rows = indicators
    .slice(0, Math.max(1, Math.floor(mostRows / Math.max(1, puskesmas.length))))
    .flatMap(({ id, name }) =>
      puskesmas.map((one) => [
        one.registrationCode,
        one.name,
        name,
        year,
        ...monthNames.map((_, index) => values.get(`${one.id} ${id} ${index + 1}`) ?? null),
      ]),
    );
  return { rows, indicators: indicators.map(({ name }) => name) };
}

const wideColumns = [
  ...officeColumns.slice(0, 4),
  ...monthNames.map((header) => ({ header: String(header), width: 11 })),
].map(({ header, width }) => ({ header, width }));

type Template = Awaited<ReturnType<typeof officeTemplate>>;

export function officeCsv({ rows }: Template) {
  const words = (cell: string | number | null) => (typeof cell === "number" ? cellText(cell) : (cell ?? ""));
  return streamCsv([wideColumns.map(({ header }) => header), ...rows.map((row) => row.map(words))]);
}

export function officeWorkbook({ rows, indicators }: Template) {
  const text = (words: string): SheetCell => ({ text: words, look: "wrapped" });
  const bold = (words: string): SheetCell => ({ text: words, look: "bold" });
  const help: SheetCell[][] = [
    [bold("Kolom"), bold("Isinya")],
    ...officeColumns.slice(0, 4).map((column): SheetCell[] => [text(column.header), text(column.help)]),
    [text("Januari sampai Desember"), text("Angka seluruh puskesmas di bulan itu. Sel kosong tidak mengubah apa pun.")],
    [],
    [bold("Boleh juga"), text(`Satu baris satu bulan: kolom Bulan, Nilai, dan bila perlu Sasaran bulan ini.`)],
    [],
    [bold("Indikator")],
    ...indicators.map((name): SheetCell[] => [null, text(name)]),
  ];
  return streamTable({ sheet: "Capaian puskesmas", columns: wideColumns, rows }, [
    { sheet: "Petunjuk", rows: help, columns: [{ width: 26 }, { width: 100 }] },
  ]);
}
