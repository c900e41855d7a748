import type { z } from "zod";
import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { holdStaff, recordStaffEvent, settleOffice } from "@/lib/staff/hold";
import { employmentStatusNames } from "@/lib/staff/professions";
import { canKeepStaff, overlapping } from "@/lib/staff/rules";
import type { newPlacementSchema, PlacementInput, placementEditSchema } from "@/lib/staff/schema";
import { requireOffice } from "@/lib/staff/writes";
import { dateToDay, dayOf, dayToDate, formatDayLong } from "@/lib/time";
import { transact } from "@/lib/transact";
import type { EmploymentStatus, PlacementEnd } from "@/prisma/generated/client";

export async function addPlacement(
  actor: Actor,
  staffId: string,
  input: z.output<typeof newPlacementSchema>,
): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const held = await holdStaff(tx, actor, staffId, "add a term to");
    const { id, organisationId, ...term } = input;
    if (await tx.staffPlacement.count({ where: { id, staffId } })) return { ok: true };
    const office = await requireOffice(tx, actor, organisationId, "add a term");
    const refusal = await checkTerm(tx, actor, staffId, { id, ...term });
    if (refusal) return refusal;
    const personId = await knownPerson(tx, staffId, organisationId);
    await tx.staffPlacement.create({ data: { id, staffId, organisationId, personId, ...columnsOf(term) } });
    await settleOffice(tx, staffId);
    await recordStaffEvent(tx, actor, held, {
      action: "staff.placement-added",
      data: { name: held.name, term: told(office.name, term) },
    });
    return { ok: true };
  });
}

export async function editPlacement(
  actor: Actor,
  staffId: string,
  id: string,
  edit: z.output<typeof placementEditSchema>,
): Promise<Outcome> {
  const { version, ...term } = edit;
  return transact<Outcome>(async (tx) => {
    const { held, placement } = await holdPlacement(tx, actor, staffId, id, "edit");
    if (placement.version !== version)
      return refuse("Masa kerja ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya.");
    const refusal = await checkTerm(tx, actor, staffId, { id, ...term });
    if (refusal) return refusal;
    await tx.staffPlacement.update({ where: { id }, data: { ...columnsOf(term), version: { increment: 1 } } });
    await settleOffice(tx, staffId);
    await recordStaffEvent(tx, actor, held, {
      action: "staff.placement-edited",
      data: {
        name: held.name,
        before: told(placement.organisation.name, daysOf(placement)),
        after: told(placement.organisation.name, term),
      },
    });
    return { ok: true };
  });
}

export async function removePlacement(actor: Actor, staffId: string, id: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const { held, placement } = await holdPlacement(tx, actor, staffId, id, "remove");
    if ((await tx.staffPlacement.count({ where: { staffId } })) === 1)
      return refuse("Ini satu-satunya masa kerja pegawai ini. Ubah isinya, atau catat yang benar lebih dulu.");
    await tx.staffPlacement.delete({ where: { id } });
    await settleOffice(tx, staffId);
    await recordStaffEvent(tx, actor, held, {
      action: "staff.placement-removed",
      data: { name: held.name, term: told(placement.organisation.name, daysOf(placement)) },
    });
    return { ok: true };
  });
}

async function holdPlacement(tx: Db, actor: Actor, staffId: string, id: string, what: string) {
  const held = await holdStaff(tx, actor, staffId, `${what} a term of`);
  const placement = await tx.staffPlacement.findFirst({
    where: { id, staffId },
    include: { organisation: { select: { id: true, name: true, parentId: true } } },
  });
  if (!placement || !canKeepStaff(actor, placement.organisation)) throw new NotAllowed(actor, `${what} term ${id}`);
  return { held, placement };
}

/** Asked under the lock of the staff member, by every write of terms. */
export async function checkTerm(
  tx: Db,
  actor: Actor,
  staffId: string,
  term: Pick<PlacementInput, "startsOn" | "endsOn" | "endReason"> & { id: string },
): Promise<Refusal | null> {
  if (term.endReason && term.endsOn && term.endsOn > dayOf(new Date(), actor.organisation.timeZone))
    return refuse("Sebab berakhir diisi sesudah masa kerja berakhir. Kosongkan dulu sebabnya.", "endReason");
  const others = await tx.staffPlacement.findMany({
    where: { staffId },
    select: { id: true, startsOn: true, endsOn: true, status: true, organisation: { select: { name: true } } },
  });
  const other = overlapping(
    others.map((one) => ({ ...one, ...daysOf(one) })),
    term,
  );
  return other ? refuse(overlapWords(other), "startsOn") : null;
}

type Told = { status: EmploymentStatus; startsOn: string; endsOn: string | null; organisation: { name: string } };

export function overlapWords({ status, startsOn, endsOn, organisation }: Told): string {
  const until = endsOn ? `sampai ${formatDayLong(endsOn)}` : "dan belum berakhir";
  return `Bertindih dengan ${employmentStatusNames[status]} di ${organisation.name} sejak ${formatDayLong(startsOn)} ${until}. Akhiri yang itu lebih dulu, atau ubah tanggalnya.`;
}

type Days<T> = Omit<T, "startsOn" | "endsOn"> & { startsOn: string; endsOn: string | null };

export function daysOf<T extends { startsOn: Date; endsOn: Date | null }>(term: T): Days<T> {
  return { ...term, startsOn: dateToDay(term.startsOn), endsOn: term.endsOn && dateToDay(term.endsOn) };
}

function columnsOf({ startsOn, endsOn, ...term }: PlacementInput) {
  return { ...term, startsOn: dayToDate(startsOn), endsOn: endsOn ? dayToDate(endsOn) : null };
}

function told(
  office: string,
  term: { status: EmploymentStatus; startsOn: string; endsOn: string | null; endReason: PlacementEnd | null },
) {
  const { status, startsOn, endsOn, endReason } = term;
  return { office, status, startsOn, endsOn, endReason };
}

async function knownPerson(tx: Db, staffId: string, organisationId: string): Promise<string | null> {
  const before = await tx.staffPlacement.findFirst({
    where: { staffId, organisationId, personId: { not: null } },
    select: { personId: true },
  });
  return before?.personId ?? null;
}
