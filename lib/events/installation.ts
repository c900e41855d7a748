import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { retentionKinds, retentionNames, retentionWords } from "@/lib/privacy/kinds";

const backups = z.object({ isDaily: z.boolean(), kept: z.number() });

function backupWords({ isDaily, kept }: z.output<typeof backups>): string {
  return isDaily ? `setiap hari, ${kept} terakhir disimpan` : "tidak setiap hari";
}

const months = z.number().nullable();
const retention = z.object({
  contactMonths: months,
  signatureMonths: months,
  staffMonths: months,
  readingMonths: months,
});

function retentionOf(set: z.output<typeof retention>): string {
  return retentionNames.map((name) => `${retentionKinds[name].name}: ${retentionWords(set[name])}`).join("; ");
}

export const installationEvents = {
  "retention.set": kind("organisation", z.object({ before: retention, after: retention }), ({ before, after }) => ({
    verb: "mengatur masa simpan data pribadi",
    subject: retentionOf(after),
    detail: { dari: retentionOf(before) },
  })),
  "backups.set": kind("organisation", z.object({ before: backups, after: backups }), ({ before, after }) => ({
    verb: "mengatur cadangan pemasangan",
    subject: backupWords(after),
    detail: { dari: backupWords(before) },
  })),
};
