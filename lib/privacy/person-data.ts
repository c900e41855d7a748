import { type Actor, NotAllowed } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { canWriteDirectory } from "@/lib/directory/rules";
import { by, recordEvent } from "@/lib/events/record";
import { personLine } from "@/lib/persons/rules";
import { transact } from "@/lib/transact";

const most = 2000;
const inMeeting = { select: { title: true, startsAt: true } } as const;

/**
 * Everything the actor's office keeps about one of its persons, as plain data for that person to take away; null where it
 * is none of its own. Handing it out is recorded.
 */
export async function copyPersonData(actor: Actor, id: string) {
  if (!canWriteDirectory(actor)) throw new NotAllowed(actor, `copy the data of person ${id}`);
  if (!isId(id)) return null;
  const { id: organisationId } = actor.organisation;
  const person = await db.person.findFirst({
    where: { id, organisationId },
    omit: { organisationId: true, version: true, mergedIntoId: true },
  });
  if (!person) return null;
  const members = { OR: [{ id }, { mergedIntoId: id }] };
  const [merged, jabatan, kehadiran, mewakili, rtl, tautanRtl, pertanyaan] = await Promise.all([
    db.person.findMany({ where: { mergedIntoId: id }, take: most, select: { name: true, title: true, phone: true } }),
    db.seatHolder.findMany({
      where: { person: members },
      take: most,
      select: {
        ...{ name: true, prefix: true, phone: true, email: true, rank: true, nip: true, since: true, until: true },
        seat: { select: { title: true, institution: true, invitations: { take: most, select: invitation } } },
      },
    }),
    db.attendance.findMany({
      where: { person: members },
      take: most,
      select: {
        name: true,
        title: true,
        status: true,
        arrivedAt: true,
        signature: { select: { id: true } },
        meeting: inMeeting,
      },
    }),
    db.answer.findMany({
      where: { delegatePerson: members },
      take: most,
      select: {
        delegateName: true,
        delegateTitle: true,
        answeredAt: true,
        invitation: { select: { meeting: inMeeting } },
      },
    }),
    db.actionItem.findMany({
      where: { responsiblePerson: members },
      take: most,
      select: { activity: true, deadline: true, status: true, meeting: inMeeting },
    }),
    db.ownerLink.findMany({
      where: { person: members },
      take: most,
      select: { phone: true, createdAt: true, revokedAt: true },
    }),
    db.note.findMany({
      where: { askerPerson: members, deletedAt: null },
      take: most,
      select: { text: true, meeting: inMeeting },
    }),
  ]);
  // Of a seat's other holders nothing is his.
  for (const { name, seat } of jabatan)
    seat.invitations = seat.invitations.filter(({ holderName }) => holderName === name);
  await transact((tx) =>
    recordEvent(tx, by(actor), {
      action: "person.copied",
      subjectId: id,
      organisationId,
      data: { person: personLine(person) },
    }),
  );
  return { orang: person, catatanDigabung: merged, jabatan, kehadiran, mewakili, rtl, tautanRtl, pertanyaan };
}

const invitation = { phone: true, email: true, holderName: true, meeting: inMeeting } as const;
