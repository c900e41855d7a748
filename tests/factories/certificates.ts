import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { dayToDate } from "@/lib/time";
import type { OutsideCertificate, Prisma, StaffMember } from "@/prisma/generated/client";

/** Somebody of the staff register who works at an office. */
export function makeStaffMember(
  options: Partial<Prisma.StaffMemberCreateManyInput> & { organisationId: string },
): Promise<StaffMember> {
  return db.staffMember.create({
    data: { id: randomUUID(), name: "Bd. Suminar Lestari", profession: "MIDWIFE", ...options },
  });
}

export function makeOutsideCertificate(
  options: Partial<Prisma.OutsideCertificateUncheckedCreateInput> & { staffId: string },
): Promise<OutsideCertificate> {
  return db.outsideCertificate.create({
    data: {
      ...{ id: randomUUID(), name: "ACLS", issuer: "RSUD Contoh", issuedOn: dayToDate("2025-03-01") },
      ...{ uploader: "Petugas", ...options },
    },
  });
}
