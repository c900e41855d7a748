import { type Actor, isRefusal, type Outcome, organisationsWithin, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { by, recordEvents } from "@/lib/events/record";
import { listHolidays } from "@/lib/holidays/reads";
import { freeDayNotices, type Holiday } from "@/lib/holidays/rules";
import { copiesFor, listQuestions } from "@/lib/programmes/checklist";
import { holdProgramme, programmeChanged } from "@/lib/programmes/hold";
import type { RoundContext } from "@/lib/programmes/proposal";
import type { FoundProgramme } from "@/lib/programmes/reads";
import { visitTitle } from "@/lib/programmes/rules";
import { type RoundInput, teamOf } from "@/lib/programmes/schema";
import { refuseClosed } from "@/lib/programmes/writes";
import { dayOf, toInstant } from "@/lib/time";
import { transact } from "@/lib/transact";

type Booking = { facilitatorId: string; meetingId: string; startsAt: Date; timeZone: string; words: string };

/** Where facilitators of a programme are, in all programmes, as one person: each as himself or as whom he was merged. */
export async function listBookings(programmeId: string): Promise<Booking[]> {
  return db.$queryRaw<Booking[]>`
    SELECT f.id AS "facilitatorId", e.id AS "meetingId", e."startsAt", e."timeZone", e.title AS words
    FROM "ProgrammeFacilitator" f
    JOIN "Person" n ON n.id = f."personId"
    JOIN "Person" s ON s.id = coalesce(n."mergedIntoId", n.id) OR s."mergedIntoId" = coalesce(n."mergedIntoId", n.id)
    JOIN "ProgrammeFacilitator" g ON g."personId" = s.id
    JOIN "VisitFacilitator" t ON t."facilitatorId" = g.id
    JOIN "Meeting" e ON e.id = t."meetingId" AND e.status NOT IN ('CANCELLED', 'POSTPONED')
    WHERE f."programmeId" = ${programmeId}::uuid AND f."leftAt" IS NULL
    ORDER BY e."startsAt" LIMIT 2000`;
}

export async function findRoundContext(
  actor: Actor,
  programme: FoundProgramme,
): Promise<RoundContext & { isFree: (day: string) => boolean }> {
  const first = Number(programme.startsOn.slice(0, 4));
  const last = Math.min(Number(programme.endsOn.slice(0, 4)), first + 5);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const [bookings, ...holidays] = await Promise.all([
    listBookings(programme.id),
    ...years.map((year) => listHolidays(actor, year)),
  ]);
  const all: Holiday[] = holidays.flat();
  const dayNotices = (day: string) =>
    freeDayNotices(day, all).map((words) => words.charAt(0).toUpperCase() + words.slice(1));
  return {
    facilitators: programme.facilitators
      .filter(({ leftAt }) => !leftAt)
      .map(({ id, name, daysOff }) => ({ id, name, daysOff: new Set(daysOff) })),
    bookings: bookings.map(({ facilitatorId, meetingId, startsAt, timeZone, words }) => ({
      ...{ facilitatorId, words, key: meetingId },
      day: dayOf(startsAt, timeZone),
    })),
    from: programme.startsOn,
    to: programme.endsOn,
    perWeek: programme.visitsPerWeek,
    dayNotices,
    isFree: (day) => dayNotices(day).length > 0,
  };
}

/**
 * Schedules the visits of a plan, all or none. Their ids were made with the form: sent twice, each is made once. The
 * programme's version decides between two who plan at once.
 */
export async function saveRound(
  actor: Actor,
  programmeId: string,
  input: RoundInput,
): Promise<Outcome<{ saved: number }>> {
  if (input.rows.length === 0) return refuse("Centang paling sedikit satu kunjungan", "include");
  return transact<Outcome<{ saved: number }>>(
    async (tx) => {
      const programme = await holdProgramme(tx, actor, programmeId, "plan visits of");
      const ids = input.rows.map(({ meetingId }) => meetingId);
      const already = await tx.programmeVisit.count({ where: { programmeId, meetingId: { in: ids } } });
      if (already === ids.length) return { ok: true, saved: already };
      const closed = refuseClosed(programme);
      if (closed) return closed;
      if (already > 0 || programme.version !== input.version) return refuse(programmeChanged);
      const visits = await visitsOf(tx, actor, programme, input.rows);
      if (isRefusal(visits)) return visits;
      const questions = await listQuestions(tx, programmeId);
      await tx.meeting.createMany({ data: visits.map(({ meeting }) => meeting) });
      await tx.meetingOrganiser.createMany({
        data: visits.map(({ meeting: { id, startsAt }, visitedId }) => ({
          ...{ meetingId: id, puskesmasId: visitedId, startsAt, agreedAt: new Date() },
        })),
      });
      await tx.programmeVisit.createMany({
        data: visits.map(({ meeting: { id }, visitedId }) => ({
          meetingId: id,
          programmeId,
          organisationId: visitedId,
        })),
      });
      await tx.visitFacilitator.createMany({ data: visits.flatMap(({ team }) => team) });
      await tx.visitQuestion.createMany({ data: visits.flatMap(({ meeting }) => copiesFor(meeting.id, questions)) });
      await tx.programme.update({ where: { id: programmeId }, data: { version: { increment: 1 } } });
      await recordEvents(
        tx,
        by(actor),
        visits.map(({ meeting: { id, title }, day, team }) => ({
          action: "visit.planned",
          subjectId: id,
          organisationId: programme.organisationId,
          meetingId: id,
          data: { title, day, team: team.map(({ name }) => name) },
        })),
      );
      return { ok: true, saved: visits.length };
    },
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

type Planned = { id: string; organisationId: string; name: string };

async function visitsOf(tx: Db, actor: Actor, programme: Planned, rows: RoundInput["rows"]) {
  const members = await tx.programmeMember.findMany({
    where: {
      programmeId: programme.id,
      isVisited: true,
      organisationId: { in: rows.map(({ visitedId }) => visitedId) },
      organisation: organisationsWithin(actor),
    },
    select: { organisationId: true, organisation: { select: { name: true, timeZone: true } } },
  });
  const byId = new Map(members.map(({ organisationId, organisation }) => [organisationId, organisation]));
  const facilitators = await listTeam(tx, programme.id, rows.flatMap(teamOf));
  if (isRefusal(facilitators)) return facilitators;
  const visits = [];
  for (const row of rows) {
    const visited = byId.get(row.visitedId);
    if (!visited) return refuse("Ada yang tidak lagi dikunjungi dalam program ini. Muat ulang halaman ini.");
    const { meetingId: id, date, startTime, endTime, place, visitedId } = row;
    const { timeZone } = visited;
    visits.push({
      visitedId,
      day: date,
      team: teamRows(id, teamOf(row), facilitators),
      meeting: {
        ...{ id, kind: "COACHING_VISIT" as const, status: "SCHEDULED" as const, timeZone, place },
        title: visitTitle(programme.name, visited.name),
        year: Number(date.slice(0, 4)),
        period: Number(date.slice(5, 7)),
        startsAt: toInstant(date, startTime, timeZone),
        endsAt: endTime ? toInstant(date, endTime, timeZone) : null,
        leader: leaderOf(teamRows(id, teamOf(row), facilitators)),
        hostId: programme.organisationId,
        createdById: actor.userId,
      },
    });
  }
  return visits;
}

export function leaderOf([first]: readonly { name: string; title: string }[]): string | null {
  return first ? `${first.name}, ${first.title}` : null;
}

type Facilitator = { id: string; name: string; title: string; institution: string };

export async function listTeam(tx: Db, programmeId: string, ids: readonly string[]) {
  const found: Facilitator[] = await tx.programmeFacilitator.findMany({
    where: { programmeId, id: { in: [...ids] } },
    select: { id: true, name: true, title: true, institution: true },
  });
  const byId = new Map(found.map((one) => [one.id, one]));
  return ids.every((id) => byId.has(id)) ? byId : refuse("Pilih fasilitator dari daftar program ini");
}

export function teamRows(meetingId: string, ids: readonly string[], facilitators: ReadonlyMap<string, Facilitator>) {
  return ids.flatMap((facilitatorId, index) => {
    const one = facilitators.get(facilitatorId);
    if (!one) return [];
    const { name, title, institution } = one;
    return [{ meetingId, facilitatorId, position: index + 1, name, title, institution }];
  });
}
