import { type Actor, isPuskesmas, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { listDistricts } from "@/lib/letterheads/districts";
import { drawnLetterhead, findLetterhead, findOffice, listLetterheads, standardOf } from "@/lib/letterheads/reads";
import { kecamatanLetterhead } from "@/lib/letterheads/standard";
import { proposedNumber } from "@/lib/letters/numbering";
import { canSetUpPapers } from "@/lib/letters/rules";
import type { Letterhead } from "@/lib/papers/model";
import { dayOf } from "@/lib/time";

export async function findPaperSetUp(actor: Actor) {
  const office = canSetUpPapers(actor) ? await findOffice(actor, actor.organisation.id) : null;
  if (!office) throw new NotAllowed(actor, "read the paper settings to change them");
  const issuer = actor.organisation.id;
  const day = dayOf(new Date(), actor.organisation.timeZone);
  const year = Number(day.slice(0, 4));
  const numberPattern = office.paperOffice?.numberPattern ?? null;
  const [letterheads, archived, counter, next] = await Promise.all([
    listLetterheads(actor, issuer),
    db.letterhead.findMany({
      where: { organisationId: issuer, archivedAt: { not: null } },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
    db.letterCounter.findUnique({ where: { issuer_year: { issuer, year } } }),
    proposedNumber({ issuer, pattern: numberPattern }, day),
  ]);
  const size = office.paperOffice?.size ?? "A4";
  return { size, numberPattern, last: counter?.last ?? null, next, year, letterheads, archived };
}

export type LetterheadForm = {
  isNew: boolean;
  name: string;
  letterhead: Letterhead;
  areaCode: string | null;
  numberPattern: string | null;
  isDefault: boolean;
  version: number;
  size: "A4" | "F4";
  districts: { code: string; name: string; lines: string[] }[];
};

/** A letterhead to change, or a new one under an id of its own; of another office's there is none. */
export async function findLetterheadForm(actor: Actor, id: string): Promise<LetterheadForm | null> {
  const office = canSetUpPapers(actor) ? await findOffice(actor, actor.organisation.id) : null;
  if (!office) return null;
  const [found, isElsewhere, others, districts] = await Promise.all([
    findLetterhead(actor, actor.organisation.id, id),
    db.letterhead.count({ where: { id, organisationId: { not: actor.organisation.id } } }),
    db.letterhead.count({ where: { organisationId: actor.organisation.id } }),
    isPuskesmas(actor) ? listDistricts(db, actor.organisation.id) : [],
  ]);
  if (isElsewhere > 0) return null;
  const common = {
    size: office.paperOffice?.size ?? ("A4" as const),
    districts: districts.map((area) => ({ code: area.code, name: area.name, ...kecamatanLetterhead(area) })),
  };
  if (!found)
    return {
      ...{ isNew: true, name: "", letterhead: standardOf(office), areaCode: null, numberPattern: null },
      ...{ isDefault: others === 0, version: 0 },
      ...common,
    };
  const { name, areaCode, numberPattern, isDefault, version } = found;
  return {
    isNew: false,
    name,
    areaCode,
    numberPattern,
    isDefault,
    version,
    letterhead: drawnLetterhead(found),
    ...common,
  };
}
