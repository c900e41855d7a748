import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { standardLetterhead } from "@/lib/letterheads/standard";
import { officesOfPapers } from "@/lib/letterheads/visible";
import type { Letterhead } from "@/lib/papers/model";
import type { Prisma } from "@/prisma/generated/client";

const asDrawn = {
  id: true,
  name: true,
  lines: true,
  contact: true,
  areaCode: true,
  isDefault: true,
  numberPattern: true,
  version: true,
  logos: { select: { id: true, kind: true } },
} satisfies Prisma.LetterheadSelect;

export type FoundLetterhead = Prisma.LetterheadGetPayload<{ select: typeof asDrawn }>;

export function listLetterheads(actor: Actor, organisationId: string): Promise<FoundLetterhead[]> {
  return db.letterhead.findMany({
    where: { organisationId, archivedAt: null, organisation: officesOfPapers(actor) },
    orderBy: [{ isDefault: "desc" }, { name: "asc" }],
    select: asDrawn,
  });
}

/** Also one that is no longer used: what was printed on it stays readable. */
export async function findLetterhead(
  actor: Actor,
  organisationId: string,
  id: string,
): Promise<FoundLetterhead | null> {
  if (!isId(id)) return null;
  return db.letterhead.findFirst({
    where: { id, organisationId, organisation: officesOfPapers(actor) },
    select: asDrawn,
  });
}

export async function findOffice(actor: Actor, organisationId: string) {
  if (!isId(organisationId)) return null;
  return db.organisation.findFirst({
    where: { AND: [{ id: organisationId }, officesOfPapers(actor)] },
    select: {
      kind: true,
      name: true,
      address: true,
      areaCode: true,
      area: { select: { name: true } },
      parent: { select: { name: true, area: { select: { name: true } } } },
      paperOffice: { select: { size: true, numberPattern: true } },
    },
  });
}

type FoundOffice = NonNullable<Awaited<ReturnType<typeof findOffice>>>;

export function standardOf(office: FoundOffice): Letterhead {
  return { ...standardLetterhead(office), left: null, right: null };
}

export function drawnLetterhead({ lines, contact, logos }: FoundLetterhead): Letterhead {
  const pictureOf = (kind: "LOGO_LEFT" | "LOGO_RIGHT", alt: string) => {
    const logo = logos.find((one) => one.kind === kind);
    return logo ? { documentId: logo.id, alt } : null;
  };
  return { lines, contact, left: pictureOf("LOGO_LEFT", "Logo kiri"), right: pictureOf("LOGO_RIGHT", "Logo kanan") };
}
