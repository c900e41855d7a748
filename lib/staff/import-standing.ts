import { type Actor, organisationsWithin } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { daysOf } from "@/lib/staff/placements";
import { canKeepStaff } from "@/lib/staff/rules";
import { dateToDay } from "@/lib/time";

export type Office = { id: string; name: string };

export async function readRegister(tx: Db, actor: Actor) {
  const { id } = actor.organisation;
  const offices = await tx.organisation.findMany({
    where: { AND: [organisationsWithin(actor), { OR: [{ id }, { parentId: id }] }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, parentId: true },
  });
  const kept = offices.filter((office) => canKeepStaff(actor, office));
  const ids = kept.map((office) => office.id);
  const rows = await tx.staffMember.findMany({
    where: { OR: [{ organisationId: { in: ids } }, { organisationId: null, lastOrganisationId: { in: ids } }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    include: {
      placements: { orderBy: { startsOn: "desc" }, include: { organisation: { select: { name: true } } } },
      licences: { orderBy: [{ kind: "asc" }, { number: "asc" }] },
    },
  });
  const staff = rows.map(({ bornOn, placements, licences, ...row }) => ({
    ...row,
    bornOn: bornOn && dateToDay(bornOn),
    placements: placements.map(daysOf),
    licences: licences.map(({ expiresOn, ...licence }) => ({
      ...licence,
      expiresOn: expiresOn && dateToDay(expiresOn),
    })),
  }));
  return { offices: kept, staff };
}

export type KnownStaff = Awaited<ReturnType<typeof readRegister>>["staff"][number];

export async function readTaken(tx: Db, nips: string[], licences: string[]) {
  const name = { select: { name: true } } as const;
  const holders = await tx.staffMember.findMany({
    where: { nip: { in: nips } },
    select: { id: true, nip: true, name: true, organisation: name, lastOrganisation: name },
  });
  const held = await tx.staffLicence.findMany({
    where: { number: { in: licences } },
    select: { kind: true, number: true, staffId: true, staff: name },
  });
  return {
    nips: new Map(holders.map((holder) => [holder.nip, holder])),
    licences: new Map(held.map((licence) => [`${licence.kind} ${licence.number}`, licence])),
  };
}

export type Taken = Awaited<ReturnType<typeof readTaken>>;

export function officeNameOf({ organisationId, lastOrganisationId }: KnownStaff, offices: readonly Office[]): string {
  return offices.find(({ id }) => id === (organisationId ?? lastOrganisationId))?.name ?? "";
}
