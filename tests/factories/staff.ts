import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { Prisma, StaffLicence, StaffMember, StaffMove, StaffPlacement } from "@/prisma/generated/client";
import { nextNumber } from "./counter";

type StaffOptions = Partial<Prisma.StaffMemberCreateManyInput> & {
  organisationId: string;
  placement?: Partial<Prisma.StaffPlacementCreateManyInput>;
};

/** A nurse who works at the office since 2020 as PNS, unless said otherwise. */
export async function makeStaff({ placement, ...options }: StaffOptions): Promise<StaffMember> {
  const id = options.id ?? randomUUID();
  const data = { name: `Pegawai ${nextNumber()}`, profession: "NURSE" as const, ...options, id };
  const member = await db.staffMember.create({ data });
  await makePlacement({ organisationId: options.organisationId, ...placement, staffId: id });
  return member;
}

export function makePlacement(
  options: Partial<Prisma.StaffPlacementCreateManyInput> & { staffId: string; organisationId: string },
): Promise<StaffPlacement> {
  const defaults = { status: "PNS" as const, startsOn: new Date("2020-01-01") };
  return db.staffPlacement.create({ data: { ...defaults, ...options, id: options.id ?? randomUUID() } });
}

export function makeMove(
  options: Partial<Prisma.StaffMoveCreateManyInput> & { staffId: string; fromId: string; toId: string },
): Promise<StaffMove> {
  const defaults = { status: "PNS" as const, startsOn: new Date("2025-01-06"), askedBy: "Petugas" };
  return db.staffMove.create({ data: { ...defaults, ...options, id: options.id ?? randomUUID() } });
}

export function makeLicence(
  options: Partial<Prisma.StaffLicenceCreateManyInput> & { staffId: string },
): Promise<StaffLicence> {
  const defaults = { kind: "STR" as const, number: `STR-${nextNumber()}` };
  return db.staffLicence.create({ data: { ...defaults, ...options, id: options.id ?? randomUUID() } });
}
