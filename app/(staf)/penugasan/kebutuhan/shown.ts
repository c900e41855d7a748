import { shareLook } from "@/components/matrix/cell-looks";
import type { Head, ShownCell, ShownRow } from "@/components/matrix/matrix-table";
import type { Office } from "@/lib/matrix/office";
import { type NeedFilter, sums } from "@/lib/needs/filter";
import {
  type NeedCell,
  type NeedRow,
  type NeedState,
  needLetters,
  needNames,
  shortNames,
  stateOf,
} from "@/lib/needs/states";
import { professionNames } from "@/lib/staff/professions";
import { withQuery } from "@/lib/web/query";
import type { Profession } from "@/prisma/generated/enums";

export const needLooks: Record<NeedState, string> = {
  none: "bg-late text-surface",
  short: "bg-late-soft text-late",
  ending: "bg-soon-soft text-soon",
  met: "bg-done-soft text-done",
};

type Address = { [K in keyof NeedFilter]?: NeedFilter[K] | undefined };

export function needAddress({ halaman: _, ...filter }: Address): string {
  return withQuery("/penugasan/kebutuhan", filter);
}

export function headsOf(filter: NeedFilter, first: string, professions: readonly Profession[]): Head[] {
  const sort = (urut: NeedFilter["urut"]) => ({
    href: needAddress({ ...filter, urut }),
    isSorted: filter.urut === urut,
  });
  return [
    { text: first, ...sort("nama") },
    ...professions.map((one) => ({ text: shortNames[one], title: professionNames[one], ...sort(one) })),
    { text: "Orang kurang", title: "Orang yang kurang dari standar", ...sort("kurang") },
    { text: "Penugasan", title: "Penugasan khusus yang berjalan", ...sort("penugasan") },
    { text: "Berakhir", title: "Penugasan khusus yang berakhir dalam 12 bulan", ...sort("berakhir") },
  ];
}

export function shownRow(
  row: NeedRow,
  office: Office,
  filter: NeedFilter,
  professions: readonly Profession[],
): ShownRow {
  const isPuskesmas = office.level === "puskesmas";
  const figures = [sums.missing(row), sums.assigned(row), sums.ending(row)];
  return {
    id: row.id,
    name: row.name,
    href: isPuskesmas
      ? withQuery("/penugasan", { puskesmas: row.id })
      : needAddress({ wilayah: row.id, profesi: filter.profesi }),
    cells: professions.map((profession) => {
      const cell = row.cells.find((one) => one.profession === profession);
      if (!cell)
        return { text: "–", look: "text-muted", title: `${professionNames[profession]}: tidak diminta standar` };
      return isPuskesmas ? cellOfOne(cell, row.id) : cellOfMany(cell, row.id, filter);
    }),
    figures: figures.map((count) => count.toLocaleString("id-ID")),
  };
}

function cellOfOne(cell: NeedCell, id: string): ShownCell {
  const { profession, staff, least, assigned, ending } = cell;
  const state = stateOf(cell);
  const terms = assigned > 0 ? `; ${assigned} penugasan khusus, ${ending} berakhir dalam 12 bulan` : "";
  return {
    text: `${needLetters[state]} ${staff}`,
    look: needLooks[state],
    title: `${professionNames[profession]}: ${staff} orang, standar ${least}, ${needNames[state]}${terms}`,
    ...(assigned > 0 ? { href: withQuery("/penugasan", { puskesmas: id, profesi: profession }) } : {}),
  };
}

function cellOfMany({ profession, met, puskesmas, missing }: NeedCell, id: string, filter: NeedFilter): ShownCell {
  return {
    text: String(Math.floor((met / puskesmas) * 100 + 1e-9)),
    look: shareLook(met / puskesmas),
    title: `${professionNames[profession]}: ${met} dari ${puskesmas} puskesmas cukup; ${missing} orang kurang`,
    href: needAddress({ ...filter, wilayah: id, urut: profession }),
  };
}
