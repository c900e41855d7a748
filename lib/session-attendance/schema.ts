import { z } from "zod";
import { choice, formId } from "@/lib/fields";
import { Profession } from "@/prisma/generated/enums";

const mostPeople = 1000;
const ids = z.preprocess(
  (value) => value ?? [],
  z.array(formId).max(mostPeople, `Paling banyak ${mostPeople} orang sekaligus`),
);

/** The roll of a session as ticked: who was listed, who was shown as present, who is ticked now. */
export const sessionRollSchema = z.object({
  listed: ids,
  shown: ids,
  present: ids,
  rest: z.preprocess((value) => value === "ya", z.boolean()),
});

export type SessionRollInput = z.output<typeof sessionRollSchema>;

export const sessionPaperSchema = z.object({
  way: choice("cara menulis", ["except", "only"]),
  numbers: z.preprocess((value) => value ?? "", z.string().max(400, "Nomor terlalu banyak. Kirim dua kali.")),
});

export type SessionPaperInput = z.output<typeof sessionPaperSchema>;

export const reportedSchema = z.object({ reported: ids, decision: choice("keputusan", ["confirm", "reject"]) });

export const newParticipantSchema = z.object({
  attendanceId: formId,
  profession: z.preprocess((value) => value ?? "", z.enum(Profession, { error: "Pilih profesi" })),
});
