import { likeWords } from "@/lib/plain-words";
import { Prisma } from "@/prisma/generated/client";

const readable = (column: string) =>
  Prisma.sql`translate(${Prisma.raw(column)}, U&'\\00AD\\200B\\200C\\200D\\2060\\FEFF', '')`;

/** Whether one of the columns holds the words as they are read: signs without width inside a word are passed over. */
export function holdsWords(columns: readonly string[], words: string): Prisma.Sql {
  const part = `%${likeWords(words)}%`;
  const each = columns.map((column) => Prisma.sql`${readable(column)} ILIKE ${part}`);
  return Prisma.sql`(${Prisma.join(each, " OR ")})`;
}

const mostWords = 8;

/** The same of each word by itself: "bidan sragi" finds what holds both somewhere. */
export function holdsEachWord(columns: readonly string[], q: string): Prisma.Sql {
  const words = q.split(/\s+/).filter(Boolean).slice(0, mostWords);
  return Prisma.join([Prisma.sql`true`, ...words.map((word) => holdsWords(columns, word))], " AND ");
}
