import type { z } from "zod";

export type Subject =
  | "api-token"
  | "approval"
  | "assignment"
  | "attendance"
  | "certificate"
  | "cluster"
  | "competence"
  | "document"
  | "escalation"
  | "evidence-pack"
  | "evidence-rule"
  | "expiry"
  | "feedback"
  | "indicator"
  | "invitation"
  | "item"
  | "job"
  | "letter"
  | "letterhead"
  | "meeting"
  | "note"
  | "organisation"
  | "owner-link"
  | "paper"
  | "person"
  | "planned-training"
  | "problem"
  | "programme"
  | "question"
  | "scorer"
  | "seat"
  | "signed-copy"
  | "staff"
  | "staffing-standard"
  | "submission"
  | "template"
  | "training-session"
  | "user"
  | "webhook";

/** The event as a sentence after the actor's name: "menjadwalkan: Lokmin …", and what it keeps of before and after. */
export type Told = { verb: string; subject: string; detail?: Record<string, unknown> };

/** One kind of event: what it is about, its plain data, and the sentence made of them. */
export function kind<S extends z.ZodType>(subject: Subject, data: S, tell: (data: z.output<S>) => Told) {
  const tellStored = (stored: unknown): Told | null => {
    const read = data.safeParse(stored);
    return read.success ? tell(read.data) : null;
  };
  return { subject, data, tellStored };
}
