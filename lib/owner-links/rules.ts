import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import { addDays, dayOf } from "@/lib/time";

/** Who answers for a row: a seat of the directory, a user, or whoever was typed. */
export type RowOwner = {
  responsibleInstitution: string;
  responsibleTitle: string | null;
  responsibleName: string | null;
  responsibleSeatId: string | null;
  responsibleUserId: string | null;
};

/**
 * Whose rows belong together: "seat:<id>", "user:<id>", or "tulis:<institution>|<title>|<name>" without the
 * differences of typing. The database says the same in `ownerKeySql`.
 */
export function ownerKeyOf(owner: RowOwner): string {
  if (owner.responsibleSeatId) return `seat:${owner.responsibleSeatId}`;
  if (owner.responsibleUserId) return `user:${owner.responsibleUserId}`;
  const { responsibleInstitution, responsibleTitle, responsibleName } = owner;
  return `tulis:${[responsibleInstitution, responsibleTitle, responsibleName].map(plain).join("|")}`;
}

function plain(text: string | null): string {
  return (text ?? "").replaceAll("|", " ").replace(/\s+/g, " ").trim().toLowerCase();
}

const ownerKeyForm = /^(?:(?:seat|user):[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|tulis:\S\P{Cc}*)$/u;

/** Whether a text can be an owner's key at all. */
export function isOwnerKey(text: unknown): text is string {
  return typeof text === "string" && text.length <= 600 && ownerKeyForm.test(text);
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
