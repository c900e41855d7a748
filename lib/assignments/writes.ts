import { randomUUID } from "node:crypto";
import { type Actor, type Outcome, refuse } from "@/lib/actor";
import {
  type HeldAssignment,
  holdAssignment,
  lockStaff,
  recordAssignment,
  requireAssigner,
  requirePlace,
} from "@/lib/assignments/hold";
import { settleStaff } from "@/lib/assignments/person";
import { followingStatus } from "@/lib/assignments/rules";
import type { AssignmentEdit, AssignmentEnding, AssignmentInput } from "@/lib/assignments/schema";
import { type Db, db } from "@/lib/db";
import { settleOffice } from "@/lib/staff/hold";
import { checkTerm } from "@/lib/staff/placements";
import { takenNip } from "@/lib/staff/writes";
import { addDays, dateToDay, dayOf, dayToDate, formatDayLong } from "@/lib/time";
import { transact } from "@/lib/transact";

/** @param input its id is the assignment's, and the record's where a new one is made */
export async function startAssignment(actor: Actor, input: AssignmentInput): Promise<Outcome<{ id: string }>> {
  requireAssigner(actor, "assign somebody");
  const { id } = input;
  return transact<Outcome<{ id: string }>>(
    async (tx) => {
      const place = await requirePlace(tx, actor, input.organisationId);
      if (await isSent(tx, id, place.id)) return { ok: true, id };
      const settled = await settleStaff(tx, actor, input);
      if (!settled.ok) return settled;
      return addAssignment(tx, actor, { ...input, staffId: settled.staffId, place });
    },
    {
      // A record is found by its NIP wherever it is kept.
      acrossOffices: true,
      onDuplicate: async () =>
        (await isSent(db, id, input.organisationId)) ? { ok: true, id } : takenNip(db, input.nip),
    },
  );
}

/** Whether the form of this id was saved before: a second click. */
async function isSent(tx: Db, id: string, organisationId: string): Promise<boolean> {
  return (await tx.staffPlacement.count({ where: { id, organisationId, status: "SPECIAL_ASSIGNMENT" } })) > 0;
}

type NewAssignment = Pick<AssignmentInput, "id" | "startsOn" | "endsOn" | "position" | "decreeNumber"> & {
  staffId: string;
  place: { id: string; name: string };
};

export async function addAssignment(
  tx: Db,
  actor: Actor,
  { id, staffId, place, startsOn, endsOn, position, decreeNumber }: NewAssignment,
): Promise<Outcome<{ id: string }>> {
  await lockStaff(tx, staffId);
  const refusal = await checkTerm(tx, actor, staffId, { id, startsOn, endsOn, endReason: null });
  if (refusal) return refusal;
  const { personId = null } =
    (await tx.staffPlacement.findFirst({
      where: { staffId, organisationId: place.id, personId: { not: null } },
      select: { personId: true },
    })) ?? {};
  await tx.staffPlacement.create({
    data: {
      ...{ id, staffId, organisationId: place.id, personId, status: "SPECIAL_ASSIGNMENT", position, decreeNumber },
      ...{ startsOn: dayToDate(startsOn), endsOn: dayToDate(endsOn), assignedById: actor.organisation.id },
    },
  });
  await settleOffice(tx, staffId);
  const { name } = await tx.staffMember.findUniqueOrThrow({ where: { id: staffId }, select: { name: true } });
  await recordAssignment(tx, actor, place.id, {
    action: "assignment.started",
    subjectId: id,
    data: { name, office: place.name, startsOn, endsOn },
  });
  return { ok: true, id };
}

export async function editAssignment(actor: Actor, id: string, edit: AssignmentEdit): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const held = await holdAssignment(tx, actor, id, "edit");
    if (held.version !== edit.version) return editedMeanwhile;
    if (held.endReason) return alreadyEnded;
    const { startsOn, endsOn, position, decreeNumber } = edit;
    const refusal = await checkTerm(tx, actor, held.staffId, { id, startsOn, endsOn, endReason: null });
    if (refusal) return refusal;
    const days = { startsOn: dayToDate(startsOn), endsOn: dayToDate(endsOn) };
    await tx.staffPlacement.update({
      where: { id },
      data: { ...days, position, decreeNumber, version: { increment: 1 } },
    });
    await settleOffice(tx, held.staffId);
    await recordAssignment(tx, actor, held.organisation.id, {
      action: "assignment.edited",
      subjectId: id,
      data: {
        name: held.staff.name,
        office: held.organisation.name,
        before: { startsOn: dateToDay(held.startsOn), endsOn: held.endsOn && dateToDay(held.endsOn) },
        after: { startsOn, endsOn },
      },
    });
    return { ok: true };
  });
}

/** Ends it with its reason; who became PPPK or PNS goes on in the same office as that. */
export async function endAssignment(actor: Actor, id: string, ending: AssignmentEnding): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const held = await holdAssignment(tx, actor, id, "end");
    if (held.version !== ending.version) return editedMeanwhile;
    if (held.endReason) return alreadyEnded;
    const { endsOn, reason, note } = ending;
    const startsOn = dateToDay(held.startsOn);
    if (endsOn < startsOn) return refuse(`Penugasan ini baru mulai ${formatDayLong(startsOn)}`, "endsOn");
    if (endsOn > dayOf(new Date(), actor.organisation.timeZone))
      return refuse("Hari terakhirnya belum tiba. Catat akhir penugasan pada atau sesudah hari itu.", "endsOn");
    const refusal = await checkTerm(tx, actor, held.staffId, { id, startsOn, endsOn, endReason: reason });
    if (refusal) return refusal;
    await tx.staffPlacement.update({
      where: { id },
      data: { endsOn: dayToDate(endsOn), endReason: reason, endNote: note, version: { increment: 1 } },
    });
    const next = await goOn(tx, actor, held, ending);
    if (!next.ok) return next;
    await settleOffice(tx, held.staffId);
    await recordAssignment(tx, actor, held.organisation.id, {
      action: "assignment.ended",
      subjectId: id,
      data: {
        name: held.staff.name,
        office: held.organisation.name,
        endsOn,
        reason,
        note,
        nextStartsOn: next.startsOn,
      },
    });
    return { ok: true };
  });
}

async function goOn(
  tx: Db,
  actor: Actor,
  held: HeldAssignment,
  { endsOn, reason, nextStartsOn, nextDecree }: AssignmentEnding,
): Promise<Outcome<{ startsOn: string | null }>> {
  const status = followingStatus[reason];
  if (!status) return { ok: true, startsOn: null };
  const startsOn = nextStartsOn ?? addDays(endsOn, 1);
  if (startsOn <= endsOn)
    return refuse(`Status baru mulai sesudah hari terakhir penugasan, ${formatDayLong(endsOn)}`, "nextStartsOn");
  const refusal = await checkTerm(tx, actor, held.staffId, { id: "", startsOn, endsOn: null, endReason: null });
  if (refusal) return { ...refusal, field: "nextStartsOn" };
  const { staffId, organisationId, personId, position } = held;
  await tx.staffPlacement.create({
    data: {
      ...{ id: randomUUID(), staffId, organisationId, personId, position, status, decreeNumber: nextDecree },
      startsOn: dayToDate(startsOn),
    },
  });
  return { ok: true, startsOn };
}

const editedMeanwhile = refuse(
  "Penugasan ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya.",
);
const alreadyEnded = refuse("Penugasan ini sudah berakhir. Muat ulang halaman untuk melihatnya.");
