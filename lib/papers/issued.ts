import { db } from "@/lib/db";
import { paperKinds } from "@/lib/papers/kinds";

/** What anybody may know of a PDF whose code he read on it: nobody's name, no title, nothing of its content. */
export type CheckedPaper = {
  code: string;
  paper: string;
  office: string;
  number: string | null;
  createdAt: Date;
  timeZone: string;
  size: number;
  sha256: string;
  documentId: string | null;
  /** When another PDF of the same paper was made after it. */
  replacedAt: Date | null;
};

export async function findByCheckCode(code: string): Promise<CheckedPaper | null> {
  const issued = await db.issuedPaper.findUnique({
    where: { code },
    include: { organisation: { select: { name: true, timeZone: true } }, file: { select: { id: true } } },
  });
  if (!issued) return null;
  const { organisation, kind, subjectId, options, createdAt } = issued;
  const later = await db.issuedPaper.findFirst({
    where: { kind, subjectId, options, organisationId: issued.organisationId, createdAt: { gt: createdAt } },
    orderBy: { createdAt: "asc" },
    select: { createdAt: true },
  });
  return {
    code,
    paper: paperKinds.find((one) => one.kind === kind)?.name ?? "Surat",
    office: organisation.name,
    number: issued.number,
    createdAt,
    timeZone: organisation.timeZone,
    size: issued.size,
    sha256: issued.sha256,
    documentId: issued.file?.id ?? null,
    replacedAt: later?.createdAt ?? null,
  };
}
