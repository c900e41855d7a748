import { z } from "zod";
import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { choice, formId } from "@/lib/fields";
import { visibleTo } from "@/lib/meetings/reads";

const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

export const proposalSchema = z.object({
  id: formId,
  meetingId: z.string({ error: "Pilih kegiatan" }).max(60),
  indicatorId: z.string().max(60),
  villages: z.array(z.string().max(13)).min(1, "Pilih paling sedikit satu desa").max(500),
  year: whole(1990, 2100),
  month: whole(1, 12),
  from: choice("halaman", ["indikator", "desa"]),
});

export type ProposalInput = z.output<typeof proposalSchema>;

const closedDays = 45;

export async function listProposalMeetings(actor: Actor, now: Date) {
  if (!isPuskesmasWriter(actor)) return [];
  const since = new Date(now.getTime() - closedDays * 86_400_000);
  const rows = await db.meeting.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { kind: { not: "KALAKARYA" }, approvals: { none: { reopening: null } } },
        {
          OR: [
            { status: "IN_PROGRESS" },
            { status: { in: ["DRAFT", "SCHEDULED", "POSTPONED", "CLOSED"] }, startsAt: { gte: since } },
          ],
        },
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 40,
    select: { id: true, title: true, status: true, startsAt: true, timeZone: true },
  });
  const places = { IN_PROGRESS: 0, SCHEDULED: 1, DRAFT: 1, POSTPONED: 1, CLOSED: 2, CANCELLED: 3 };
  const placeOf = (row: (typeof rows)[number]) =>
    row.status !== "IN_PROGRESS" && row.status !== "CLOSED" && row.startsAt.getTime() < now.getTime() - 86_400_000
      ? 2
      : places[row.status];
  return rows.toSorted((one, other) => placeOf(one) - placeOf(other)).slice(0, 12);
}

export type ProposalMeeting = Awaited<ReturnType<typeof listProposalMeetings>>[number];

export async function listProposed(actor: Actor, meetingIds: readonly string[], indicatorId?: string) {
  const ids = meetingIds.filter(isId);
  if (ids.length === 0 || (indicatorId !== undefined && !isId(indicatorId))) return [];
  const rows = await db.problem.findMany({
    where: {
      meetingId: { in: ids },
      meeting: visibleTo(actor),
      puskesmasId: actor.organisation.id,
      indicatorId: indicatorId ?? { not: null },
    },
    orderBy: [{ meeting: { startsAt: "asc" } }, { number: "asc" }],
    take: 500,
    select: {
      id: true,
      meetingId: true,
      indicatorId: true,
      number: true,
      meeting: { select: { title: true } },
      villages: { select: { villageCode: true } },
    },
  });
  return rows.map(({ villages, ...row }) => ({ ...row, villageCodes: villages.map(({ villageCode }) => villageCode) }));
}

export type Proposed = Awaited<ReturnType<typeof listProposed>>[number];

export function listOpenProblems(actor: Actor, villageCode: string, puskesmasId: string) {
  const isOpen = { status: { in: ["NOT_STARTED" as const, "IN_PROGRESS" as const] } };
  return db.problem.findMany({
    where: {
      puskesmasId,
      villages: { some: { villageCode } },
      meeting: { AND: [visibleTo(actor), { status: { not: "CANCELLED" } }] },
      OR: [{ actionItems: { none: {} } }, { actionItems: { some: isOpen } }],
    },
    orderBy: [{ meeting: { startsAt: "desc" } }, { number: "asc" }],
    take: 10,
    select: {
      id: true,
      meetingId: true,
      number: true,
      statement: true,
      meeting: { select: { title: true, startsAt: true, timeZone: true } },
      _count: { select: { actionItems: { where: isOpen } } },
    },
  });
}

export type OpenProblem = Awaited<ReturnType<typeof listOpenProblems>>[number];
