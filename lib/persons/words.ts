// How names are compared when persons are proposed. Nothing is decided by it: a person chooses.
import { Prisma } from "@/prisma/generated/client";

/** Blanks and apostrophes as people read them, without what cannot be seen. */
const visible = (value: Prisma.Sql) =>
  Prisma.sql`translate(${value}, U&'\\00A0\\2007\\202F\\2018\\2019\\0060\\00B4\\200B\\200C\\200D\\2060\\FEFF', '   ''''''''')`;

/** Words without the differences of typing: size, blanks, dots and apostrophes. */
export const plainWords = (value: Prisma.Sql) =>
  Prisma.sql`lower(trim(regexp_replace(${visible(value)}, '[\\s.,]+', ' ', 'g')))`;

const titles = "dr|drg|drs|dra|ir|h|hj|kh|ns|apt|prof|bapak|ibu|pak|bu|sdr|sdri";

/** A name without the titles around it: "Hj. Siti Aminah, S.K.M." and "Siti Aminah" are compared as one. */
export const nameCore = (value: Prisma.Sql) =>
  Prisma.sql`regexp_replace(${plainWords(Prisma.sql`split_part(${value}, ',', 1)`)}, ${`^((${titles}) )+`}, '')`;
