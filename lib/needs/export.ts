import type { Readable } from "node:stream";
import { type PlainSheet, streamRows, type Table } from "@/lib/imports/table-workbook";
import { arrangeNeeds, type NeedFilter, sums } from "@/lib/needs/filter";
import { type Ranked, rankingRule, reasonOf } from "@/lib/needs/ranking";
import { professionsOf } from "@/lib/needs/reads";
import { type NeedRow, needLetters, needNames, needStates, stateOf } from "@/lib/needs/states";
import { professionNames } from "@/lib/staff/professions";
import type { Profession } from "@/prisma/generated/enums";

type Shown = { rows: readonly NeedRow[]; ranked: readonly Ranked[]; filter: NeedFilter; isPuskesmas: boolean };

const plain = (header: string, width: number) => ({ header, width });

export function exportNeeds({ rows, ranked, filter, isPuskesmas }: Shown): Readable {
  const professions = professionsOf(rows);
  const figures = isPuskesmas ? ["ada", "standar", "status"] : ["ada", "puskesmas cukup", "orang kurang"];
  return streamRows(
    {
      sheet: "Ketenagaan",
      columns: [
        plain("Nama", 34),
        plain("Puskesmas", 11),
        plain("Puskesmas lengkap", 11),
        plain("Orang kurang", 10),
        plain("Penugasan khusus", 11),
        plain("Berakhir 12 bulan", 11),
        ...professions.flatMap((one) => figures.map((figure) => plain(`${professionNames[one]}, ${figure}`, 12))),
      ],
      rows: lines(arrangeNeeds(rows, filter), professions, isPuskesmas),
    },
    [rankingSheet(ranked), explanation()],
  );
}

async function* lines(
  rows: readonly NeedRow[],
  professions: readonly Profession[],
  isPuskesmas: boolean,
): AsyncGenerator<Table["rows"][number]> {
  for (const row of rows) {
    const own = [row.name, row.puskesmas, row.complete, sums.missing(row), sums.assigned(row), sums.ending(row)];
    yield [...own, ...professions.flatMap((profession) => figuresOf(row, profession, isPuskesmas))];
  }
}

function figuresOf({ cells }: NeedRow, profession: Profession, isPuskesmas: boolean): Table["rows"][number] {
  const cell = cells.find((one) => one.profession === profession);
  if (!cell) return [null, null, null];
  return isPuskesmas
    ? [cell.staff, cell.least, needLetters[stateOf(cell)]]
    : [cell.staff, `${cell.met} dari ${cell.puskesmas}`, cell.missing];
}

function rankingSheet(ranked: readonly Ranked[]): PlainSheet {
  return {
    sheet: "Siapa lebih dulu",
    columns: [{ width: 6 }, { width: 34 }, { width: 24 }, { width: 60 }, { width: 44 }],
    rows: [
      ["Urutan", "Puskesmas", "Profesi", "Alasan", "Dapat dipindahkan dari"],
      ...ranked.map((one, place) => [
        place + 1,
        one.name,
        professionNames[one.profession],
        reasonOf(one),
        one.source ? `${one.source} (${one.surplus} di atas standar)` : "",
      ]),
      [],
      [rankingRule],
    ],
  };
}

function explanation(): PlainSheet {
  return {
    sheet: "Keterangan",
    columns: [{ width: 10 }, { width: 70 }],
    rows: needStates.map((state) => [needLetters[state], needNames[state]]),
  };
}
