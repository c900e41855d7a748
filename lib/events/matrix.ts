import { z } from "zod";
import { kind } from "@/lib/events/kind";

const dueDates = z.object({ monthlyDay: z.number(), reportDays: z.number() });

function dueWords({ monthlyDay, reportDays }: z.output<typeof dueDates>): string {
  return `Lokmin bulanan sampai tanggal ${monthlyDay}, laporan ${reportDays} hari sesudah kegiatan`;
}

export const matrixEvents = {
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
