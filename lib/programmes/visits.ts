import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { saveValues } from "@/lib/meetings/edit-steps";
import { type HeldMeeting, holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { editableStatuses, isOfHostDinkes, preparedStatuses, statusNames } from "@/lib/meetings/rules";
import { leaderOf, listTeam, teamRows } from "@/lib/programmes/round";
import { type FindingInput, teamOf, type VisitInput } from "@/lib/programmes/schema";
import { toInstant } from "@/lib/time";
import { transact } from "@/lib/transact";

const editing: MeetingChange = {
  name: "edit the visit",
  isAllowed: isOfHostDinkes,
  statuses: editableStatuses,
  refusal: ({ status }) => `Kunjungan ini sudah ${statusNames[status].toLowerCase()}, tidak dapat diubah lagi`,
};

export async function editVisit(actor: Actor, meetingId: string, input: VisitInput): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, editing);
    if (isRefusal(meeting)) return meeting;
    const visit = await findVisitOf(tx, meeting);
    if (isRefusal(visit)) return visit;
    if (meeting.version !== input.version)
      return refuse(
        "Kunjungan ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya; isian Anda masih ada di bawah ini.",
      );
    const ids = teamOf(input);
    const facilitators = await listTeam(tx, visit.programmeId, ids);
    if (isRefusal(facilitators)) return facilitators;
    const { timeZone } = meeting;
    const team = teamRows(meetingId, ids, facilitators);
    const { date, startTime, endTime, place, title } = input;
    const startsAt = toInstant(date, startTime, timeZone);
    await saveValues(tx, actor, meeting, {
      ...{ typeKey: null, typeName: null, title, place, mapUrl: null, timeZone, startsAt },
      ...{ contactName: null, contactPhone: null },
      leader: leaderOf(team),
      year: Number(date.slice(0, 4)),
      period: Number(date.slice(5, 7)),
      endsAt: endTime ? toInstant(date, endTime, timeZone) : null,
    });
    await tx.meetingOrganiser.updateMany({ where: { meetingId }, data: { startsAt } });
    await replaceTeam(tx, actor, meeting, { before: visit.team, after: team });
    return { ok: true };
  });
}

async function findVisitOf(tx: Db, { id }: HeldMeeting) {
  const visit = await tx.programmeVisit.findUnique({
    where: { meetingId: id },
    include: { team: { orderBy: { position: "asc" } } },
  });
  return visit ?? refuse("Kegiatan ini bukan kunjungan program. Muat ulang halaman ini.");
}

type Row = ReturnType<typeof teamRows>[number];

async function replaceTeam(
  tx: Db,
  actor: Actor,
  meeting: HeldMeeting,
  { before, after }: { before: Row[]; after: Row[] },
): Promise<void> {
  const idsOf = (rows: Row[]) => rows.map(({ facilitatorId }) => facilitatorId).join();
  if (idsOf(before) === idsOf(after)) return;
  await tx.visitFacilitator.deleteMany({ where: { meetingId: meeting.id } });
  await tx.visitFacilitator.createMany({ data: after });
  const namesOf = (rows: Row[]) => rows.map(({ name }) => name);
  await recordMeetingEvent(tx, by(actor), meeting, {
    action: "visit.team-changed",
    subjectId: meeting.id,
    data: { title: meeting.title, before: namesOf(before), after: namesOf(after) },
  });
}

const finding: MeetingChange = {
  name: "write findings of",
  isAllowed: isOfHostDinkes,
  statuses: preparedStatuses,
  refusal: "Temuan kunjungan ini terkunci: kunjungannya dibatalkan.",
};

export async function saveFinding(actor: Actor, meetingId: string, input: FindingInput): Promise<Outcome> {
  const { id, version, statement, topic, owner } = input;
  return transact<Outcome>(
    async (tx) => {
      const meeting = await holdMeeting(tx, actor, meetingId, finding);
      if (isRefusal(meeting)) return meeting;
      const visit = await findVisitOf(tx, meeting);
      if (isRefusal(visit)) return visit;
      const before = isId(id) ? await tx.problem.findUnique({ where: { id } }) : null;
      if (before && before.meetingId !== meetingId) return refuse("Muat ulang halaman ini, lalu coba lagi");
      if (version !== null && !before)
        return refuse("Temuan ini baru saja dihapus. Salin isian Anda, lalu tambah sebagai temuan baru.");
      if (before) {
        const isSame = before.statement === statement && before.topic === topic && before.owner === owner;
        if (isSame) return { ok: true };
        if (before.version !== version)
          return refuse("Temuan ini baru saja diubah orang lain. Muat ulang halaman ini.");
        await tx.problem.update({ where: { id }, data: { statement, topic, owner, version: { increment: 1 } } });
        const facts = { evidence: before.evidence, villages: [], causes: [] };
        await recordMeetingEvent(tx, by(actor), meeting, {
          action: "problem.changed",
          subjectId: id,
          data: {
            number: before.number,
            before: { ...facts, statement: wordsOf(before) },
            after: { ...facts, statement: wordsOf(input) },
          },
        });
        return { ok: true };
      }
      const { _max } = await tx.problem.aggregate({ where: { meetingId }, _max: { number: true } });
      const number = (_max.number ?? 0) + 1;
      await tx.problem.create({
        data: {
          ...{ id, meetingId, number, statement, topic, owner },
          puskesmasId: visit.organisationId,
          createdById: actor.userId,
        },
      });
      await recordMeetingEvent(tx, by(actor), meeting, {
        action: "problem.added",
        subjectId: id,
        data: { number, statement: wordsOf(input), evidence: null },
      });
      return { ok: true };
    },
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

function wordsOf({ statement, topic, owner }: { statement: string; topic: string | null; owner: string | null }) {
  return [topic, statement, owner].filter(Boolean).join(" · ");
}
