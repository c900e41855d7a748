import { z } from "zod";
import { kind } from "@/lib/events/kind";

const reviewed = z.object({ title: z.string(), number: z.number() });

export const reviewEvents = {
  "review.accepted": kind(
    "submission",
    reviewed.extend({ notes: z.string().nullable() }),
    ({ title, number, notes }) => ({
      verb: notes === null ? "menerima laporan" : "menerima laporan dengan catatan",
      subject: title,
      detail: { revisi: number, catatan: notes },
    }),
  ),
  "review.returned": kind("submission", reviewed.extend({ reason: z.string() }), ({ title, number, reason }) => ({
    verb: "mengembalikan laporan",
    subject: title,
    detail: { revisi: number, alasan: reason },
  })),
};
