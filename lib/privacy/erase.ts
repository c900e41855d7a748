import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { canWriteDirectory } from "@/lib/directory/rules";
import { by, recordEvent } from "@/lib/events/record";
import { listOwnInvitations, ownAttendance } from "@/lib/persons/own-invitations";
import { transact } from "@/lib/transact";
import { Prisma } from "@/prisma/generated/client";

export const erasedName = "Dihapus atas permintaan";

/**
 * Erases what an office keeps about one of its persons for its own convenience: phone, e-mail, NIP, note, links, the
 * address of a deactivated account, signatures of meetings not approved. What law or accreditation obliges to keep stays as
 * it was written: names on rolls, minutes, plans and papers, signatures of approved meetings.
 */
export async function erasePerson(actor: Actor, id: string, reason: string): Promise<Outcome<{ kept: number }>> {
  if (!canWriteDirectory(actor) || !isId(id)) throw new NotAllowed(actor, `erase person ${id}`);
  const { id: organisationId } = actor.organisation;
  return transact<Outcome<{ kept: number }>>(async (tx) => {
    // The office's lock comes first, as in a change of its users.
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const rows = await tx.$queryRaw<{ id: string; phone: string | null; email: string | null }[]>`
      SELECT id, phone, email FROM "Person"
      WHERE "organisationId" = ${organisationId}::uuid AND (id = ${id}::uuid OR "mergedIntoId" = ${id}::uuid)
      ORDER BY id FOR NO KEY UPDATE`;
    if (!rows.some((row) => row.id === id)) throw new NotAllowed(actor, `erase person ${id}`);
    const ids = rows.map((row) => row.id);
    const inUse = await findUse(tx, ids);
    if (inUse) return refuse(inUse);
    const invitationIds = await listOwnInvitations(tx, organisationId, ids);
    await eraseContacts(tx, organisationId, ids, invitationIds);
    await eraseSignatures(tx, ids, invitationIds);
    await eraseAccounts(tx, ids);
    await tx.person.updateMany({
      where: { id: { in: ids } },
      data: { name: erasedName, phone: null, email: null, nip: null, note: null, version: { increment: 1 } },
    });
    // What was deleted a moment ago could be brought back with what is erased here.
    await tx.undoStep.deleteMany({ where: { meeting: { hostId: organisationId } } });
    const kept = await countKept(tx, ids, invitationIds);
    await recordEvent(tx, by(actor), {
      action: "person.erased",
      subjectId: id,
      organisationId,
      data: { reason, kept },
    });
    return { ok: true, kept };
  });
}

/** Why he cannot be erased yet; null where nothing goes on. */
async function findUse(tx: Db, ids: string[]): Promise<string | null> {
  if ((await tx.seatHolder.count({ where: { personId: { in: ids }, until: null } })) > 0)
    return "Ia masih tercatat sebagai pejabat. Catat dulu penggantinya atau akhir jabatannya di halaman mitra, lalu hapus.";
  if ((await tx.user.count({ where: { personId: { in: ids }, deactivatedAt: null } })) > 0)
    return "Ia masih pengguna Lokmin. Nonaktifkan dulu akunnya, lalu hapus.";
  if ((await tx.staffPlacement.count({ where: { personId: { in: ids }, endReason: null } })) > 0)
    return "Ia masih pegawai. Akhiri dulu masa tugasnya di halaman pegawai, lalu hapus.";
  return null;
}

async function eraseContacts(tx: Db, organisationId: string, ids: string[], invitationIds: string[]): Promise<void> {
  await tx.invitation.updateMany({ where: { id: { in: invitationIds } }, data: { phone: null, email: null } });
  await tx.$executeRaw`
    UPDATE "Invitation" i SET phone = NULL, email = NULL
    FROM "SeatHolder" h, "Meeting" m
    WHERE h."personId" = ANY(${ids}::uuid[]) AND i."seatId" = h."seatId" AND m.id = i."meetingId"
      AND m."hostId" = ${organisationId}::uuid AND (i.phone = h.phone OR i.email = h.email)`;
  await tx.seatHolder.updateMany({
    where: { personId: { in: ids } },
    data: { phone: null, email: null, nip: null, rank: null },
  });
  await tx.ownerLink.updateMany({
    where: { personId: { in: ids } },
    data: { phone: null },
  });
  await tx.ownerLink.updateMany({ where: { personId: { in: ids }, revokedAt: null }, data: { revokedAt: new Date() } });
}

async function eraseSignatures(tx: Db, ids: string[], invitationIds: string[]): Promise<void> {
  const own = await tx.attendance.findMany({ where: ownAttendance(ids, invitationIds), select: { id: true } });
  await tx.$executeRaw`
    DELETE FROM "Document" d USING "Attendance" a
    WHERE d."attendanceId" = a.id AND a.id = ANY(${own.map(({ id }) => id)}::uuid[]) AND NOT ${isApproved}`;
}

/** Of deactivated accounts, since a person with another is refused. The name stays: the history shows it with each change. */
async function eraseAccounts(tx: Db, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "User" SET email = 'dihapus-' || id || '@lokmin.invalid', position = NULL, "passwordHash" = NULL,
      version = version + 1
    WHERE "personId" = ANY(${ids}::uuid[])`;
}

const isApproved = Prisma.sql`EXISTS (
  SELECT 1 FROM "Approval" p WHERE p."meetingId" = a."meetingId"
    AND NOT EXISTS (SELECT 1 FROM "Reopening" r WHERE r."approvalId" = p.id))`;

/** Rolls, delegations and plan rows that keep his name, since they are the evidence of a meeting. */
async function countKept(tx: Db, ids: string[], invitationIds: string[]): Promise<number> {
  const personIds = { in: ids };
  const attendances = await tx.attendance.count({ where: ownAttendance(ids, invitationIds) });
  const answers = await tx.answer.count({ where: { delegatePersonId: personIds } });
  const items = await tx.actionItem.count({ where: { responsiblePersonId: personIds } });
  return attendances + answers + items;
}
