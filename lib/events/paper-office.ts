import { z } from "zod";
import { kind } from "@/lib/events/kind";

const named = z.object({ name: z.string() });

function letterheadStep(verb: string) {
  return kind("letterhead", named, ({ name }) => ({ verb, subject: name }));
}

const office = z.object({
  size: z.enum(["A4", "F4"]),
  numberPattern: z.string().nullable(),
  last: z.number().int().nullable(),
});

export const paperOfficeEvents = {
  "letterhead.added": letterheadStep("menambah kop surat"),
  "letterhead.changed": letterheadStep("mengubah kop surat"),
  "letterhead.archived": letterheadStep("mengarsipkan kop surat"),
  "letterhead.restored": letterheadStep("memakai lagi kop surat"),
  "paper-office.changed": kind("organisation", office, ({ size, numberPattern, last }) => ({
    verb: "mengubah kertas dan nomor surat",
    subject: size,
    detail: { polaNomor: numberPattern, nomorTerakhir: last },
  })),
};
