import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/actor";
import type { AssignmentPlan, Planned } from "@/lib/assignments/import-plan";
import { followingStatus } from "@/lib/assignments/rules";
import type { Db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import type { OnProgress } from "@/lib/imports/drafts";
import { settleOffice } from "@/lib/staff/hold";
import { addDays, dayToDate } from "@/lib/time";
import type { Prisma } from "@/prisma/generated/client";

type What = { plan: AssignmentPlan; fileName: string };

export async function writeAssignments(tx: Db, actor: Actor, { plan, fileName }: What, onProgress: OnProgress) {
  const { ready } = plan;
  const made = ready.filter(({ isNew }) => isNew);
  const ids = new Map(made.map(({ who }) => [who, randomUUID()]));
  const idOf = ({ who }: Planned) => ids.get(who) ?? who;
  await tx.staffMember.createMany({
    data: made.map((one) => ({ id: idOf(one), name: one.name, nip: one.nip, profession: one.profession })),
  });
  await tx.staffPlacement.createMany({ data: ready.map((one) => termOf(one, idOf(one), actor.organisation.id)) });
  await tx.staffPlacement.createMany({ data: await following(tx, ready, idOf) });
  const members = [...new Set(ready.map(idOf))];
  for (const [place, id] of members.entries()) {
    await settleOffice(tx, id);
    await onProgress(place + 1, members.length);
  }
  const organisationId = actor.organisation.id;
  await recordEvent(tx, by(actor), {
    action: "assignment.imported",
    subjectId: organisationId,
    organisationId,
    data: { fileName, started: ready.length, records: made.length },
  });
}

function termOf(one: Planned, staffId: string, assignedById: string): Prisma.StaffPlacementCreateManyInput {
  const { place, startsOn, endsOn, reason, decreeNumber } = one;
  return {
    ...{ id: randomUUID(), staffId, organisationId: place.id, status: "SPECIAL_ASSIGNMENT", assignedById },
    ...{ startsOn: dayToDate(startsOn), endsOn: dayToDate(endsOn), endReason: reason, decreeNumber },
  };
}

/** Who became PPPK or PNS goes on as that in the same office, unless a later term of his is known. */
async function following(tx: Db, ready: readonly Planned[], idOf: (one: Planned) => string) {
  const rows: Prisma.StaffPlacementCreateManyInput[] = [];
  for (const one of ready) {
    const status = one.reason && followingStatus[one.reason];
    if (!status) continue;
    const staffId = idOf(one);
    const startsOn = dayToDate(addDays(one.endsOn, 1));
    if (await tx.staffPlacement.count({ where: { staffId, startsOn: { gte: startsOn } } })) continue;
    rows.push({ id: randomUUID(), staffId, organisationId: one.place.id, status, startsOn });
  }
  return rows;
}
