import { z } from "zod";
import { kind } from "@/lib/events/kind";

const titled = z.object({ title: z.string(), number: z.number() });

export const approvalEvents = {
  "approval.given": kind(
    "approval",
    titled.extend({
      position: z.string().nullable(),
      head: z.string().nullable().default(null),
      left: z.array(z.object({ place: z.string(), words: z.string() })).default([]),
    }),
    ({ title, number, position, head, left }) => ({
      verb: "mengesahkan",
      subject: title,
      detail: {
        pengesahan: `ke-${number}`,
        jabatan: position,
        "kepala pada hari kegiatan": head,
        "dikonfirmasi apa adanya": left.map(({ place, words }) => `${place}: ${words}`),
      },
    }),
  ),
  "approval.reopened": kind("approval", titled.extend({ reason: z.string() }), ({ title, number, reason }) => ({
    verb: "membuka kembali pengesahan",
    subject: title,
    detail: { pengesahan: `ke-${number}`, alasan: reason },
  })),
  "submission.sent": kind(
    "submission",
    titled.extend({ note: z.string().nullable(), to: z.string().nullable().default(null) }),
    ({ title, number, note, to }) => ({
      verb: "melaporkan ke Dinkes",
      subject: title,
      detail: { laporan: `ke-${number}`, kepada: to, catatan: note },
    }),
  ),
};
