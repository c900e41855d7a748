import { z } from "zod";
import { kind } from "@/lib/events/kind";

export const paperEvents = {
  "paper.issued": kind("paper", z.object({ name: z.string(), title: z.string(), code: z.string() }), (data) => ({
    verb: "membuat PDF",
    subject: data.title,
    detail: { surat: data.name, kode: data.code },
  })),
};
