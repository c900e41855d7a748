import type { Readable } from "node:stream";
import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { streamTable } from "@/lib/imports/table-workbook";
import { urgencyNames } from "@/lib/letters/rules";
import { holdsWords } from "@/lib/read-words";
import { dateToDay } from "@/lib/time";
import type { Letter, Prisma } from "@/prisma/generated/client";

export const lettersPerPage = 50;
const mostExported = 20_000;

export type RegisterFilter = { year: number; words?: string; page?: number };

const shown = {
  id: true,
  number: true,
  day: true,
  urgency: true,
  subject: true,
  addressees: true,
  signatorySeat: true,
  note: true,
  voidedAt: true,
  voidReason: true,
  paperKind: true,
  meetingId: true,
  escalationId: true,
  feedbackId: true,
  creator: true,
  meeting: { select: { title: true } },
  letterhead: { select: { name: true, areaCode: true } },
} satisfies Prisma.LetterSelect;

export type RegisterRow = Prisma.LetterGetPayload<{ select: typeof shown }>;

/** The register of the actor's own office (agenda surat keluar): a page of a year, the newest first. */
export async function listRegister(actor: Actor, { year, words, page = 1 }: RegisterFilter) {
  const rows = await db.letter.findMany({
    where: { ...within(actor, year), ...(words ? { id: { in: await findIds(actor, year, words) } } : {}) },
    orderBy: [{ day: "desc" }, { sequence: "desc" }, { numberedAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * lettersPerPage,
    take: lettersPerPage + 1,
    select: shown,
  });
  return { letters: rows.slice(0, lettersPerPage), page, hasMore: rows.length > lettersPerPage };
}

function within(actor: Actor, year: number): Prisma.LetterWhereInput {
  return { organisationId: actor.organisation.id, year };
}

async function findIds(actor: Actor, year: number, words: string): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Letter" WHERE "organisationId" = ${actor.organisation.id}::uuid AND year = ${year}
      AND ${holdsWords(['"number"', '"subject"', '"addressees"'], words)} LIMIT ${mostExported}`;
  return found.map(({ id }) => id);
}

/** A letter made elsewhere, to be mended; null where it is none of the actor's office. */
export async function findEntry(actor: Actor, id: string): Promise<Letter | null> {
  if (!isId(id)) return null;
  return db.letter.findFirst({ where: { id, organisationId: actor.organisation.id, paperKind: null } });
}

const columns = [
  { header: "Nomor surat", width: 28 },
  { header: "Tanggal surat", width: 14 },
  { header: "Hal", width: 48 },
  { header: "Tujuan", width: 40 },
  { header: "Sifat", width: 14 },
  { header: "Kegiatan", width: 36 },
  { header: "Kop", width: 24 },
  { header: "Keterangan", width: 30 },
  { header: "Dicatat oleh", width: 24 },
] as const;

export async function registerWorkbook(actor: Actor, year: number): Promise<Readable> {
  const letters = await db.letter.findMany({
    where: within(actor, year),
    orderBy: [{ day: "asc" }, { sequence: "asc" }, { numberedAt: "asc" }, { id: "asc" }],
    take: mostExported,
    select: shown,
  });
  return streamTable({ sheet: `Agenda ${year}`, columns, rows: letters.map(rowOf) });
}

function rowOf(letter: RegisterRow): (string | Date | null)[] {
  return [
    letter.number,
    letter.day,
    letter.subject,
    letter.addressees,
    urgencyNames[letter.urgency],
    letter.meeting?.title ?? "",
    letter.letterhead?.name ?? "",
    noteOf(letter),
    letter.creator,
  ];
}

export function noteOf({ voidedAt, voidReason, note }: Pick<Letter, "voidedAt" | "voidReason" | "note">): string {
  return [voidedAt ? `DIBATALKAN: ${voidReason ?? ""}` : "", note ?? ""].filter(Boolean).join(" · ");
}

export function dayOfLetter({ day }: { day: Date | null }): string | null {
  return day && dateToDay(day);
}
