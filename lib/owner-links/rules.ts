import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import { addDays, dayOf } from "@/lib/time";

/** Who answers for a row: a seat of the directory, a user, or a person of the office's records. */
export type RowOwner = {
  responsibleSeatId: string | null;
  responsibleUserId: string | null;
  responsiblePersonId: string | null;
};

/** Whose rows belong together. The database says the same in `ownerRefSql`. */
export type OwnerRef = `seat:${string}` | `user:${string}` | `person:${string}`;

export function ownerRefOf({ responsibleSeatId, responsibleUserId, responsiblePersonId }: RowOwner): OwnerRef {
  if (responsibleSeatId) return `seat:${responsibleSeatId}`;
  if (responsibleUserId) return `user:${responsibleUserId}`;
  return `person:${responsiblePersonId}`;
}

const ownerRefForm = /^(seat|user|person):([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** Whether a text can mean an owner at all. */
export function isOwnerRef(text: unknown): text is OwnerRef {
  return typeof text === "string" && ownerRefForm.test(text);
}

export function parseOwnerRef(ref: OwnerRef): { kind: string; id: string } {
  const [, kind = "", id = ""] = ownerRefForm.exec(ref) ?? [];
  return { kind, id };
}

/** The personal address of an owner. */
export function ownerLinkOf(token: string): string {
  return `${process.env.APP_URL ?? ""}/t/${token}`;
}

/** Links of owners are handed out, ended and made anew by the staff of the puskesmas. */
export function canHandOutOwnerLinks(actor: Actor): boolean {
  return isPuskesmasWriter(actor);
}

/** How long an owner may still read what was promised when nothing of it is open any more. */
export const readOnlyDays = 30;

export type LinkState = "open" | "readOnly" | "ended";

/**
 * An invitation ends with its meeting; a promise does not. So an owner's link takes reports as long as the owner has
 * an open row, is there to read for 30 days after the last one was finished, and then says nothing any more. A new
 * row opens it again. Revoking ends it whatever is open.
 * @param lastChange when something last happened to the owner's rows, or the link was made
 */
export function linkState(link: { openRows: number; lastChange: Date }, now: Date, timeZone: string): LinkState {
  if (link.openRows > 0) return "open";
  return dayOf(now, timeZone) <= addDays(dayOf(link.lastChange, timeZone), readOnlyDays) ? "readOnly" : "ended";
}
