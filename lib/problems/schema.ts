import { z } from "zod";
import { formId, optionalText, rowVersion, text } from "@/lib/fields";

/** Groups of the fishbone, in the order it is drawn (DOMAIN §4.4). */
export const causeGroups = ["MANUSIA", "DANA", "METODE", "SARANA", "LINGKUNGAN"] as const;

export type CauseGroupName = (typeof causeGroups)[number];
export type CauseInput = { group: CauseGroupName; text: string };

/** A problem as a form or another noun hands it over; what is left out is empty. */
export type ProblemInput = {
  id: string;
  statement: string;
  indicatorId?: string | null;
  /** Codes of desa out of the organisers' working areas. */
  villages?: string[];
  evidence?: string | null;
  causes?: CauseInput[];
};

const mostCauses = 12;

/** Causes of one group, one a line; a dash or dot in front of a line is how people write lists. */
const causeLines = (name: string) =>
  optionalText(`penyebab ${name}`, 4000)
    .transform((typed) => [
      ...new Set(
        (typed ?? "")
          .split("\n")
          .map((line) => line.replace(/^\s*[-•*]\s*/, "").trim())
          .filter(Boolean),
      ),
    ])
    .refine((lines) => lines.length <= mostCauses, `Penyebab ${name} paling banyak ${mostCauses} baris`)
    .refine((lines) => lines.every((line) => line.length <= 300), "Satu penyebab paling banyak 300 huruf");

export const problemSchema = z
  .object({
    id: formId,
    statement: text("masalah", 500),
    indicatorId: optionalText("indikator", 60),
    villages: z.array(z.string().max(13)).max(500, "Desa paling banyak 500").default([]),
    evidence: optionalText("data pendukung", 500),
    manusia: causeLines("manusia"),
    dana: causeLines("dana"),
    metode: causeLines("metode"),
    sarana: causeLines("sarana"),
    lingkungan: causeLines("lingkungan"),
  })
  .transform(({ manusia, dana, metode, sarana, lingkungan, ...problem }) => ({
    ...problem,
    causes: [
      ...inGroup("MANUSIA", manusia),
      ...inGroup("DANA", dana),
      ...inGroup("METODE", metode),
      ...inGroup("SARANA", sarana),
      ...inGroup("LINGKUNGAN", lingkungan),
    ],
  }));

export const problemEditSchema = z.intersection(problemSchema, z.object({ version: rowVersion }));

function inGroup(group: CauseGroupName, lines: string[]): CauseInput[] {
  return lines.map((line) => ({ group, text: line }));
}
