import { z } from "zod";
import { kind } from "@/lib/events/kind";

const backups = z.object({ isDaily: z.boolean(), kept: z.number() });

function backupWords({ isDaily, kept }: z.output<typeof backups>): string {
  return isDaily ? `setiap hari, ${kept} terakhir disimpan` : "tidak setiap hari";
}

export const installationEvents = {
  "backups.set": kind("organisation", z.object({ before: backups, after: backups }), ({ before, after }) => ({
    verb: "mengatur cadangan pemasangan",
    subject: backupWords(after),
    detail: { dari: backupWords(before) },
  })),
};
