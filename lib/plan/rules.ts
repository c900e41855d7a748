import { type Actor, isDinkes } from "@/lib/actor";
import { canWriteMeeting, type Organised, takesPlan } from "@/lib/meetings/rules";
import { isOpen, progressNames } from "@/lib/progress/rules";
import { shortened } from "@/lib/shortened";
import { addDays, dateToDay, dayOf, daysBetween, formatDistance } from "@/lib/time";
import type { FundingSource, Priority, ProgressStatus } from "@/prisma/generated/enums";

export const fundingNames: Record<FundingSource, string> = {
  BOK: "BOK",
  BLUD_JKN: "BLUD/JKN",
  APBD: "APBD",
  VILLAGE_FUND: "Dana Desa/ADD",
  COMMUNITY: "Swadaya",
  NO_COST: "Tanpa biaya",
  OTHER: "Lainnya",
};

export const priorityNames: Record<Priority, string> = { HIGH: "Tinggi", MEDIUM: "Sedang", LOW: "Rendah" };

export const soonDays = 14;

export type Due = { status: ProgressStatus; deadline: string };

/** Computed from today, never stored: the day of the deadline itself is still in time. */
export function isOverdue(item: Due, today: string): boolean {
  return isOpen(item.status) && item.deadline < today;
}

export function isDueSoon(item: Due, today: string): boolean {
  return isOpen(item.status) && item.deadline >= today && item.deadline <= addDays(today, soonDays);
}

export type DueFrom = string | { meetingDay: string };

type Held = { startsAt: Date; timeZone: string };

export function dueFromMeeting({ startsAt, timeZone }: Held, now: Date): DueFrom {
  const meetingDay = dayOf(startsAt, timeZone);
  const today = dayOf(now, timeZone);
  return meetingDay < today ? { meetingDay } : today;
}

export function dueFromPlan(meeting: Held, now: Date): DueFrom {
  const today = dayOf(now, meeting.timeZone);
  return isBeyondNextQuarter(today, dayOf(meeting.startsAt, meeting.timeZone)) ? dueFromMeeting(meeting, now) : today;
}

export function dueWords(item: Due, from: DueFrom): string {
  if (!isOpen(item.status)) return progressNames[item.status].toLowerCase();
  const days = daysBetween(dayFrom(from), item.deadline);
  if (days < 0) return `terlambat ${-days} hari`;
  if (typeof from === "string") return formatDistance(from, item.deadline);
  return days === 0 ? "pada hari kegiatan" : `${days} hari sesudah kegiatan`;
}

export function dueTone(item: Due, from: DueFrom): "late" | "soon" | "done" | "plain" {
  if (item.status === "DONE") return "done";
  if (isOverdue(item, dayFrom(from))) return "late";
  return typeof from === "string" && isDueSoon(item, from) ? "soon" : "plain";
}

export function dayFrom(from: DueFrom): string {
  return typeof from === "string" ? from : from.meetingDay;
}

export function endOfNextQuarter(day: string): string {
  const year = Number(day.slice(0, 4));
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return dateToDay(new Date(Date.UTC(year, (quarter + 2) * 3, 0)));
}

/** A plan agreed at a Lokmin is evaluated at the next triwulan: a later deadline is allowed and shown. */
export function isBeyondNextQuarter(deadline: string, meetingDay: string): boolean {
  return deadline > endOfNextQuarter(meetingDay);
}

export function canWriteItems(actor: Actor, meeting: Parameters<typeof takesPlan>[0] & Organised): boolean {
  return canWriteMeeting(actor, meeting) && takesPlan(meeting);
}

export function canComment(actor: Actor, meeting: Organised): boolean {
  return isDinkes(actor) || canWriteMeeting(actor, meeting);
}

const decimals = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 });

/** 77.5 → "77,5", 1250 → "1.250". */
export function formatNumber(value: number): string {
  return decimals.format(value);
}

type Measured = {
  indicator: string | null;
  baseline: number | null;
  target: number | null;
  unit: string | null;
};

/** "77,5 → 95 persen", "95 persen", or nothing where there is no figure. */
export function targetWords({ baseline, target, unit }: Measured): string {
  const figures = [baseline, target].filter((value) => value !== null).map(formatNumber);
  if (figures.length === 0) return "";
  const words = target === null ? `dari ${figures[0]}` : figures.join("\u00a0→\u00a0");
  return unit ? `${words} ${unit}` : words;
}

type Owner = {
  responsibleInstitution: string;
  responsibleTitle: string | null;
  responsibleName: string | null;
};

export function ownerPerson({ responsibleTitle, responsibleName }: Omit<Owner, "responsibleInstitution">): string {
  return [responsibleTitle, responsibleName].filter(Boolean).join(", ");
}

export function ownerWords(owner: Owner): string {
  return [owner.responsibleInstitution, ownerPerson(owner)].filter(Boolean).join(": ");
}

export function itemSubject(item: { number: number; activity: string }): string {
  return `RTL ${item.number}: ${shortened(item.activity, 160)}`;
}
