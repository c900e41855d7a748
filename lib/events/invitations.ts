import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { answerNames } from "@/lib/invitations/rules";

const answer = z.object({ choice: z.enum(["PRESENT", "REPRESENTED", "ABSENT"]) });

export const invitationEvents = {
  "invitation.added": kind("meeting", z.object({ count: z.number() }), ({ count }) => ({
    verb: "menambah undangan",
    subject: `${count} orang`,
  })),
  "invitation.withdrawn": kind(
    "invitation",
    z.object({ title: z.string(), institution: z.string() }),
    ({ title, institution }) => ({ verb: "mencabut undangan", subject: `${title}, ${institution}` }),
  ),
  "invitation.answered": kind("invitation", answer, ({ choice }) => ({
    verb: "menjawab undangan",
    subject: answerNames[choice],
  })),
  /** By staff, for an invitee who answered by word of mouth. */
  "invitation.answer-noted": kind("invitation", answer, ({ choice }) => ({
    verb: "mencatat jawaban",
    subject: answerNames[choice],
  })),
};
