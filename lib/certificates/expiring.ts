import type { Actor } from "@/lib/actor";
import { isId, readRows } from "@/lib/db";
import { organisationsWithinSql } from "@/lib/within-sql";
import { type ExpiringKind, type LicenceKind, Prisma, type Profession } from "@/prisma/generated/client";

export const expiringPerPage = 50;

/** What to look at: everything of a kind that has run out or does within so many days. */
export type ExpiringFilter = {
  kind: ExpiringFilterKind;
  /** "habis": what has run out already. */
  within: ExpiringSpan;
  organisationId?: string | undefined;
  profession?: Profession | undefined;
  page: number;
};

export const expiringKinds = ["semua", "sertifikat", "str", "sip"] as const;
export type ExpiringFilterKind = (typeof expiringKinds)[number];

export const expiringSpans = ["12-bulan", "90-hari", "30-hari", "habis"] as const;
export type ExpiringSpan = (typeof expiringSpans)[number];

const spanDays: Record<ExpiringSpan, number> = { "12-bulan": 365, "90-hari": 90, "30-hari": 30, habis: -1 };

export type Expiring = {
  kind: ExpiringKind;
  id: string;
  staffId: string;
  name: string;
  profession: Profession;
  office: string;
  officeId: string;
  /** Of a licence: STR or SIP; else the certificate's own name is in `title`. */
  licence: LicenceKind | null;
  title: string | null;
  number: string | null;
  /** "2027-05-03". */
  expiresOn: string;
};

/**
 * Certificates, STR and SIP of those who work somewhere, with the day they run out; what was renewed since is left out: a
 * later one of the same kind, competence or name, or one for life.
 */
export const expiringSql = Prisma.sql`
  SELECT 'CERTIFICATE'::"ExpiringKind" AS kind, c.id, c."staffId", NULL::"LicenceKind" AS licence, c.training AS title, c.number,
    c."expiresOn"
  FROM "Certificate" c
  WHERE c."withdrawnAt" IS NULL AND c."expiresOn" IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM "Certificate" n WHERE n."staffId" = c."staffId" AND n.id <> c.id AND n."withdrawnAt" IS NULL
      AND (n."expiresOn" IS NULL OR n."expiresOn" > c."expiresOn") AND (n.training = c.training OR EXISTS (
        SELECT 1 FROM "TrainingCompetence" a JOIN "TrainingCompetence" b ON b."competenceId" = a."competenceId"
        WHERE a."meetingId" = c."meetingId" AND b."meetingId" = n."meetingId")))
    AND NOT EXISTS (SELECT 1 FROM "OutsideCertificate" n JOIN "TrainingCompetence" t ON t."competenceId" = n."competenceId"
      WHERE n."staffId" = c."staffId" AND t."meetingId" = c."meetingId" AND (n."expiresOn" IS NULL OR n."expiresOn" > c."expiresOn"))
  UNION ALL
  SELECT 'OUTSIDE_CERTIFICATE', c.id, c."staffId", NULL, c.name, c.number, c."expiresOn"
  FROM "OutsideCertificate" c
  WHERE c."expiresOn" IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM "OutsideCertificate" n WHERE n."staffId" = c."staffId" AND n.id <> c.id
      AND (n."expiresOn" IS NULL OR n."expiresOn" > c."expiresOn")
      AND (n."competenceId" = c."competenceId" OR lower(n.name) = lower(c.name)))
    AND NOT EXISTS (SELECT 1 FROM "Certificate" n JOIN "TrainingCompetence" t ON t."meetingId" = n."meetingId"
      WHERE n."staffId" = c."staffId" AND n."withdrawnAt" IS NULL AND t."competenceId" = c."competenceId"
      AND (n."expiresOn" IS NULL OR n."expiresOn" > c."expiresOn"))
  UNION ALL
  SELECT 'LICENCE', l.id, l."staffId", l.kind, NULL, l.number, l."expiresOn"
  FROM "StaffLicence" l
  WHERE l."expiresOn" IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM "StaffLicence" n WHERE n."staffId" = l."staffId" AND n.kind = l.kind AND n.id <> l.id
      AND (n."expiresOn" IS NULL OR n."expiresOn" > l."expiresOn"))`;

/** What runs out among the staff that the actor sees, the first to end on top. @param today "2026-11-28" */
export async function listExpiring(
  actor: Actor,
  filter: ExpiringFilter,
  today: string,
): Promise<{ rows: Expiring[]; hasMore: boolean }> {
  const { organisationId, profession, page } = filter;
  const conditions = [
    organisationsWithinSql(actor, "o"),
    Prisma.sql`x."expiresOn" <= ${today}::date + ${spanDays[filter.within]}::int`,
    ...(filter.within === "habis" || filter.within === "12-bulan" ? [] : [Prisma.sql`x."expiresOn" >= ${today}::date`]),
    ...ofKind(filter.kind),
    ...(organisationId ? [isId(organisationId) ? Prisma.sql`o.id = ${organisationId}::uuid` : Prisma.sql`false`] : []),
    ...(profession ? [Prisma.sql`s.profession = ${profession}::"Profession"`] : []),
  ];
  const rows = await readRows<Expiring>(Prisma.sql`
    SELECT x.kind, x.id, x."staffId", s.name, s.profession, o.name AS office, o.id AS "officeId", x.licence, x.title, x.number,
      x."expiresOn"::text AS "expiresOn"
    FROM (${expiringSql}) x
    JOIN "StaffMember" s ON s.id = x."staffId"
    JOIN "Organisation" o ON o.id = s."organisationId"
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY x."expiresOn", s.name, x.id
    LIMIT ${expiringPerPage + 1} OFFSET ${(page - 1) * expiringPerPage}`);
  return { rows: rows.slice(0, expiringPerPage), hasMore: rows.length > expiringPerPage };
}

function ofKind(kind: ExpiringFilterKind): Prisma.Sql[] {
  if (kind === "semua") return [];
  if (kind === "sertifikat") return [Prisma.sql`x.kind <> 'LICENCE'`];
  return [Prisma.sql`x.licence = ${kind.toUpperCase()}::"LicenceKind"`];
}
