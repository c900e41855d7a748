import type { Readable } from "node:stream";
import type { Actor } from "@/lib/actor";
import { inLocalWords } from "@/lib/area-words/local";
import type { AreaWords } from "@/lib/area-words/words";
import { isIn, narrowed, reachOf } from "@/lib/follow-up/filter";
import { listQuarterRows, quarterLabel, quarterWords } from "@/lib/follow-up/quarters";
import { orderOf } from "@/lib/follow-up/reads";
import type { FollowUpFilter } from "@/lib/follow-up/schema";
import { sheetColumn, traceOf } from "@/lib/follow-up/sheet-columns";
import { streamTable, type Table } from "@/lib/imports/table-workbook";
import { type ListedItem, listScope, selectItems } from "@/lib/plan/item-query";
import { dueWords } from "@/lib/plan/rules";
import { progressNames } from "@/lib/progress/rules";
import { dayOf, dayToDate } from "@/lib/time";
import { Prisma } from "@/prisma/generated/client";

export const mostExported = 5000;

type Quarter = { year: number; quarter: number };

/** @returns null where there are more rows than a file takes */
export async function exportItems(actor: Actor, filter: FollowUpFilter, now: Date): Promise<Readable | null> {
  const today = dayOf(now, actor.organisation.timeZone);
  const scope = await listScope(actor);
  const state = filter.rtl.length > 0 ? "semua" : filter.status;
  const condition = Prisma.sql`${narrowed(actor, scope, filter)} AND ${isIn(state, today, reachOf(actor, scope))}`;
  const items = await selectItems(condition, orderOf(state), { take: mostExported + 1 });
  if (items.length > mostExported) return null;
  const told = await listQuarterRows(
    actor,
    items.map((item) => item.id),
    now,
  );
  const quarters = lastQuarters(today);
  const quarterCells = (item: ListedItem) =>
    quarters.map(({ year, quarter }) => {
      const row = told.get(item.id)?.find((one) => one.year === year && one.quarter === quarter);
      return row ? quarterWords(row) : null;
    });
  return streamTable(tableOf(items, quarters, quarterCells, today, actor.organisation.areaWords));
}

function lastQuarters(today: string): Quarter[] {
  const last = Number(today.slice(0, 4)) * 4 + Math.ceil(Number(today.slice(5, 7)) / 3) - 1;
  return [3, 2, 1, 0].map((back) => ({ year: Math.floor((last - back) / 4), quarter: ((last - back) % 4) + 1 }));
}

const plain = (header: string, width: number) => ({ header, width });

function tableOf(
  items: readonly ListedItem[],
  quarters: readonly Quarter[],
  quarterCells: (item: ListedItem) => (string | null)[],
  today: string,
  words: AreaWords,
): Table {
  return {
    sheet: "RTL",
    columns: [
      plain("Batas waktu", 12),
      plain("Keterangan", 17),
      plain("Nomor", 8),
      sheetColumn("label"),
      plain("Penanggung jawab", 34),
      plain("Instansi", 28),
      plain(inLocalWords(words, "Desa"), 26),
      sheetColumn("status"),
      sheetColumn("percent"),
      sheetColumn("note"),
      plain("Laporan terakhir", 12),
      plain("Catatan terakhir", 40),
      ...quarters.map((quarter) => plain(quarterLabel(quarter), 18)),
      plain("Masalah", 34),
      plain("Indikator", 30),
      plain("Capaian awal", 12),
      plain("Target", 12),
      plain("Satuan", 12),
      plain("Rapat", 40),
      plain("Tanggal rapat", 12),
      plain("Puskesmas", 30),
      sheetColumn("id"),
      sheetColumn("trace"),
    ],
    rows: items.map((item) => [
      dayToDate(item.deadline),
      dueWords(item, today),
      item.number,
      item.activity,
      [item.responsibleTitle, item.responsibleName].filter(Boolean).join(", "),
      item.responsibleInstitution,
      item.villages.map((village) => village.name).join(", "),
      progressNames[item.status],
      item.percent,
      null,
      item.lastReportedAt && dayToDate(dayOf(item.lastReportedAt, item.timeZone)),
      item.lastNote,
      ...quarterCells(item),
      item.problem,
      item.indicator,
      item.baseline,
      item.target,
      item.unit,
      item.meetingTitle,
      dayToDate(dayOf(item.startsAt, item.timeZone)),
      item.puskesmas.join(", "),
      item.id,
      traceOf(item),
    ]),
  };
}
