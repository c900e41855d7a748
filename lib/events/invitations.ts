import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { answerNames } from "@/lib/invitations/rules";
import { messageNames } from "@/lib/messages/rules";

const answer = z.object({ choice: z.enum(["PRESENT", "REPRESENTED", "ABSENT"]) });

const messaged = z.object({
  kind: z.enum(["INVITATION", "REMINDER", "CHANGE"]),
  title: z.string(),
  institution: z.string(),
});

function messageStep(verb: string, preposition: string) {
  return kind("invitation", messaged, (data) => ({
    verb: `${verb} ${messageNames[data.kind].toLowerCase()} ${preposition}`,
    subject: `${data.title}, ${data.institution}`,
  }));
}

export const invitationEvents = {
  "invitation.message-opened": messageStep("mengirim pesan", "kepada"),
  "invitation.emailed": messageStep("mengirim email", "kepada"),
  "invitation.whatsapped": messageStep("mengirim lewat WhatsApp resmi", "kepada"),
  "invitation.added": kind("meeting", z.object({ count: z.number() }), ({ count }) => ({
    verb: "menambah undangan",
    subject: `${count} orang`,
  })),
  "invitation.withdrawn": kind(
    "invitation",
    z.object({ title: z.string(), institution: z.string() }),
    ({ title, institution }) => ({ verb: "membatalkan undangan", subject: `${title}, ${institution}` }),
  ),
  "invitation.renewed": kind(
    "invitation",
    z.object({
      title: z.string(),
      institution: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      answer: answer.shape.choice.nullable(),
    }),
    ({ title, institution, before, after, answer: given }) => ({
      verb: "memperbarui undangan untuk pejabat baru:",
      subject: `${title}, ${institution}`,
      detail: {
        dari: [before, given && `jawaban ${answerNames[given].toLowerCase()}`].filter(Boolean).join(", "),
        menjadi: after ?? "pejabat belum tercatat",
      },
    }),
  ),
  "invitation.links-replaced": kind("meeting", z.object({ count: z.number() }), ({ count }) => ({
    verb: "membuat tautan baru untuk undangan yang kuncinya hilang:",
    subject: `${count} undangan`,
  })),
  "invitation.holder-corrected": kind(
    "invitation",
    z.object({ title: z.string(), institution: z.string(), before: z.string(), after: z.string().nullable() }),
    ({ title, institution, before, after }) => ({
      verb: "memperbaiki undangan menurut pejabat pada hari kegiatan:",
      subject: `${title}, ${institution}`,
      detail: { dari: before, menjadi: after ?? "pejabat belum dicatat" },
    }),
  ),
  "invitation.answered": kind("invitation", answer, ({ choice }) => ({
    verb: "menjawab undangan",
    subject: answerNames[choice],
  })),
  "invitation.answer-noted": kind("invitation", answer, ({ choice }) => ({
    verb: "mencatat jawaban",
    subject: answerNames[choice],
  })),
};
