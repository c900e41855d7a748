import type { Actor } from "@/lib/actor";
import { findAgreedPlan } from "@/lib/approvals/reads";
import { inLocalWords } from "@/lib/area-words/local";
import { wordsOfVillages } from "@/lib/area-words/words";
import { listCarriedItems } from "@/lib/follow-up/carry-over";
import { reviewOutcomeNames } from "@/lib/follow-up/review-rules";
import type { Block, Cell, Column } from "@/lib/papers/model";
import { dayCell, lines, listed, numberCell, numberColumn } from "@/lib/papers/parts/blocks";
import { postWords } from "@/lib/papers/parts/people";
import { shared } from "@/lib/papers/parts/shared-reads";
import type { AgreedRow } from "@/lib/plan/approved-plan";
import type { ListedItem } from "@/lib/plan/item-query";
import { listActionItems, listVillageChoices } from "@/lib/plan/reads";
import { fundingNames, ownerWords, targetWords } from "@/lib/plan/rules";
import { formatDayLong } from "@/lib/time";
import type { FundingSource } from "@/prisma/generated/enums";

export type PlanRow = {
  id: string;
  number: number;
  problem: string | null;
  cause: string | null;
  activity: string;
  /** As agreed: of the approval in force. */
  owner: string;
  deadline: string;
  support: string | null;
  villages: string[];
  target: string;
  funding: FundingSource | null;
};

export type CarriedRow = {
  activity: string;
  agreedAt: string;
  owner: string;
  deadline: string;
  /** null while the meeting has not spoken of it. */
  outcome: string | null;
  note: string | null;
};

type Plan = { plan: PlanRow[]; carried: CarriedRow[] };

const villagesOf = shared(listVillageChoices);

export const readPlan = shared(async (actor: Actor, meetingId: string): Promise<Plan> => {
  const [items, carriedItems, agreed, workingArea] = await Promise.all([
    listActionItems(actor, meetingId),
    listCarriedItems(actor, meetingId),
    findAgreedPlan(actor, meetingId),
    villagesOf(actor, meetingId),
  ]);
  return {
    plan: items.map((item) => ({
      id: item.id,
      number: item.number,
      problem: item.problem,
      cause: item.cause,
      activity: item.activity,
      owner: ownerOnPaper(item, agreed.get(item.id)),
      deadline: agreed.get(item.id)?.deadline ?? item.deadline,
      support: item.support,
      villages: placesOf(item.villages, workingArea),
      target: [item.indicator, targetWords(item)].filter(Boolean).join(": "),
      funding: item.fundingSource,
    })),
    carried: carriedItems.map(({ item, deadline, review, postponements }) => ({
      activity: item.activity,
      agreedAt: item.meetingTitle,
      owner: ownerOnPaper(item, agreed.get(item.id)),
      deadline,
      outcome: review && outcomeWords(review, postponements),
      note: review?.reason ?? review?.note ?? null,
    })),
  };
});

function placesOf(villages: readonly { name: string }[], all: readonly { code: string }[]): string[] {
  return all.length > 2 && villages.length === all.length
    ? [`${inLocalWords(wordsOfVillages(all.map(({ code }) => code)), "Semua desa")} wilayah kerja (${all.length})`]
    : villages.map(({ name }) => name);
}

/** "Danramil Sragi, Kapten Inf Wiratno Baskoro"; another owner by now stays as the approval kept him. */
function ownerOnPaper(item: ListedItem, agreed: AgreedRow | undefined): string {
  if (agreed && agreed.owner !== ownerWords(item)) return agreed.owner;
  const { responsibleTitle: title, responsibleInstitution: institution, responsibleName: name } = item;
  return [title ? postWords(title, institution) : institution, name].filter(Boolean).join(", ");
}

type Review = NonNullable<Awaited<ReturnType<typeof listCarriedItems>>[number]["review"]>;

