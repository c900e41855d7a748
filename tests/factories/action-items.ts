import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { addDays, dateToDay, dayToDate } from "@/lib/time";
import type { ActionItem, Comment, ItemReview, Prisma, ProgressReport } from "@/prisma/generated/client";
import { nextNumber } from "./counter";
import { makePerson } from "./persons";

type ActionItemOptions = Partial<Prisma.ActionItemCreateManyInput> & { meetingId: string };
export type ActionItemRow = Prisma.ActionItemCreateManyInput & { id: string };

/** One row of an action plan, due in a month; not saved. */
export function actionItemRow(overrides: ActionItemOptions): ActionItemRow {
  const number = nextNumber();
  return {
    number,
    activity: `Kegiatan ${number}`,
    responsibleInstitution: "Pemerintah Desa",
    deadline: dayToDate(addDays(dateToDay(new Date()), 30)),
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

/** Who the owner is: the holder of the seat whom the row names, the user, else the person written down. */
async function personBehind(row: ActionItemRow): Promise<string | null> {
  const { responsibleSeatId: seatId, responsibleUserId: id, responsibleName: name } = row;
  if (seatId) return name ? ((await db.seatHolder.findFirst({ where: { seatId, name } }))?.personId ?? null) : null;
  if (id) return (await db.user.findUniqueOrThrow({ where: { id } })).personId;
  return writtenDown(row);
}

/** The record of an owner in words, of the meeting's host; who was written down in the same words before is meant again. */
async function writtenDown(row: ActionItemRow): Promise<string> {
  const { hostId } = await db.meeting.findUniqueOrThrow({ where: { id: row.meetingId }, select: { hostId: true } });
  const words = {
    organisationId: hostId,
    name: row.responsibleName ?? null,
    title: row.responsibleTitle ?? null,
    institution: row.responsibleInstitution,
  };
  return ((await db.person.findFirst({ where: words })) ?? (await makePerson(words))).id;
}

/** @param villageCodes the desa it is for */
export async function makeActionItem({
  villageCodes = [],
  ...overrides
}: ActionItemOptions & { villageCodes?: string[] }): Promise<ActionItem> {
  const row = actionItemRow(overrides);
  const responsiblePersonId = row.responsiblePersonId ?? (await personBehind(row));
  const item = await db.actionItem.create({ data: { ...row, responsiblePersonId } });
  await db.actionItemVillage.createMany({
    data: villageCodes.map((villageCode) => ({ itemId: item.id, villageCode })),
  });
  return item;
}

type ReportOptions = Partial<Prisma.ProgressReportCreateManyInput> & { itemId: string };
export type ReportRow = Prisma.ProgressReportCreateManyInput & { id: string };

/** Half done, told now; not saved. */
export function progressReportRow(overrides: ReportOptions): ReportRow {
  return { percent: 50, status: "IN_PROGRESS", reporter: "Petugas", ...overrides, id: overrides.id ?? randomUUID() };
}

/** A progress report, and its item as the report leaves it. */
export async function makeProgressReport(options: ReportOptions): Promise<ProgressReport> {
  const report = await db.progressReport.create({ data: progressReportRow(options) });
  await db.actionItem.update({
    where: { id: report.itemId },
    data: { percent: report.percent, status: report.status },
  });
  return report;
}

type CommentOptions = Partial<Prisma.CommentCreateManyInput> & { itemId: string };

/** A remark on an item; not saved. */
export function commentRow(overrides: CommentOptions): Prisma.CommentCreateManyInput & { id: string } {
  return { author: "Dinas Kesehatan", text: `Catatan ${nextNumber()}`, ...overrides, id: overrides.id ?? randomUUID() };
}

export function makeComment(options: CommentOptions): Promise<Comment> {
  return db.comment.create({ data: commentRow(options) });
}

type ReviewOptions = Omit<Partial<Prisma.ItemReviewCreateManyInput>, "previousDeadline" | "newDeadline"> & {
  itemId: string;
  meetingId: string;
  /** Calendar days. */
  previousDeadline?: string;
  newDeadline?: string;
};
export type ReviewRow = Prisma.ItemReviewCreateManyInput & { id: string };

/** A carried-over row continued with a new day, unless told otherwise; not saved. */
export function reviewRow({ previousDeadline, newDeadline, ...overrides }: ReviewOptions): ReviewRow {
  const isContinued = (overrides.outcome ?? "CONTINUED") === "CONTINUED";
  return {
    outcome: "CONTINUED",
    percent: 0,
    reason: isContinued ? "Menunggu dana" : null,
    reviewer: "Petugas",
    ...overrides,
    previousDeadline: previousDeadline ? dayToDate(previousDeadline) : null,
    newDeadline: newDeadline ? dayToDate(newDeadline) : null,
    id: overrides.id ?? randomUUID(),
  };
}

export function makeReview(options: ReviewOptions): Promise<ItemReview> {
  return db.itemReview.create({ data: reviewRow(options) });
}
