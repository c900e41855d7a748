import { type Actor, isPuskesmasWriter, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordEvents } from "@/lib/events/record";
import { expectationRows } from "@/lib/meeting-types/expectations";
import { listTypesOf } from "@/lib/meeting-types/reads";
import { type MeetingTypeView, proposedType } from "@/lib/meeting-types/rules";
import { organisedBy } from "@/lib/meetings/organised";
import { defaultTitle, periodKey } from "@/lib/meetings/rules";
import { rowKey } from "@/lib/meetings/year-plan";
import type { YearPlanInput } from "@/lib/meetings/year-plan-schema";
import { toInstant } from "@/lib/time";
import { transact } from "@/lib/transact";

export type SavedPlan = {
  saved: number;
  skipped: string[];
};

type Row = YearPlanInput["rows"][number];

/**
 * Makes drafts of a year's Lokmin in one transaction. The ids were made with the form: sent twice, each is made once.
 * The unique index decides who holds a period: what was taken meanwhile is skipped and named, the rest is saved.
 */
export async function planYear(actor: Actor, input: YearPlanInput): Promise<Outcome<SavedPlan>> {
  if (!isPuskesmasWriter(actor)) throw new NotAllowed(actor, "plan a year");
  if (input.rows.length === 0) return refuse("Centang paling sedikit satu Lokmin", "include");
  return transact<Outcome<SavedPlan>>(async (tx) => {
    const types = await listTypesOf(tx, actor);
    const before = await periodsBefore(tx, actor, input.year);
    // Always in the same order: two forms that cross wait for each other instead of locking up.
    const rows = input.rows
      .toSorted((one, other) => rowKey(one).localeCompare(rowKey(other)))
      .map((row) => ({ row, meeting: meetingOf(actor, input.year, row, typeOf(types, row, input.rows, before)) }));
    const made = await tx.meeting.createManyAndReturn({
      data: rows.map(({ meeting }) => meeting.columns),
      skipDuplicates: true,
      select: { id: true },
    });
    const isMade = new Set(made.map(({ id }) => id));
    const holding = await tx.meetingOrganiser.createManyAndReturn({
      data: rows.filter(({ row }) => isMade.has(row.id)).map(({ meeting }) => meeting.organiser),
      skipDuplicates: true,
      select: { meetingId: true },
    });
    const holds = new Set(holding.map(({ meetingId }) => meetingId));
    await tx.meeting.deleteMany({ where: { id: { in: [...isMade].filter((id) => !holds.has(id)) } } });
    const kept = rows.filter(({ row }) => holds.has(row.id));
    await tx.meetingExpectation.createMany({ data: kept.flatMap(({ meeting }) => meeting.expectations) });
    await recordEvents(
      tx,
      by(actor),
      kept.map(({ row, meeting }) => ({
        action: "meeting.drafted",
        subjectId: row.id,
        organisationId: actor.organisation.id,
        meetingId: row.id,
        data: { title: meeting.columns.title, plan: { year: input.year, day: row.date } },
      })),
    );
    const current = await tx.meeting.findMany({
      where: { id: { in: rows.map(({ row }) => row.id) }, hostId: actor.organisation.id },
      select: { id: true },
    });
    const isCurrent = new Set(current.map(({ id }) => id));
    return {
      ok: true,
      saved: isCurrent.size,
      skipped: input.rows.filter((row) => !isCurrent.has(row.id)).map(rowKey),
    };
  });
}

type KindAndPeriod = { kind: string; period: number };

function periodsBefore(tx: Db, actor: Actor, year: number): Promise<KindAndPeriod[]> {
  return tx.meeting.findMany({
    where: { ...organisedBy(actor.organisation.id), year, status: { not: "CANCELLED" } },
    take: 400,
    select: { kind: true, period: true },
  });
}

function typeOf(types: MeetingTypeView[], row: Row, rows: readonly Row[], before: readonly KindAndPeriod[]) {
  const others = [...rows, ...before].filter((other) => other !== row && other.kind === row.kind);
  return proposedType(
    types,
    row,
    others.map((other) => other.period),
  );
}

function meetingOf(actor: Actor, year: number, row: Row, type: MeetingTypeView | null) {
  const { id: hostId, timeZone } = actor.organisation;
  const { id, kind, period, date, startTime, endTime, place } = row;
  const startsAt = toInstant(date, startTime, timeZone);
  const timed = { kind, year, period, typeKey: type?.key ?? null, typeName: type?.name ?? null };
  return {
    columns: {
      ...timed,
      id,
      title: defaultTitle(timed),
      startsAt,
      endsAt: endTime ? toInstant(date, endTime, timeZone) : null,
      timeZone,
      place,
      hostId,
      createdById: actor.userId,
    },
    organiser: { meetingId: id, puskesmasId: hostId, startsAt, holdsPeriod: periodKey(timed), agreedAt: new Date() },
    expectations: expectationRows(type ?? { inputs: [], outputs: [] }).map((line) => ({ ...line, meetingId: id })),
  };
}
