import { z } from "zod";
import { messageKinds } from "@/lib/messages/rules";

export const jobPayloads = {
  "email.send": z.object({ meetingId: z.string(), message: z.enum(messageKinds) }),
  "evidence.make": z.object({ packId: z.string() }),
  "import.apply": z.object({ slug: z.string(), draftId: z.string(), shown: z.string() }),
} as const;

export type JobKind = keyof typeof jobPayloads;
export type JobPayload<K extends JobKind> = z.output<(typeof jobPayloads)[K]>;

export function isJobKind(kind: string): kind is JobKind {
  return kind in jobPayloads;
}
