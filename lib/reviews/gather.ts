import type { Db } from "@/lib/db";
import { checklistsOf } from "@/lib/evidence/reads";
import { whoAgreed } from "@/lib/meetings/organised";
import { noteSections } from "@/lib/minutes/lines";
import { keptPlan, listAgreedRows } from "@/lib/plan/approved-plan";
import type { ReportContent } from "@/lib/reviews/content";
import { dateToDay } from "@/lib/time";
import type { Prisma } from "@/prisma/generated/client";

const mostRows = 1000;

const names = { select: { village: { select: { name: true } } }, orderBy: { villageCode: "asc" } } as const;

const reported = {
  id: true,
  title: true,
  kind: true,
  typeName: true,
  year: true,
  period: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  leader: true,
  hostId: true,
  organisers: { ...whoAgreed, select: { puskesmasId: true, puskesmas: { select: { name: true } } } },
  approvals: { where: { reopening: null }, select: { approver: true, approvedAt: true, plan: true } },
  _count: { select: { invitations: true } },
  notes: {
    where: { deletedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: mostRows,
    select: { id: true, section: true, text: true, asker: true, institution: true, answer: true, villageCode: true },
  },
  problems: {
    orderBy: { number: "asc" },
    take: mostRows,
    select: {
      id: true,
      number: true,
      statement: true,
      evidence: true,
      villages: names,
      causes: { orderBy: [{ group: "asc" }, { position: "asc" }, { id: "asc" }], select: { group: true, text: true } },
    },
  },
  actionItems: { orderBy: { number: "asc" }, take: mostRows, include: { villages: names } },
  reviews: {
    orderBy: [{ item: { number: "asc" } }, { id: "asc" }],
    take: mostRows,
    select: {
      itemId: true,
      outcome: true,
      percent: true,
      newDeadline: true,
      reason: true,
      note: true,
      item: { select: { activity: true } },
    },
  },
} satisfies Prisma.MeetingSelect;

type Reported = Prisma.MeetingGetPayload<{ select: typeof reported }>;

/** What a report would say now of a meeting that a read or a lock has narrowed to its actor. */
export async function gatherContent(tx: Db, meetingId: string): Promise<ReportContent> {
  const meeting = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: reported });
  const checklist = (await checklistsOf(tx, [meetingId])).get(meetingId) ?? [];
  return {
    head: headOf(meeting),
    attendance: await attendanceOf(tx, meeting),
    minutes: await minutesOf(tx, meeting),
    problems: meeting.problems.map(({ villages, ...problem }) => ({ ...problem, villages: villageNames(villages) })),
    plan: await planOf(tx, meeting),
    carriedOver: meeting.reviews.map(({ itemId, item, newDeadline, ...review }) => ({
      ...review,
      id: itemId,
      activity: item.activity,
      newDeadline: newDeadline && dateToDay(newDeadline),
    })),
    evidence: checklist.map(({ ep, text, isMet, says }) => ({ ep, text, isMet, says })),
    documents: await documentsOf(tx, meetingId),
  };
}

function headOf(meeting: Reported): ReportContent["head"] {
  const { title, kind, typeName, year, period, timeZone, place, leader, hostId, approvals } = meeting;
  const rank = (id: string) => (id === hostId ? 0 : 1);
  const organisers = meeting.organisers.toSorted(
    (a, b) => rank(a.puskesmasId) - rank(b.puskesmasId) || a.puskesmas.name.localeCompare(b.puskesmas.name),
  );
  return {
    ...{ title, kind, typeName, year, period, timeZone, place, leader },
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt?.toISOString() ?? null,
    organisers: organisers.map(({ puskesmas }) => puskesmas.name),
    approver: approvals[0]?.approver ?? null,
    approvedAt: approvals[0]?.approvedAt.toISOString() ?? null,
  };
}

async function attendanceOf(tx: Db, { id, _count }: Reported): Promise<ReportContent["attendance"]> {
  const rows = await tx.attendance.groupBy({
    by: ["status"],
    where: { meetingId: id, confirmedAt: { not: null } },
    _count: { _all: true, invitationId: true },
  });
  return {
    invited: _count.invitations,
    walkIns: rows.reduce((sum, row) => sum + row._count._all - row._count.invitationId, 0),
    byStatus: Object.fromEntries(rows.map((row) => [row.status, row._count._all])),
  };
}

async function minutesOf(tx: Db, { notes }: Reported): Promise<ReportContent["minutes"]> {
  const codes = notes.flatMap(({ villageCode }) => villageCode ?? []);
  const villages = await tx.area.findMany({ where: { code: { in: codes } }, select: { code: true, name: true } });
  const nameOf = new Map(villages.map(({ code, name }) => [code, name]));
  return notes
    .toSorted((a, b) => noteSections.indexOf(a.section) - noteSections.indexOf(b.section))
    .map(({ villageCode, ...note }) => ({ ...note, village: villageCode && (nameOf.get(villageCode) ?? villageCode) }));
}

/** Owners and deadlines are those of the approval, as in the minutes. */
async function planOf(tx: Db, meeting: Reported): Promise<ReportContent["plan"]> {
  const kept = keptPlan.safeParse(meeting.approvals[0]?.plan);
  const rows = kept.success ? kept.data : await listAgreedRows(tx, meeting);
  const agreed = new Map(rows.map((row) => [row.id, row]));
  return meeting.actionItems.map((item) => ({
    id: item.id,
    number: item.number,
    problem: item.problem,
    cause: item.cause,
    activity: item.activity,
    owner: agreed.get(item.id)?.owner ?? item.responsibleInstitution,
    support: item.support,
    villages: villageNames(item.villages),
    deadline: agreed.get(item.id)?.deadline ?? dateToDay(item.deadline),
    indicator: item.indicator,
    baseline: item.baseline?.toNumber() ?? null,
    target: item.target?.toNumber() ?? null,
    unit: item.unit,
    funding: item.fundingSource,
    priority: item.priority,
  }));
}

/** Without what names people: letters of delegates and signatures. */
async function documentsOf(tx: Db, meetingId: string): Promise<ReportContent["documents"]> {
  return tx.document.findMany({
    where: { OR: [{ meetingId }, { signedCopy: { meetingId, removedAt: null } }] },
    orderBy: [{ kind: "asc" }, { position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    take: mostRows,
    select: { id: true, kind: true, name: true, caption: true, sha256: true },
  });
}

function villageNames(villages: readonly { village: { name: string } }[]): string[] {
  return villages.map(({ village }) => village.name);
}
