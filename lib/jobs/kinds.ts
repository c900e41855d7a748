import { z } from "zod";
import { messageKinds } from "@/lib/messages/rules";
import { whatsappKinds } from "@/lib/whatsapp/rules";

export const jobPayloads = {
  "backup.make": z.object({}),
  "certificates.make": z.object({ meetingId: z.string() }),
  "email.send": z.object({ meetingId: z.string(), message: z.enum(messageKinds) }),
  "evidence.make": z.object({ packId: z.string() }),
  "import.apply": z.object({ slug: z.string(), draftId: z.string(), shown: z.string() }),
  "whatsapp.send": z.object({ meetingId: z.string(), message: z.enum(whatsappKinds) }),
} as const;

/** Of what an office set up, without a user whose account it runs on. */
export const officePayloads = {
  "webhook.send": z.object({ deliveryId: z.string() }),
} as const;

export type UserJobKind = keyof typeof jobPayloads;
export type OfficeJobKind = keyof typeof officePayloads;
export type JobKind = UserJobKind | OfficeJobKind;
export type JobPayload<K extends UserJobKind> = z.output<(typeof jobPayloads)[K]>;
export type OfficePayload<K extends OfficeJobKind> = z.output<(typeof officePayloads)[K]>;

export const jobKinds = [...Object.keys(jobPayloads), ...Object.keys(officePayloads)];

export function isOfficeKind(kind: string): kind is OfficeJobKind {
  return kind in officePayloads;
}

export function isUserKind(kind: string): kind is UserJobKind {
  return kind in jobPayloads;
}

export function isJobKind(kind: string): kind is JobKind {
  return isUserKind(kind) || isOfficeKind(kind);
}
