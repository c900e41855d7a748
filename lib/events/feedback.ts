import { z } from "zod";
import { kind } from "@/lib/events/kind";

const feedback = z.object({ puskesmas: z.string(), month: z.string() });

export const feedbackEvents = {
  "feedback.prepared": kind("feedback", feedback, ({ puskesmas, month }) => ({
    verb: "menyiapkan umpan balik",
    subject: `${puskesmas}, ${month}`,
  })),
  "feedback.sent": kind(
    "feedback",
    feedback.extend({ puskesmasId: z.string(), number: z.string() }),
    ({ puskesmas, month, number }) => ({
      verb: "mengirim umpan balik",
      subject: `${puskesmas}, ${month}`,
      detail: { "nomor surat": number },
    }),
  ),
  "feedback.remarked": kind(
    "feedback",
    feedback.extend({ before: z.string().nullable(), after: z.string().nullable() }),
    ({ puskesmas, month, before, after }) => ({
      verb: "mengubah tambahan umpan balik",
      subject: `${puskesmas}, ${month}`,
      detail: { dari: before, menjadi: after },
    }),
  ),
};
