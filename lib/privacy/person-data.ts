import { type Actor, NotAllowed } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { canWriteDirectory } from "@/lib/directory/rules";
import { by, recordEvent } from "@/lib/events/record";
import { listOwnInvitations, ownAttendance } from "@/lib/persons/own-invitations";
import { personLine } from "@/lib/persons/rules";
import { transact } from "@/lib/transact";

const most = 2000;
const meeting = { select: { title: true, startsAt: true } } as const;

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
  const merged = await db.person.findMany({
    where: { mergedIntoId: id },
    take: most,
    select: { id: true, name: true, title: true, institution: true, phone: true, email: true, nip: true, note: true },
  });
  const ids = [id, ...merged.map((record) => record.id)];
  const parts = { ...(await ofMeetings(organisationId, ids)), ...(await ofPlans(ids)), ...(await ofPosts(ids)) };
  await transact((tx) =>
    recordEvent(tx, by(actor), {
      action: "person.copied",
      subjectId: id,
      organisationId,
      data: { person: personLine(person) },
    }),
  );
  return { orang: person, catatanDigabung: merged, ...parts };
}

async function ofMeetings(organisationId: string, ids: string[]) {
  const invitationIds = await listOwnInvitations(db, organisationId, ids);
  const askerPerson = { id: { in: ids } };
  const [undangan, kehadiran, mewakili, pertanyaan, penilaianUsg] = await Promise.all([
    db.invitation.findMany({
      where: { id: { in: invitationIds } },
      orderBy: { meeting: { startsAt: "desc" } },
      take: most,
      select: {
        ...{ holderName: true, title: true, institution: true, phone: true, email: true, meeting },
        ...{ handedOutAt: true, remindedAt: true },
        // Whom he sent is another's data.
        answer: { select: { choice: true, reason: true, answeredAt: true } },
      },
    }),
    db.attendance.findMany({
      where: ownAttendance(ids, invitationIds),
      orderBy: { meeting: { startsAt: "desc" } },
      take: most,
      select: {
        ...{ name: true, title: true, institution: true, status: true, arrivedAt: true, note: true, meeting },
        signature: { select: { createdAt: true } },
        presences: { select: { status: true, arrivedAt: true, session: { select: { topic: true } } } },
      },
    }),
    db.answer.findMany({
      where: { delegatePersonId: { in: ids } },
      take: most,
      select: {
        ...{ delegateName: true, delegateTitle: true, delegateInstitution: true, answeredAt: true },
        invitation: { select: { meeting } },
      },
    }),
    db.note.findMany({
      where: { askerPerson, deletedAt: null },
      take: most,
      select: { text: true, meeting },
    }),
    db.scorer.findMany({ where: { personId: { in: ids } }, take: most, select: { name: true, meeting } }),
  ]);
  return { undangan, kehadiran, mewakili, pertanyaan, penilaianUsg };
}

async function ofPlans(ids: string[]) {
  const personId = { in: ids };
  const [rtl, tautanRtl] = await Promise.all([
    db.actionItem.findMany({
      where: { responsiblePersonId: personId },
      take: most,
      select: { number: true, activity: true, deadline: true, status: true, meeting },
    }),
    db.ownerLink.findMany({
      where: { personId },
      take: most,
      select: {
        ...{ name: true, title: true, institution: true, phone: true, createdAt: true, revokedAt: true },
        reports: {
          take: most,
          select: { percent: true, status: true, note: true, createdAt: true, item: { select: { activity: true } } },
        },
      },
    }),
  ]);
  return { rtl, tautanRtl };
}

async function ofPosts(ids: string[]) {
  const personId = { in: ids };
  const [jabatan, narasumber, fasilitator, akun] = await Promise.all([
    db.seatHolder.findMany({
      where: { personId },
      take: most,
      select: {
        ...{ prefix: true, name: true, ownPost: true, phone: true, email: true, rank: true, nip: true },
        ...{ since: true, until: true, seat: { select: { title: true, institution: true } } },
      },
    }),
    db.trainingSpeaker.findMany({
      where: { personId },
      take: most,
      select: { name: true, title: true, institution: true, session: { select: { topic: true } } },
    }),
    db.programmeFacilitator.findMany({
      where: { personId },
      take: most,
      select: { name: true, title: true, institution: true, leftAt: true, programme: { select: { name: true } } },
    }),
    db.user.findMany({
      where: { personId },
      take: most,
      select: { name: true, email: true, position: true, role: true, createdAt: true, deactivatedAt: true },
    }),
  ]);
  return { jabatan, narasumber, fasilitator, akun };
}
