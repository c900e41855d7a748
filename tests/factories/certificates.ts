import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { newCheckCode } from "@/lib/papers/check-code";
import { dayToDate } from "@/lib/time";
import type { Certificate, OutsideCertificate, Prisma } from "@/prisma/generated/client";

/** A certificate from elsewhere, without its file. */
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

/** A certificate in force of a training, for who is named; its invitation where one is given. */
export async function makeCertificate(
  options: Partial<Prisma.CertificateUncheckedCreateInput> & { meetingId: string; organisationId: string },
): Promise<Certificate> {
  const count = await db.certificate.count({ where: { organisationId: options.organisationId } });
  const number = `${String(count + 1).padStart(3, "0")}/SERT/XI/2025`;
  return db.certificate.create({
    data: {
      ...{ id: randomUUID(), code: newCheckCode(), year: 2025, number, numberKey: number.toLowerCase() },
      ...{ pattern: "{nomor:3}/SERT/{bulan-romawi}/{tahun}", day: dayToDate("2025-11-20"), place: "Senduro" },
      ...{ name: "Bd. Suminar Lestari", title: "Bidan", institution: "Puskesmas Contoh", profession: "MIDWIFE" },
      ...{ training: "Kalakarya Kegawatdaruratan", held: "Kamis, 20 November 2025", room: "Aula", lessons: 8 },
      topics: [{ topic: "Resusitasi", form: "Teori", lessons: "8" }],
      ...{ signatorySeat: "Kepala Puskesmas Contoh", signatoryName: "dr. Wira Contoh", creator: "Petugas" },
      ...options,
    },
  });
}