function outcomeWords({ outcome, percent, newDeadline }: Review, postponements: number): string {
  const words = [reviewOutcomeNames[outcome]];
  if (outcome === "IN_PROGRESS" || outcome === "CONTINUED") words.push(`${percent} %`);
  if (newDeadline) words.push(`sampai ${formatDayLong(newDeadline)}`);
  if (outcome === "CONTINUED") words.push(`ditunda ke-${postponements}`);
  return words.join(", ");
}

function fundingWords(funding: FundingSource | null): string {
  return funding ? fundingNames[funding] : "";
}

function villageWords(villages: readonly string[]): string {
  return listed(villages);
}

const shortColumns: Column[] = [
  numberColumn,
  { head: "Rencana Tindak Lanjut", width: 36 },
  { head: "Penanggung Jawab", width: 24 },
  { head: "Desa", width: 17 },
  { head: "Tanggal Penyelesaian", width: 18, type: "date" },
];

/** The plan in the minutes: recommendation, owner and day, as wide as an upright page takes. */
export function shortPlanTable(plan: readonly PlanRow[]): Block {
  return {
    type: "table",
    caption: "Rencana tindak lanjut",
    columns: shortColumns,
    rows: plan.map((row) => [
      numberCell(row.number),
      lines([row.activity, row.target && `Target: ${row.target}`]),
      row.owner,
      villageWords(row.villages),
      dayCell(row.deadline, formatDayLong),
    ]),
  };
}

export function carriedTable(carried: readonly CarriedRow[]): Block {
  return {
    type: "table",
    caption: "Evaluasi rencana tindak lanjut pertemuan sebelumnya",
    columns: [
      numberColumn,
      { head: "Kegiatan", width: 34 },
      { head: "Penanggung Jawab", width: 21 },
      { head: "Batas Waktu", width: 14, type: "date" },
      { head: "Hasil Evaluasi", width: 26 },
    ],
    rows: carried.map((row, index) => [
      numberCell(index + 1),
      lines([row.activity, `(${row.agreedAt})`]),
      row.owner,
      dayCell(row.deadline, formatDayLong),
      lines([row.outcome ?? "Belum dibahas", row.note]),
    ]),
  };
}

/** The whole matrix, for a sheet across; causes and support have their columns where any row names one. */
export function matrixTable(plan: readonly PlanRow[]): Block {
  const parts: { column: Column; cell: (row: PlanRow) => Cell; isOptional?: true }[] = [
    { column: numberColumn, cell: ({ number }) => numberCell(number) },
    { column: { head: "Masalah", width: 13 }, cell: ({ problem }) => problem ?? "" },
    { column: { head: "Penyebab", width: 10 }, cell: ({ cause }) => cause ?? "", isOptional: true },
    { column: { head: "Kegiatan/Tindak Lanjut", width: 16 }, cell: ({ activity }) => activity },
    { column: { head: "Penanggung Jawab", width: 14 }, cell: ({ owner }) => owner },
    { column: { head: "Pelaksana Pendukung", width: 11 }, cell: ({ support }) => support ?? "", isOptional: true },
    { column: { head: "Desa", width: 13 }, cell: ({ villages }) => villageWords(villages) },
    {
      column: { head: "Batas Waktu", width: 9, type: "date" },
      cell: ({ deadline }) => dayCell(deadline, formatDayLong),
    },
    { column: { head: "Indikator dan Target", width: 12 }, cell: ({ target }) => target },
    { column: { head: "Sumber Dana", width: 9 }, cell: ({ funding }) => fundingWords(funding) },
  ];
  const shown = parts.filter(({ cell, isOptional }) => !isOptional || plan.some((row) => cell(row) !== ""));
  return {
    type: "table",
    caption: "Matriks rencana tindak lanjut",
    columns: shown.map(({ column }) => column),
    rows: plan.map((row) => shown.map(({ cell }) => cell(row))),
  };
}
