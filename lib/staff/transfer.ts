import { randomUUID } from "node:crypto";
import { type Actor, type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordEvents } from "@/lib/events/record";
import { settleOffice } from "@/lib/staff/hold";
import { daysOf, overlapWords } from "@/lib/staff/placements";
import { overlapping } from "@/lib/staff/rules";
import { addDays, dayToDate } from "@/lib/time";
import type { EmploymentStatus } from "@/prisma/generated/client";

type Office = { id: string; name: string };

export type Transfer = {
  staffId: string;
  name: string;
  from: Office;
  to: Office;
  startsOn: string;
  status: EmploymentStatus;
  position: string | null;
};

/** Ends what runs the day before and begins at the new office; under the lock of the staff member. */
export async function transfer(tx: Db, actor: Actor, what: Transfer): Promise<Refusal | null> {
  const { staffId, name, from, to, startsOn, status, position } = what;
  const rows = await tx.staffPlacement.findMany({
    where: { staffId },
    include: { organisation: { select: { name: true } } },
  });
  const terms = rows.map(daysOf);
  const running = terms.filter(({ endReason }) => endReason === null);
  const late = running.find((term) => term.startsOn >= startsOn);
  const overlap =
    late ??
    overlapping(
      terms.filter(({ endReason }) => endReason !== null),
      { id: "", startsOn, endsOn: null },
    );
  if (overlap) return refuse(overlapWords(overlap), "startsOn");
  const dayBefore = addDays(startsOn, -1);
  for (const { id, endsOn } of running)
    await tx.staffPlacement.update({
      where: { id },
      data: {
        endsOn: dayToDate(endsOn && endsOn < dayBefore ? endsOn : dayBefore),
        ...{ endReason: "MOVED", version: { increment: 1 } },
      },
    });
  await tx.staffPlacement.create({
    data: {
      ...{ id: randomUUID(), staffId, organisationId: to.id, status, position },
      startsOn: dayToDate(startsOn),
    },
  });
  await settleOffice(tx, staffId);
  const data = { name, from: from.name, to: to.name, startsOn };
  const places = [from.id, to.id];
  await recordEvents(
    tx,
    by(actor),
    places.map((organisationId) => ({ action: "staff.moved", subjectId: staffId, organisationId, data })),
  );
  return null;
}

const office = { select: { id: true, name: true } } as const;

/** Whose NIP, STR or SIP a number is, held until the transaction ends. */
export async function findByNumber(tx: Db, typed: string) {
  const digits = typed.replace(/[\s.]/g, "");
  const found = await tx.staffMember.findFirst({
    where: { OR: [{ nip: digits }, { licences: { some: { number: typed } } }] },
    select: { id: true },
  });
  if (!found) return null;
  await tx.$queryRaw`SELECT 1 FROM "StaffMember" WHERE id = ${found.id}::uuid FOR NO KEY UPDATE`;
  const { id, name, organisation, lastOrganisation } = await tx.staffMember.findUniqueOrThrow({
    where: { id: found.id },
    select: { id: true, name: true, organisation: office, lastOrganisation: office },
  });
  const keeper = organisation ?? lastOrganisation;
  return keeper && { id, name, office: keeper };
}
