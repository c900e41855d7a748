import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { recordEvent } from "@/lib/events/record";
import type { StaffRequestInput } from "@/lib/privacy/schema";
import { holdStaff, recordStaffEvent } from "@/lib/staff/hold";
import { staffKeptBy } from "@/lib/staff/rules";
import { transact } from "@/lib/transact";

/** Through the link to his own record. What waits already takes the newer words. */
export async function askAboutOwnData(
  tokenHash: string,
  { id, kind, text }: StaffRequestInput,
): Promise<"gone" | Outcome> {
  return transact<"gone" | Outcome>(async (tx) => {
    const [held] = await tx.$queryRaw<{ id: string; name: string; keeperId: string | null }[]>`
      SELECT id, name, coalesce("organisationId", "lastOrganisationId") AS "keeperId" FROM "StaffMember"
      WHERE "tokenHash" = ${tokenHash} FOR NO KEY UPDATE`;
    if (!held?.keeperId) return "gone";
    const sent = await tx.staffRequest.findUnique({ where: { id } });
    if (sent) return { ok: true };
    const { count } = await tx.staffRequest.updateMany({
      where: { staffId: held.id, kind, answeredAt: null },
      data: { text, askedAt: new Date() },
    });
    if (count === 0) await tx.staffRequest.create({ data: { id, staffId: held.id, kind, text } });
    await recordEvent(
      tx,
      { actor: held.name, onBehalfOf: "tautan pribadi" },
      {
        action: "staff.data-asked",
        subjectId: held.id,
        organisationId: held.keeperId,
        data: { name: held.name, kind, text },
      },
    );
    return { ok: true };
  });
}

/** Of a kind that was asked for: what was done, or why not. The one who asked reads it on his page. */
export async function answerStaffRequest(actor: Actor, requestId: string, answer: string): Promise<Outcome> {
  if (!isId(requestId)) throw new NotAllowed(actor, `answer request ${requestId}`);
  return transact<Outcome>(async (tx) => {
    const request = await tx.staffRequest.findFirst({ where: { id: requestId } });
    const held = await holdStaff(tx, actor, request?.staffId ?? "", "answer a request of");
    const { count } = await tx.staffRequest.updateMany({
      where: { id: requestId, answeredAt: null },
      data: { answer, answeredAt: new Date(), answeredBy: actor.name },
    });
    if (count === 0 || !request) return answered;
    const data = { name: held.name, kind: request.kind, text: answer };
    await recordStaffEvent(tx, actor, held, { action: "staff.data-answered", data });
    return { ok: true };
  });
}

const answered: Refusal = refuse("Permintaan ini sudah dijawab. Muat ulang halaman untuk melihat jawabannya.");

/**
 * Erases what an office keeps of a health worker for its own convenience, and ends his link. Name, NIP, times of work,
 * licences, trainings and certificates stay: the office has to prove its staffing and competence.
 */
export async function eraseStaffData(actor: Actor, id: string, reason: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const held = await holdStaff(tx, actor, id, "erase the data of");
    const erased = { phone: null, email: null, bornOn: null, tokenHash: null, tokenSealed: null };
    await tx.staffMember.update({ where: { id }, data: { ...erased, version: { increment: 1 } } });
    await tx.staffMove.updateMany({ where: { staffId: id }, data: { note: null, decisionNote: null } });
    await eraseOfPersons(tx, id);
    await recordStaffEvent(tx, actor, held, { action: "staff.data-erased", data: { name: held.name, reason } });
    return { ok: true };
  });
}

/** He is a person of each office he works at no more, with the same phone. */
async function eraseOfPersons(tx: Db, staffId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Person" p SET phone = NULL, email = NULL, version = p.version + 1
    FROM "StaffPlacement" t
    WHERE t."staffId" = ${staffId}::uuid AND t."personId" = p.id AND t."endReason" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "SeatHolder" h WHERE h."personId" = p.id AND h.until IS NULL)
      AND NOT EXISTS (SELECT 1 FROM "User" u WHERE u."personId" = p.id AND u."deactivatedAt" IS NULL)`;
}

/** What staff of the registers that the actor keeps asked about their data and nobody answered yet. */
export async function listStaffRequests(actor: Actor) {
  const kept = staffKeptBy(actor);
  if (!kept) return [];
  const rows = await db.staffRequest.findMany({
    where: {
      answeredAt: null,
      staff: { OR: [{ organisation: kept }, { organisationId: null, lastOrganisation: kept }] },
    },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: 100,
    select: { id: true, kind: true, text: true, askedAt: true, staff: { select: { id: true, name: true } } },
  });
  return rows.map(({ staff, ...request }) => ({ ...request, staffId: staff.id, name: staff.name }));
}

export type StaffRequest = Awaited<ReturnType<typeof listStaffRequests>>[number];
