import { z } from "zod";
import { kind } from "@/lib/events/kind";

export const certificateEvents = {
  "certificate.issued": kind("meeting", z.object({ title: z.string(), count: z.int() }), ({ title, count }) => ({
    verb: `menerbitkan ${count} sertifikat`,
    subject: title,
  })),
  "certificate.withdrawn": kind(
    "certificate",
    z.object({ number: z.string(), name: z.string(), reason: z.string() }),
    ({ number, name, reason }) => ({
      verb: "menarik sertifikat",
      subject: `${number}, ${name}`,
      detail: { alasan: reason },
    }),
  ),
};
