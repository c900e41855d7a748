import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { placedTitle } from "@/lib/directory/rules";
import { isSameSeat } from "@/lib/directory/same-seat";
import { endOfDayOf, holderAmong, runningAt } from "@/lib/directory/tenure";
import { by, recordEvent } from "@/lib/events/record";
import { invitedByOthers } from "@/lib/invitations/reads";
import { answerNames } from "@/lib/invitations/rules";
import { type AnswerInput, answerColumns } from "@/lib/invitations/schema";
import { type HeldMeeting, holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { directoriesFor, editableStatuses, sendingStatuses } from "@/lib/meetings/rules";
import { type Participant, settleParticipant } from "@/lib/persons/choose";
import { hashToken, newToken, sealToken } from "@/lib/secrets";
import { transact } from "@/lib/transact";
import { keepForUndo } from "@/lib/undo/keep";
import { Prisma } from "@/prisma/generated/client";

const inviting: MeetingChange = {
  name: "invite to",
  statuses: editableStatuses,
  part: "invitations",
  refusal: "Kegiatan ini sudah selesai atau dibatalkan; undangan tidak dapat ditambah",
};

/** Copies seat and holder as on the meeting's day; seats already invited stay. @returns how many were added */
export async function inviteSeats(
  actor: Actor,
  meetingId: string,
  seatIds: string[],
): Promise<Outcome<{ added: number }>> {
  return transact<Outcome<{ added: number }>>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, inviting);
    if (isRefusal(meeting)) return meeting;
    const copies = await copiesOf(tx, actor, meeting, seatIds);
    const others = await invitedByOthers(tx, actor, meeting);
    const data = copies.filter((copy) => !others.some((other) => isSameSeat(copy, other)));
    const { count } = await tx.invitation.createMany({ data, skipDuplicates: true });
    if (count > 0)
      await recordEvent(tx, by(actor), {
        action: "invitation.added",
        subjectId: meetingId,
        organisationId: meeting.hostId,
        meetingId,
        data: { count },
      });
    return { ok: true, added: count };
  });
}

export async function copiesOf(tx: Db, actor: Actor, meeting: HeldMeeting, seatIds: string[]) {
  // A holder is not replaced meanwhile, so that his link ends with his term.
  const ids = seatIds.filter(isId);
  await tx.$queryRaw`SELECT 1 FROM "Seat" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR SHARE`;
  const seats = await tx.seat.findMany({
    where: { id: { in: ids }, organisationId: { in: directoriesFor(actor, meeting) }, archivedAt: null },
    include: {
      holders: { where: runningAt(endOfDayOf(meeting)) },
      village: { select: { code: true, name: true } },
    },
  });
  return seats.map(({ holders, ...seat }) => {
    const token = newToken();
    const holder = holderAmong(holders);
    return {
      meetingId: meeting.id,
      seatId: seat.id,
      title: placedTitle(seat),
      institution: seat.institution,
      sector: seat.sector,
      villageCode: seat.villageCode,
      protocolOrder: seat.protocolOrder,
      holderPrefix: holder?.prefix ?? null,
      holderName: holder?.name ?? null,
      holderOwnPost: holder?.ownPost ?? null,
      phone: holder?.phone ?? null,
      email: holder?.email ?? null,
      tokenHash: hashToken(token),
      tokenSealed: sealToken(token),
    };
  });
}

export const notingAnswers: MeetingChange = {
  name: "record an answer to",
  statuses: sendingStatuses,
  refusal: "Jawaban hanya dicatat selama kegiatan terjadwal",
};

export async function recordAnswer(
  actor: Actor,
  meetingId: string,
  invitationId: string,
  input: AnswerInput,
  person: string | null = null,
  undoId?: string,
): Promise<Outcome> {
  const { choice } = input;
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, notingAnswers);
    if (isRefusal(meeting)) return meeting;
    const invitation = isId(invitationId)
      ? await tx.invitation.findFirst({
          where: { id: invitationId, meetingId },
          select: { title: true, institution: true, answer: true },
        })
      : null;
    if (!invitation) return refuse("Undangan ini sudah dibatalkan");
    const delegate = await settleDelegate(tx, actor, {
      columns: answerColumns(input),
      before: invitation.answer,
      person,
    });
    if (!delegate.ok) return delegate;
    const values = {
      ...answerColumns(input),
      delegatePersonId: delegate.personId,
      answeredAt: new Date(),
      recordedBy: actor.name,
      sequence: meeting.sequence,
    };
    const words = `jawaban ${invitation.title}, ${invitation.institution} dicatat: ${answerNames[choice].toLowerCase()}`;
    await keepForUndo(
      tx,
      { actor, meeting, step: { id: undoId, kind: "answer", words } },
      [{ table: "Answer", where: Prisma.sql`t."invitationId" = ${invitationId}::uuid` }],
      () =>
        tx.answer.upsert({
          where: { invitationId },
          create: { invitationId, ...values },
          update: values,
        }),
    );
    const onBehalfOf = `${invitation.title}, ${invitation.institution}`;
    await recordEvent(
      tx,
      { ...by(actor), onBehalfOf },
      {
        action: "invitation.answer-noted",
        subjectId: invitationId,
        organisationId: meeting.hostId,
        meetingId,
        data: { choice },
      },
    );
    return { ok: true };
  });
}

type Columns = ReturnType<typeof answerColumns>;
type Noted = {
  columns: Columns;
  before: (Columns & { delegatePersonId: string | null }) | null;
  person: string | null;
};

async function settleDelegate(tx: Db, actor: Actor, { columns, before, person }: Noted): Promise<Participant> {
  const { delegateName: name, delegateTitle: title, delegateInstitution: institution } = columns;
  const isSame =
    before?.delegateName === name && before.delegateTitle === title && before.delegateInstitution === institution;
  if (isSame && before?.delegatePersonId && !person) return { ok: true, personId: before.delegatePersonId };
  return settleParticipant(tx, actor.organisation.id, { name, title, institution }, person);
}
