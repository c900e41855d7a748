import { Prisma } from "@/prisma/generated/client";

const visible = (value: Prisma.Sql) =>
  Prisma.sql`translate(${value}, U&'\\00A0\\2007\\202F\\2018\\2019\\0060\\00B4\\200B\\200C\\200D\\2060\\FEFF', '   ''''''''')`;

export const plainWords = (value: Prisma.Sql) =>
  Prisma.sql`lower(trim(regexp_replace(${visible(value)}, '[\\s.,]+', ' ', 'g')))`;

const titles = "dr|drg|drs|dra|ir|h|hj|kh|ns|apt|prof|bapak|ibu|pak|bu|sdr|sdri";

export const nameCore = (value: Prisma.Sql) =>
  Prisma.sql`regexp_replace(${plainWords(Prisma.sql`split_part(${value}, ',', 1)`)}, ${`^((${titles}) )+`}, '')`;
