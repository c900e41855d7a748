import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { formatMonth } from "@/lib/time";

const dueDates = z.object({ monthlyDay: z.number(), reportDays: z.number() });

function dueWords({ monthlyDay, reportDays }: z.output<typeof dueDates>): string {
  return `Lokmin bulanan sampai tanggal ${monthlyDay}, laporan ${reportDays} hari sesudah kegiatan`;
}

function monthWords(month: string | null): string {
  return month === null ? "belum ditentukan" : formatMonth(month);
}

export const matrixEvents = {
  "start-of-use.set": kind(
    "organisation",
    z.object({ before: z.string().nullable(), after: z.string().nullable() }),
    ({ before, after }) => ({
      verb: "menentukan awal pemakaian Lokmin",
      subject: monthWords(after),
      detail: before ? { dari: monthWords(before) } : {},
    }),
  ),
  "due-dates.set": kind(
    "organisation",
    z.object({ before: dueDates.nullable(), after: dueDates }),
    ({ before, after }) => ({
      verb: "mengatur batas waktu Lokmin",
      subject: dueWords(after),
      detail: before ? { dari: dueWords(before) } : {},
    }),
  ),
};
