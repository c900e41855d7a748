import { z } from "zod";
import { escalationOutcomeNames } from "@/lib/escalations/rules";
import { kind } from "@/lib/events/kind";
import { item } from "@/lib/events/plan";
import { itemSubject } from "@/lib/plan/rules";
import { EscalationOutcome } from "@/prisma/generated/enums";

const text = z.string().nullable();

export const escalationEvents = {
  "escalation.raised": kind(
    "escalation",
    item.extend({ to: z.string(), reason: z.string() }),
    ({ to, reason, ...data }) => ({
      verb: "mengeskalasi ke Dinkes",
      subject: itemSubject(data),
      detail: { kepada: to, alasan: reason },
    }),
  ),
  "escalation.withdrawn": kind("escalation", item, (data) => ({
    verb: "menarik eskalasi",
    subject: itemSubject(data),
  })),
  "escalation.answered": kind(
    "escalation",
    item.extend({ outcome: z.enum(EscalationOutcome), letterNumber: text, letterDate: text, dueOn: text, text }),
    ({ outcome, letterNumber, letterDate, dueOn, text: words, ...data }) => ({
      verb: "menjawab eskalasi",
      subject: itemSubject(data),
      detail: {
        jawaban: escalationOutcomeNames[outcome],
        nomorSurat: letterNumber,
        tanggalSurat: letterDate,
        selesaiPada: dueOn,
        keterangan: words,
      },
    }),
  ),
};
