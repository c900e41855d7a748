import type { Readable } from "node:stream";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { type PlainSheet, streamRows, type Table } from "@/lib/imports/table-workbook";
import { arrange, type MatrixFilter, measured } from "@/lib/matrix/filter";
import type { Office } from "@/lib/matrix/office";
import { findMatrix, readMatrix } from "@/lib/matrix/reads";
import { attendanceShare, isLate, type MatrixRow, meanAge, planShare, share, stateOf } from "@/lib/matrix/rows";
import { listPuskesmas, scopeOf } from "@/lib/matrix/scope-sql";
import { keptSource, liveSource, mostLive } from "@/lib/matrix/source";
import { cellLetters, cellNames, cellStates, periods } from "@/lib/matrix/states";
import { periodName } from "@/lib/meetings/rules";
import { dayOf, dayToDate } from "@/lib/time";

type Asked = {
  filter: MatrixFilter;
  year: number;
  now: Date;
  /** Each puskesmas in a line of its own, also where the page shows kabupaten or provinces. */
  isEach: boolean;
};

const atOnce = 500;

/** What is seen as a workbook, all its rows in their order; written while it is sent. */
export async function exportMatrix(actor: Actor, office: Office, asked: Asked): Promise<Readable> {
  const ofPuskesmas = asked.isEach || office.level === "puskesmas";
  const rows =
    asked.isEach && office.level !== "puskesmas"
      ? eachPuskesmas(actor, office, asked)
      : once(arrange((await findMatrix(actor, office, asked.year, asked.now)).rows, asked.filter));
  return streamRows(
    {
      sheet: `Matriks ${asked.year}`,
      columns: columnsOf(asked.year),
      rows: lines(rows, ofPuskesmas, asked),
    },
    [explanation(ofPuskesmas)],
  );
}

async function* once(rows: readonly MatrixRow[]): AsyncGenerator<MatrixRow> {
  yield* rows;
}

async function* eachPuskesmas(actor: Actor, office: Office, { year, now }: Asked): AsyncGenerator<MatrixRow> {
  const today = dayOf(now, actor.organisation.timeZone);
  const ids = await listPuskesmas(actor, office);
  const source = ids.length <= mostLive ? liveSource(today) : keptSource;
  for (let from = 0; from < ids.length; from += atOnce) {
    const part = ids.slice(from, from + atOnce);
    const { rows } = await readMatrix(scopeOf(actor, office, { only: part, isEach: true }), source, year, today);
    const placed = new Map(rows.map((row) => [row.id, row]));
    for (const id of part) {
      const row = placed.get(id);
      if (row) yield row;
    }
  }
}

const plain = (header: string, width: number) => ({ header, width });

function columnsOf(year: number): Table["columns"] {
  return [
    plain("Nama", 34),
    plain("Provinsi", 22),
    plain("Kabupaten/kota", 26),
    plain("Puskesmas", 10),
    ...periods.map((period) => plain(periodName({ ...period, year }), 9)),
    plain("RTL tepat waktu (%)", 11),
    plain("RTL terbuka", 10),
    plain("RTL terlambat", 10),
    plain("Umur RTL terbuka (hari)", 11),
    plain("RTL terbuka sejak", 12),
    plain("Lintas sektor hadir (%)", 11),
    plain("Lintas sektor diundang", 11),
    plain("Terakhir aktif", 12),
  ];
}

async function* lines(
  rows: AsyncIterable<MatrixRow>,
  isPuskesmas: boolean,
  { filter }: Asked,
): AsyncGenerator<Table["rows"][number]> {
  const areas = await areaNames();
  for await (const row of rows) {
    const [province = "", kabupaten = ""] = row.areaCode.split(".");
    yield [
      row.name,
      areas.get(province) ?? null,
      areas.get(`${province}.${kabupaten}`) ?? null,
      row.puskesmas,
      ...row.cells.map((cell) =>
        isPuskesmas ? letterOf(cell) : percentOf(share(measured(cell, filter.ukuran), cell.due)),
      ),
      percentOf(planShare(row.plan)),
      row.open,
      row.overdue,
      meanAge(row),
      row.oldestOn,
      percentOf(attendanceShare(row.attendance)),
      row.attendance.invited,
      row.lastActiveAt && dayToDate(dayOf(row.lastActiveAt, "Asia/Jakarta")),
    ];
  }
}

function letterOf(cell: MatrixRow["cells"][number]): string {
  return `${cellLetters[stateOf(cell)]}${isLate(cell) ? "!" : ""}`;
}

function percentOf(part: number | null): number | null {
  return part === null ? null : Math.floor(part * 1000 + 1e-9) / 10;
}

async function areaNames(): Promise<Map<string, string>> {
  const areas = await db.area.findMany({
    where: { OR: [{ parentCode: null }, { parent: { parentCode: null } }] },
    select: { code: true, name: true },
  });
  return new Map(areas.map(({ code, name }) => [code, name]));
}

function explanation(isPuskesmas: boolean): PlainSheet {
  const letters = cellStates.map((state) => [cellLetters[state], cellNames[state]]);
  return {
    sheet: "Keterangan",
    columns: [{ width: 10 }, { width: 60 }],
    rows: isPuskesmas
      ? [...letters, ["!", "laporan terlambat, atau Lokmin terlewat"]]
      : [["0–100", "persen puskesmas, dari yang sudah waktunya"]],
  };
}
