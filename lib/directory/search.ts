import { plainWords as plainSql } from "@/lib/persons/words";
import { plainWords } from "@/lib/plain-words";
import { Prisma } from "@/prisma/generated/client";

const mostWords = 8;

/** "18.01.15.2001", "1801152001" or the beginning of one with its dots; null for any other word. */
function codeOf(word: string): string | null {
  if (/^\d{10}$/.test(word)) return `${word.slice(0, 2)}.${word.slice(2, 4)}.${word.slice(4, 6)}.${word.slice(6)}`;
  return /^\d{2}(?:\.\d{2}){1,2}(?:\.\d{4})?$/.test(word) ? word : null;
}

export function holdsSeatWords(q: string): Prisma.Sql {
  const typed = q.split(/\s+/).filter(Boolean).slice(0, mostWords);
  const codes = typed.flatMap((word) => codeOf(word) ?? []);
  const words = typed
    .filter((word) => codeOf(word) === null)
    .flatMap((word) => plainWords(word).split(" "))
    .filter(Boolean);
  const text = plainSql(Prisma.sql`concat_ws(' ', s.title, s.institution,
    (SELECT a.name FROM "Area" a WHERE a.code = s."villageCode"),
    (SELECT string_agg(h.name, ' ') FROM "SeatHolder" h WHERE h."seatId" = s.id AND h.until IS NULL))`);
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...codes.map((code) => Prisma.sql`strpos(s."villageCode", ${code}) = 1`),
      ...words.map((word) => Prisma.sql`strpos(${text}, ${word}) > 0`),
    ],
    " AND ",
  );
}
