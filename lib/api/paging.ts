import { z } from "zod";

export const mostPerPage = 200;

const cursor = z.string().max(400).optional().meta({ description: "Isi nextCursor dari jawaban sebelumnya" });

/** What every list takes. Anything else is refused: what is spelled wrong would quietly narrow nothing. */
export const pageQuery = z.strictObject({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(mostPerPage)
    .default(100)
    .meta({ description: `Baris per jawaban, paling banyak ${mostPerPage}` }),
  cursor,
});

/** The database knows no year 0, to which an offset may lead from the year 1. */
const isKnownYear = (text: string) => Number(text.slice(0, 4)) >= 1900;

export const moment = z.iso.datetime({ offset: true, abort: true }).refine(isKnownYear);
export const calendarDay = z.iso.date({ abort: true }).refine(isKnownYear);
export const village = z
  .string()
  .max(13)
  .refine((code) => /^[\d.]+$/.test(code));

export const updatedSince = moment.optional().meta({
  description:
    "Hanya yang berubah sejak saat itu, misalnya 2026-01-31T00:00:00Z. Jawabannya boleh memuat lebih: perubahan apa pun pada kegiatannya ikut dihitung.",
});

export const enteredSince = moment.optional().meta({
  description: "Hanya yang diisi atau diubah sejak saat itu; yang dihapus tidak muncul",
});

export type Page<T> = { data: T[]; nextCursor: string | null };

export class WrongCursor extends Error {}

/** @throws WrongCursor where the text is none that this list gave */
export function readCursor<S extends z.ZodType>(schema: S, text: string | undefined): z.output<S> | null {
  if (text === undefined) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    throw new WrongCursor();
  }
}

export function writeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** @param rows one more than the page holds, where there are more */
export function pageOf<Row, T>(
  rows: readonly Row[],
  limit: number,
  { keyOf, tell }: { keyOf: (row: Row) => unknown; tell: (row: Row) => T },
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map(tell),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null,
  };
}

export const idCursor = z.uuid();
