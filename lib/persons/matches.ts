import type { Choice } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { formatPhone } from "@/lib/directory/rules";
import { type PersonWords, personLine } from "@/lib/persons/rules";
import { nameCore, plainWords } from "@/lib/persons/words";
import { formatDayLong } from "@/lib/time";
import { Prisma } from "@/prisma/generated/client";

export type TypedPerson = PersonWords & { phone?: string | null; email?: string | null; nip?: string | null };

export type Distinguishing = {
  note: string | null;
  phone: string | null;
  /** Seats held now: "Kepala Desa, Pemerintah Desa Margasari". */
  seats: string[];
  isUser: boolean;
  recordedOn: string;
};

type Found = PersonWords & Distinguishing & { id: string };

const mostProposed = 8;

export const distinguishingSql = Prisma.sql`
  r.note, r.phone, to_char(r."createdAt" AT TIME ZONE o."timeZone", 'YYYY-MM-DD') AS "recordedOn",
  (SELECT coalesce(json_agg(concat_ws(', ', s.title, s.institution) ORDER BY s."protocolOrder"), '[]')
    FROM "Person" m JOIN "SeatHolder" h ON h."personId" = m.id JOIN "Seat" s ON s.id = h."seatId"
    WHERE (m.id = r.id OR m."mergedIntoId" = r.id) AND h.until IS NULL AND s."archivedAt" IS NULL) AS seats,
  EXISTS (SELECT 1 FROM "Person" m JOIN "User" u ON u."personId" = m.id
    WHERE (m.id = r.id OR m."mergedIntoId" = r.id) AND u."deactivatedAt" IS NULL) AS "isUser"`;

export async function findMatches(tx: Db, organisationId: string, typed: TypedPerson): Promise<Choice[]> {
  const { name, title, institution, phone = null, email = null, nip = null } = typed;
  const text = (value: string | null) => Prisma.sql`${value ?? ""}::text`;
  const samePost = Prisma.sql`(${plainWords(Prisma.sql`coalesce(p.title, '')`)} = ${plainWords(text(title))}
    AND ${plainWords(Prisma.sql`coalesce(p.institution, '')`)} = ${plainWords(text(institution))})`;
  const sameContact = Prisma.sql`(p.phone = ${phone} OR p.email = ${email} OR p.nip = ${nip})`;
  const sameName = name ? Prisma.sql`${nameCore(Prisma.sql`p.name`)} = ${nameCore(text(name))}` : samePost;
  const rows = await tx.$queryRaw<Found[]>`
    SELECT r.id, r.name, r.title, r.institution, ${distinguishingSql}
    FROM (
      SELECT coalesce(p."mergedIntoId", p.id) AS id, bool_or(coalesce(${sameContact}, false)) AS contact, bool_or(${samePost}) AS post
      FROM "Person" p WHERE p."organisationId" = ${organisationId}::uuid AND (${sameName} OR ${sameContact})
      GROUP BY 1
    ) f
    JOIN "Person" r ON r.id = f.id
    JOIN "Organisation" o ON o.id = r."organisationId"
    ORDER BY f.contact DESC, f.post DESC, r.name, r.id
    LIMIT ${mostProposed}`;
  return rows.map((row) => ({ id: row.id, line: personLine(row), detail: distinguishingWords(row) }));
}

export async function findInstitution(tx: Db, organisationId: string, institution: string): Promise<string | null> {
  const [record] = await tx.$queryRaw<{ id: string }[]>`
    SELECT coalesce(p."mergedIntoId", p.id) AS id FROM "Person" p
    WHERE p."organisationId" = ${organisationId}::uuid AND p.name IS NULL AND p.title IS NULL
      AND ${plainWords(Prisma.sql`p.institution`)} = ${plainWords(Prisma.sql`${institution}::text`)}
    ORDER BY p."createdAt", p.id LIMIT 1`;
  return record?.id ?? null;
}

/** What tells a record from others of the same name; its own post is beside its name already. */
export function distinguishingWords(person: PersonWords & Distinguishing): string {
  const { note, phone, seats, isUser, recordedOn } = person;
  const post = personLine({ ...person, name: null });
  const others = seats.filter((seat) => seat !== post);
  return [
    note,
    others.length < seats.length ? "sedang menjabat" : null,
    others.length > 0 ? `pejabat ${others.join("; ")}` : null,
    isUser ? "pengguna Lokmin" : null,
    phone ? formatPhone(phone) : null,
    `dicatat ${formatDayLong(recordedOn)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
