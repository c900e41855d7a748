import { z } from "zod";
import { escalationOutcomeNames } from "@/lib/escalations/rules";
import { kind } from "@/lib/events/kind";
import { item } from "@/lib/events/plan";
import { itemSubject } from "@/lib/plan/rules";
import { formatDayLong } from "@/lib/time";
import { EscalationOutcome } from "@/prisma/generated/enums";

const text = z.string().nullable();

const answer = item.extend({
  outcome: z.enum(EscalationOutcome),
  letterNumber: text,
  letterDate: text,
  dueOn: text,
  text,
});

const answerWords = ({ outcome, letterNumber, letterDate, dueOn, text: words }: z.output<typeof answer>) => ({
  jawaban: escalationOutcomeNames[outcome],
  nomorSurat: letterNumber,
  tanggalSurat: letterDate,
  selesaiPada: dueOn,
  keterangan: words,
});

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
  "escalation.answered": kind("escalation", answer, (data) => ({
    verb: "menjawab eskalasi",
    subject: itemSubject(data),
    detail: answerWords(data),
  })),
  "escalation.taken": kind("escalation", item.extend({ from: text }), ({ from, ...data }) => ({
    verb: "mengambil alih eskalasi",
    subject: itemSubject(data),
    detail: { dari: from },
  })),
  "escalation.released": kind("escalation", item.extend({ from: z.string() }), ({ from, ...data }) => ({
    verb: "melepas eskalasi",
    subject: itemSubject(data),
    detail: { petugas: from },
  })),
  "escalation.forwarded": kind(
    "escalation",
    item.extend({ forwardId: z.string(), to: z.string(), answerBy: z.string() }),
    ({ to, answerBy, ...data }) => ({
      verb: "meneruskan eskalasi",
      subject: itemSubject(data),
      detail: { kepada: to, "jawaban paling lambat": formatDayLong(answerBy) },
    }),
  ),
  "escalation.recalled": kind(
    "escalation",
    item.extend({ forwardId: z.string(), to: z.string() }),
    ({ to, ...data }) => ({
      verb: "menarik penerusan eskalasi",
      subject: itemSubject(data),
      detail: { dari: to },
    }),
  ),
  "escalation.forward-answered": kind(
    "escalation",
    answer.extend({ forwardId: z.string(), institution: z.string() }),
    ({ institution, ...data }) => ({
      verb: `mencatat jawaban ${institution} atas eskalasi`,
      subject: itemSubject(data),
      detail: answerWords(data),
    }),
  ),
  "escalation.grace-changed": kind(
    "organisation",
    z.object({ before: z.number(), after: z.number() }),
    ({ before, after }) => ({
      verb: "mengubah tenggang jawaban eskalasi",
      subject: `${after} hari`,
      detail: { dari: `${before} hari`, menjadi: `${after} hari` },
    }),
  ),
};
