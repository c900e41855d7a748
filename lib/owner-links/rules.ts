import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import { addDays, dayOf } from "@/lib/time";

export type RowOwner = {
  responsibleSeatId: string | null;
  responsibleUserId: string | null;
  responsiblePersonId: string | null;
};

export type OwnerRef = `seat:${string}` | `user:${string}` | `person:${string}`;

export function ownerRefOf({ responsibleSeatId, responsibleUserId, responsiblePersonId }: RowOwner): OwnerRef {
  if (responsibleSeatId) return `seat:${responsibleSeatId}`;
  if (responsibleUserId) return `user:${responsibleUserId}`;
  return `person:${responsiblePersonId}`;
}

const ownerRefForm = /^(seat|user|person):([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

export function isOwnerRef(text: unknown): text is OwnerRef {
  return typeof text === "string" && ownerRefForm.test(text);
}

export function parseOwnerRef(ref: OwnerRef): { kind: string; id: string } {
  const [, kind = "", id = ""] = ownerRefForm.exec(ref) ?? [];
  return { kind, id };
}

export function ownerLinkOf(token: string): string {
  return `${process.env.APP_URL ?? ""}/t/${token}`;
}

export function canHandOutOwnerLinks(actor: Actor): boolean {
  return isPuskesmasWriter(actor);
}

export const readOnlyDays = 30;

export type LinkState = "open" | "readOnly" | "ended";

/** @param lastChange when something last happened to the owner's rows, or the link was made */
export function linkState(link: { openRows: number; lastChange: Date }, now: Date, timeZone: string): LinkState {
  if (link.openRows > 0) return "open";
  return dayOf(now, timeZone) <= addDays(dayOf(link.lastChange, timeZone), readOnlyDays) ? "readOnly" : "ended";
}
