import { db } from "@/lib/db";

/**
 * What anybody may know of a certificate whose code he read on it: what is printed on it, as a forged one has other
 * words, and whether it is in force.
 */
export type CheckedCertificate = {
  code: string;
  number: string;
  name: string;
  training: string;
  held: string;
  lessons: string;
  office: string;
  timeZone: string;
  day: Date;
  expiresOn: Date | null;
  withdrawnAt: Date | null;
  withdrawReason: string | null;
};

export async function findCertificateByCode(code: string): Promise<CheckedCertificate | null> {
  const found = await db.certificate.findUnique({
    where: { code },
    select: {
      ...{ code: true, number: true, name: true, training: true, held: true, lessons: true, day: true },
      ...{ expiresOn: true, withdrawnAt: true, withdrawReason: true },
      organisation: { select: { name: true, timeZone: true } },
    },
  });
  if (!found) return null;
  const { organisation, lessons, ...said } = found;
  return { ...said, lessons: lessons.toString(), office: organisation.name, timeZone: organisation.timeZone };
}
