import type { Readable } from "node:stream";
import { type Actor, NotAllowed } from "@/lib/actor";
import { inLocalWords, sayIn } from "@/lib/area-words/local";
import { type AreaWords, generalWords } from "@/lib/area-words/words";
import { db } from "@/lib/db";
import { longColumns } from "@/lib/figures/import-columns";
import { cellText } from "@/lib/figures/numbers";
import { streamCsv } from "@/lib/imports/csv";
import type { SheetCell } from "@/lib/imports/sheet-xml";
import { streamTable, type Table, writeTable } from "@/lib/imports/table-workbook";
import { findPuskesmasInView, listIndicators, listVillages } from "@/lib/indicators/reads";
import { canWriteFigures } from "@/lib/indicators/rules";

type FileRow = readonly (string | number | null)[];

const mostCells = 60_000;

/** Null where the actor may not look. */
export async function exportValues(actor: Actor, puskesmasId: string, year: number) {
  const puskesmas = await findPuskesmasInView(actor, puskesmasId);
  if (!puskesmas) return null;
  const rows = await db.indicatorValue.findMany({
    where: {
      puskesmasId,
      year,
      indicator: { archivedAt: null },
      village: { workingAreas: { some: { puskesmasId } } },
    },
    orderBy: [{ indicator: { position: "asc" } }, { indicatorId: "asc" }, { villageCode: "asc" }, { month: "asc" }],
    take: mostCells,
    select: {
      villageCode: true,
      month: true,
      value: true,
      denominator: true,
      village: { select: { name: true } },
      indicator: { select: { name: true } },
    },
  });
  return {
    puskesmas,
    rows: rows.map(
      ({ villageCode, village, indicator, month, value, denominator }): FileRow => [
        villageCode,
        village.name,
        indicator.name,
        year,
        month,
        value.toNumber(),
        denominator,
      ],
    ),
  };
}

export async function valuesTemplate(actor: Actor, year: number, month: number) {
  if (!canWriteFigures(actor)) throw new NotAllowed(actor, "import figures");
  const puskesmasId = actor.organisation.id;
  const [indicators, villages] = await Promise.all([
    listIndicators(actor, puskesmasId),
    listVillages(actor, puskesmasId),
  ]);
  const rows = indicators.flatMap(({ name: indicator }) =>
    villages.map(({ code, name }): FileRow => [code, name, indicator, year, month, null, null]),
  );
  return { rows, indicators: indicators.map(({ name }) => name), villages };
}

export function valuesCsv(rows: readonly FileRow[], area: AreaWords = generalWords): Readable {
  const words = (cell: string | number | null) => (typeof cell === "number" ? cellText(cell) : (cell ?? ""));
  return streamCsv([longColumns.map(({ header }) => inLocalWords(area, header)), ...rows.map((row) => row.map(words))]);
}

export function valuesWorkbook(rows: readonly FileRow[], area: AreaWords = generalWords): Readable {
  return streamTable(valuesTable(rows, area));
}

export function templateWorkbook(
  { rows, indicators, villages }: Awaited<ReturnType<typeof valuesTemplate>>,
  area: AreaWords = generalWords,
) {
  const say = sayIn(area);
  const bold = (text: string): SheetCell => ({ text, look: "bold" });
  const text = (words: string): SheetCell => ({ text: words, look: "wrapped" });
  const data: SheetCell[][] = [
    [bold("Kolom"), bold("Isinya")],
    ...longColumns.map(({ header, help }): SheetCell[] => [text(say(header)), text(say(help))]),
    [],
    [
      bold("Boleh juga"),
      text("Satu baris untuk setahun: ganti kolom Bulan dan Nilai dengan kolom Januari sampai Desember."),
    ],
    [],
    [bold("Indikator")],
    ...indicators.map((name): SheetCell[] => [null, text(name)]),
    [],
    [bold(say("Kode desa")), bold(say("Desa di wilayah kerja Anda"))],
    ...villages.map(({ code, name }): SheetCell[] => [text(code), text(name)]),
  ];
  return writeTable(valuesTable(rows, area), [
    { sheet: "Petunjuk", rows: data, columns: [{ width: 22 }, { width: 100 }] },
  ]);
}

function valuesTable(rows: readonly FileRow[], area: AreaWords): Table {
  const columns = longColumns.map((column) => ({ ...column, header: inLocalWords(area, column.header) }));
  return { sheet: "Capaian", columns, rows };
}
