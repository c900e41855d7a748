import { z } from "zod";
import { kind } from "@/lib/events/kind";

export const evidencePackEvents = {
  "evidence-pack.asked": kind(
    "evidence-pack",
    z.object({ year: z.int(), meetings: z.int() }),
    ({ year, meetings }) => ({ verb: "meminta berkas akreditasi", subject: `tahun ${year}, ${meetings} kegiatan` }),
  ),
};
