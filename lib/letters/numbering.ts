import { type Outcome, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { formatNumber, numberKey } from "@/lib/letters/pattern";
import { shortened } from "@/lib/shortened";
import { dateToDay, formatDayLong } from "@/lib/time";

export type Numbering = { issuer: string; pattern: string | null };

export type NumberGiven = { number: string; numberKey: string; sequence: number | null; year: number };

const mostSteps = 500;

/**
 * The number of a letter: as typed, else the next of the issuer's counter. The counter's row is held until the
 * transaction ends, so that two officers at the same moment get two numbers; numbers typed by hand are passed over.
 */
export async function takeNumber(
  tx: Db,
  { issuer, pattern }: Numbering,
  day: string,
  typed: string | null,
): Promise<Outcome<{ given: NumberGiven }>> {
  const year = Number(day.slice(0, 4));
  if (typed) return { ok: true, given: { number: typed, numberKey: numberKey(typed), sequence: null, year } };
  if (!pattern)
    return refuse("Isi nomor surat, atau tulis pola nomornya di Pengaturan › Kop dan nomor surat", "number");
  for (let step = 0; step < mostSteps; step += 1) {
    const sequence = await nextOf(tx, issuer, year);
    const number = formatNumber(pattern, sequence, day);
    const key = numberKey(number);
    const isTaken = (await tx.letter.count({ where: { issuer, year, numberKey: key } })) > 0;
    if (!isTaken) return { ok: true, given: { number, numberKey: key, sequence, year } };
  }
  return refuse(
    "Nomor berikutnya menurut pola sudah terpakai semua. Periksa pola nomornya, atau ketik nomornya.",
    "number",
  );
}

async function nextOf(tx: Db, issuer: string, year: number): Promise<number> {
  const [counter] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "LetterCounter" AS c (issuer, year, last) VALUES (${issuer}, ${year}, 1)
    ON CONFLICT (issuer, year) DO UPDATE SET last = c.last + 1
    RETURNING last`;
  if (!counter) throw new Error("The counter gave no number");
  return counter.last;
}

/** What the counter would give next; nothing is reserved. */
export async function proposedNumber({ issuer, pattern }: Numbering, day: string): Promise<string | null> {
  if (!pattern) return null;
  const year = Number(day.slice(0, 4));
  const counter = await db.letterCounter.findUnique({ where: { issuer_year: { issuer, year } } });
  const first = (counter?.last ?? 0) + 1;
  const proposals = Array.from({ length: 50 }, (_, index) => formatNumber(pattern, first + index, day));
  const taken = await db.letter.findMany({
    where: { issuer, year, numberKey: { in: proposals.map(numberKey) } },
    select: { numberKey: true },
  });
  const keys = new Set(taken.map((letter) => letter.numberKey));
  return proposals.find((number) => !keys.has(numberKey(number))) ?? null;
}

type Wanted = { issuer: string; organisationId: string; day: string; number: string };

/** Refuses a number that another letter has, naming it; of another office's letter no more than whose it is. */
export async function refuseTaken({ issuer, organisationId, day, number }: Wanted) {
  const year = Number(day.slice(0, 4));
  const other = await db.letter.findFirst({
    where: { issuer, year, numberKey: numberKey(number) },
    select: {
      number: true,
      subject: true,
      day: true,
      voidedAt: true,
      organisationId: true,
      organisation: { select: { name: true } },
    },
  });
  if (!other) return refuse("Nomor itu baru saja dipakai surat lain. Simpan sekali lagi.", "number");
  if (other.organisationId !== organisationId)
    return refuse(`Nomor surat ${other.number} sudah dipakai surat yang dicatat ${other.organisation.name}.`, "number");
  const when = other.day ? ` tanggal ${formatDayLong(dateToDay(other.day))}` : "";
  const whose = `“${shortened(other.subject, 80)}”${when}`;
  return refuse(
    other.voidedAt
      ? `Nomor surat ${other.number} milik surat yang dibatalkan, ${whose}. Nomor yang dibatalkan tidak dipakai lagi.`
      : `Nomor surat ${other.number} sudah dipakai untuk ${whose}.`,
    "number",
  );
}
