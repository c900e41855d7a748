import { z } from "zod";
import { type Actor, type Choice, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { canWriteDirectory } from "@/lib/directory/rules";
import { by, recordEvent } from "@/lib/events/record";
import { formId, text } from "@/lib/fields";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { visibleTo } from "@/lib/meetings/reads";
import { addPerson, findRoot } from "@/lib/persons/choose";
import { findMatches } from "@/lib/persons/matches";
import { newPerson, type PersonWords, personLine } from "@/lib/persons/rules";
import { transact } from "@/lib/transact";

export const participantKinds = ["attendance", "answer", "scorer", "note"] as const;

export type ParticipantKind = (typeof participantKinds)[number];

type Row = PersonWords & { kind: ParticipantKind; id: string; personId: string | null };

export type Participant = Row & {
  /** The record of the actor's office he is known as; null where he is not, or by another office. */
  person: Choice | null;
  matches: Choice[];
};

export const unknownPerson = "lepas";

const mostAsked = 100;

function rowsOf(tx: Db, meetingId: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT x.* FROM (
      SELECT 'attendance' AS kind, a.id, a.name, a.title, a.institution, a."personId", 1 AS place FROM "Attendance" a
      WHERE a."meetingId" = ${meetingId}::uuid AND a.name IS NOT NULL AND (a."invitationId" IS NULL OR a.status = 'REPRESENTED')
      UNION ALL
      SELECT 'answer', w."invitationId", w."delegateName", w."delegateTitle", w."delegateInstitution", w."delegatePersonId", 2
      FROM "Answer" w JOIN "Invitation" i ON i.id = w."invitationId"
      WHERE i."meetingId" = ${meetingId}::uuid AND w.choice = 'REPRESENTED'
        AND NOT EXISTS (SELECT 1 FROM "Attendance" a WHERE a."invitationId" = i.id AND a.status = 'REPRESENTED')
      UNION ALL
      SELECT 'scorer', s.id, s.name, NULL, NULL, s."personId", 3 FROM "Scorer" s
      WHERE s."meetingId" = ${meetingId}::uuid AND s."userId" IS NULL
      UNION ALL
      SELECT 'note', n.id, n.asker, NULL, n.institution, n."askerPersonId", 4 FROM "Note" n
      WHERE n."meetingId" = ${meetingId}::uuid AND n.asker IS NOT NULL AND n."deletedAt" IS NULL
    ) x ORDER BY x.place, lower(x.name), x.id`;
}

export async function listParticipants(actor: Actor, meetingId: string): Promise<Participant[]> {
  if (!canWriteDirectory(actor) || !isId(meetingId)) return [];
  if ((await db.meeting.count({ where: { AND: [{ id: meetingId }, visibleTo(actor)] } })) === 0) return [];
  const organisationId = actor.organisation.id;
  const rows = await rowsOf(db, meetingId);
  const persons = await db.person.findMany({
    where: { organisationId, id: { in: rows.flatMap(({ personId }) => personId ?? []) } },
    include: { mergedInto: true },
  });
  const known = new Map(
    persons.map((person) => {
      const end = person.mergedInto ?? person;
      return [person.id, { id: end.id, line: personLine(end), detail: end.note ?? "" }];
    }),
  );
  const participants: Participant[] = [];
  for (const [place, row] of rows.entries()) {
    const isAsked = row.personId === null && place < mostAsked;
    const matches = isAsked ? await findMatches(db, organisationId, row) : [];
    participants.push({ ...row, person: (row.personId && known.get(row.personId)) || null, matches });
  }
  return participants;
}

export const identifySchema = z.object({
  kind: z.enum(participantKinds),
  id: formId,
  person: text("orangnya", 40),
});

const identifying: MeetingChange = {
  name: "identify participants of",
  // Who somebody is belongs to the office's records; the words on what was approved stay.
  whenApproved: null,
};

export async function identifyParticipant(
  actor: Actor,
  meetingId: string,
  { kind, id, person: answer }: z.output<typeof identifySchema>,
): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, identifying);
    if (isRefusal(meeting)) return meeting;
    const organisationId = actor.organisation.id;
    const row = (await rowsOf(tx, meetingId)).find((one) => one.kind === kind && one.id === id);
    if (!row) return refuse("Catatan ini baru saja diubah orang lain. Muat ulang halaman ini.");
    if (row.personId && !(await findRoot(tx, organisationId, row.personId)))
      return refuse("Orang ini sudah dikenali puskesmas lain yang ikut menyelenggarakan.");
    const personId = await answered(tx, organisationId, row, answer);
    if (personId === null && answer !== unknownPerson)
      return refuse("Orang ini tidak ada lagi di catatan Anda. Muat ulang halaman ini, lalu pilih lagi.");
    await setPerson(tx, row, personId);
    const person = personId && (await tx.person.findUniqueOrThrow({ where: { id: personId } }));
    await recordEvent(tx, by(actor), {
      action: "participant.identified",
      subjectId: personId ?? row.personId ?? id,
      organisationId,
      meetingId,
      data: { participant: personLine(row), person: person ? personLine(person) : null },
    });
    return { ok: true };
  });
}

async function answered(tx: Db, organisationId: string, row: Row, answer: string): Promise<string | null> {
  if (answer === unknownPerson) return null;
  return answer === newPerson ? addPerson(tx, organisationId, row) : findRoot(tx, organisationId, answer);
}

async function setPerson(tx: Db, { kind, id }: Row, personId: string | null): Promise<void> {
  if (kind === "attendance") await tx.attendance.update({ where: { id }, data: { personId } });
  else if (kind === "scorer") await tx.scorer.update({ where: { id }, data: { personId } });
  else if (kind === "note") await tx.note.update({ where: { id }, data: { askerPersonId: personId } });
  else await tx.answer.update({ where: { invitationId: id }, data: { delegatePersonId: personId } });
}
