import { db } from "@/lib/db";
import { readBytes } from "@/lib/documents/store";

export type OwnCertificate = {
  number: string;
  code: string;
  expiresOn: Date | null;
  withdrawReason: string | null;
  /** Whether its PDF is made: a job makes it after it was issued. */
  hasFile: boolean;
};

/** The one in force, else the last withdrawn; null where there is none. */
async function findOwn(tokenHash: string) {
  const [found] = await db.certificate.findMany({
    where: { invitation: { tokenHash } },
    orderBy: [{ withdrawnAt: { sort: "desc", nulls: "first" } }],
    take: 1,
    select: { id: true, number: true, code: true, expiresOn: true, withdrawReason: true },
  });
  if (!found) return null;
  const paper = await db.issuedPaper.findFirst({
    where: { kind: "certificate", subjectId: found.id, file: { isNot: null } },
    orderBy: { createdAt: "desc" },
    select: { file: { select: { id: true, name: true, objectKey: true } } },
  });
  return { ...found, file: found.withdrawReason === null ? (paper?.file ?? null) : null };
}

export async function findOwnCertificate(tokenHash: string): Promise<OwnCertificate | null> {
  const own = await findOwn(tokenHash);
  if (!own) return null;
  const { number, code, expiresOn, withdrawReason, file } = own;
  return { number, code, expiresOn, withdrawReason, hasFile: file !== null };
}

/** The PDF of a certificate in force; null where there is none yet. */
export async function readOwnCertificate(tokenHash: string) {
  const file = (await findOwn(tokenHash))?.file;
  const bytes = file && (await readBytes(file));
  return bytes ? { name: file.name, bytes } : null;
}
