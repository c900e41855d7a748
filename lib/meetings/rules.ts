import { type Actor, isDinkesStaff, isPuskesmasWriter } from "@/lib/actor";
import { isLeftOpen } from "@/lib/meetings/left-open";
import { monthNames } from "@/lib/time";
import type { MeetingKind, MeetingStatus } from "@/prisma/generated/enums";

export const kindNames: Record<MeetingKind, string> = {
  MONTHLY_LOKMIN: "Lokmin Bulanan",
  QUARTERLY_LOKMIN: "Lokmin Triwulanan",
  PRE_LOKMIN: "Pra-Lokmin",
  STUNTING_MINILOK: "Minilok Stunting",
  KALAKARYA: "Kalakarya",
  COACHING_VISIT: "Kunjungan pembinaan",
};

export const listedKinds = [
  "MONTHLY_LOKMIN",
  "QUARTERLY_LOKMIN",
  "PRE_LOKMIN",
  "STUNTING_MINILOK",
  "KALAKARYA",
  "COACHING_VISIT",
] as const satisfies readonly MeetingKind[];

export const meetingKinds = [
  "MONTHLY_LOKMIN",
  "QUARTERLY_LOKMIN",
  "PRE_LOKMIN",
  "STUNTING_MINILOK",
  "KALAKARYA",
] as const satisfies readonly MeetingKind[];

/** What the actor's office holds itself: a Lokmin is a puskesmas's; a training also a hospital's or a Dinkes's. */
export function kindsHeldBy(actor: Actor): readonly (typeof meetingKinds)[number][] {
  if (isDinkesStaff(actor)) return ["KALAKARYA"];
  if (!isPuskesmasWriter(actor)) return [];
  return actor.organisation.kind === "PUSKESMAS" ? meetingKinds : ["KALAKARYA"];
}

export const statusNames: Record<MeetingStatus, string> = {
  DRAFT: "Draf",
  SCHEDULED: "Terjadwal",
  IN_PROGRESS: "Berlangsung",
  CLOSED: "Selesai",
  POSTPONED: "Ditunda",
  CANCELLED: "Dibatalkan",
};

const roman = ["I", "II", "III", "IV"] as const;

/** Calendar quarter of a day: Juknis ILP (KMK HK.01.07/MENKES/2015/2023, Tabel 2) puts one Lokmin in each. */
export function quarterOf(day: string): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}

export function periodName(meeting: { kind: MeetingKind; year: number; period: number }): string {
  return meeting.kind === "QUARTERLY_LOKMIN"
    ? `Triwulan ${roman[meeting.period - 1]} ${meeting.year}`
    : `${monthNames[meeting.period - 1]} ${meeting.year}`;
}

export function quarterOfPeriod({ kind, period }: { kind: MeetingKind; period: number }): number {
  return kind === "QUARTERLY_LOKMIN" ? period : Math.ceil(period / 3);
}

export function usualMonth(quarter: number): number {
  return quarter * 3 - 1;
}

/**
 * What is unusual about when a Lokmin is held, in words; null when nothing is. Practice drifts, so it is said and never
 * refused, and the period keeps its name. Source: Juknis ILP (KMK HK.01.07/MENKES/2015/2023), Tabel 2.
 */
export function timingNotice(meeting: { kind: MeetingKind; year: number; period: number }, day: string): string | null {
  const { kind, year, period } = meeting;
  const month = Number(day.slice(5, 7));
  const isSameYear = Number(day.slice(0, 4)) === year;
  if (holdsNoPeriod(kind)) return null;
  if (kind !== "QUARTERLY_LOKMIN")
    return isSameYear && month === period
      ? null
      : `Diadakan di luar bulannya; tetap tercatat sebagai ${periodName(meeting)}.`;
  if (isSameYear && month === usualMonth(period)) return null;
  const usual = `Juknis ILP menganjurkan ${monthNames[usualMonth(period) - 1]}`;
  return isSameYear && quarterOf(day) === period
    ? `${usual}; tetap tercatat sebagai Triwulan ${roman[period - 1]}.`
    : `Di luar triwulannya (${usual}); tetap tercatat sebagai Triwulan ${roman[period - 1]}.`;
}

type Titled = { kind: MeetingKind; year: number; period: number; typeName?: string | null | undefined };

export function defaultTitle(meeting: Titled): string {
  return `${titleOfKind(meeting)} ${periodName(meeting)}`;
}

function titleOfKind({ kind, typeName }: Titled): string {
  if (kind === "QUARTERLY_LOKMIN") return "Lokakarya Mini Lintas Sektor";
  if (kind === "MONTHLY_LOKMIN") return "Lokakarya Mini Bulanan";
  return typeName ?? kindNames[kind];
}

type Timed = { kind: MeetingKind; year: number; period: number; typeKey?: string | null | undefined };

function holdsNoPeriod(kind: MeetingKind): boolean {
  return kind === "KALAKARYA" || kind === "COACHING_VISIT";
}

/** The period a puskesmas can hold one Lokmin of; a kalakarya and a visit hold none. */
export function periodKey({ kind, year, period, typeKey }: Timed): string | null {
  if (holdsNoPeriod(kind)) return null;
  const key = `${kind} ${year}-${period}`;
  return kind === "PRE_LOKMIN" && typeKey ? `${key} ${typeKey}` : key;
}

export type Organised = { hostId: string; organisers: readonly { puskesmasId: string }[] };

/** A joint Lokmin belongs to all its organisers, and to nobody else. */
export function isOrganiser(actor: Actor, meeting: Pick<Organised, "organisers">): boolean {
  return meeting.organisers.some((organiser) => organiser.puskesmasId === actor.organisation.id);
}

const conjunction = new Intl.ListFormat("id", { type: "conjunction" });

export function organiserWords(organisers: readonly { puskesmas: { name: string } }[]): string {
  return conjunction.format(organisers.map(({ puskesmas }) => puskesmas.name));
}

/** Staff of the Dinkes that called the meeting: a training of its own, or a visit, whose organiser is the puskesmas visited. */
export function isOfHostDinkes(actor: Actor, { hostId }: Pick<Organised, "hostId">): boolean {
  return isDinkesStaff(actor) && hostId === actor.organisation.id;
}

/** Who invites, as the sender's messages say it: of a visit the Dinkes that called it, or the puskesmas visited. */
export function invitingWords(
  actor: Actor,
  meeting: Pick<Organised, "hostId"> & { organisers: readonly { puskesmas: { name: string } }[] },
): string {
  return isOfHostDinkes(actor, meeting) ? actor.organisation.name : organiserWords(meeting.organisers);
}

/** The puskesmas whose rows they are: the host, or the one that the Dinkes visited. */
export function ownPuskesmasId({ hostId, organisers }: Organised): string {
  const [first] = organisers;
  return first && isHostedAbove({ hostId, organisers }) ? first.puskesmasId : hostId;
}

export function isHostedAbove({ hostId, organisers }: Organised): boolean {
  return !organisers.some(({ puskesmasId }) => puskesmasId === hostId);
}

export function canWriteMeeting(actor: Actor, meeting: Organised): boolean {
  return (isPuskesmasWriter(actor) && isOrganiser(actor, meeting)) || isOfHostDinkes(actor, meeting);
}

/** Whose directories a meeting's people are chosen from: the own one; for a Dinkes that called it also the organisers'. */
export function directoriesFor(actor: Actor, meeting: Organised): string[] {
  const own = actor.organisation.id;
  const organisers = meeting.organisers.map(({ puskesmasId }) => puskesmasId);
  return isOfHostDinkes(actor, meeting) ? [...new Set([own, ...organisers])] : [own];
}

export function canEditMeeting(actor: Actor, meeting: Organised): boolean {
  return canWriteMeeting(actor, meeting) && !isHostedAbove(meeting);
}

export const editableStatuses = ["DRAFT", "SCHEDULED", "IN_PROGRESS", "POSTPONED"] as const satisfies MeetingStatus[];

export function isEditable(status: MeetingStatus): boolean {
  return holds(editableStatuses, status);
}

export const sendingStatuses = ["SCHEDULED", "IN_PROGRESS"] as const satisfies MeetingStatus[];

export function canHandOutLinks(status: MeetingStatus): boolean {
  return holds(sendingStatuses, status);
}

export const resultStatuses = ["IN_PROGRESS"] as const satisfies MeetingStatus[];

export function takesResults(status: MeetingStatus): boolean {
  return holds(resultStatuses, status);
}

type Standing = { status: MeetingStatus; leftOpen: readonly string[]; approvals: readonly unknown[] };

export function takesRoll(meeting: Standing): boolean {
  return takesResults(meeting.status) || isLeftOpen(meeting, "roll");
}

export function takesPlan(meeting: Standing): boolean {
  return takesResults(meeting.status) || isLeftOpen(meeting, "plan");
}

export function isApproved(meeting: { approvals: readonly unknown[] }): boolean {
  return meeting.approvals.length > 0;
}

export const notesStatuses = ["IN_PROGRESS", "CLOSED"] as const satisfies MeetingStatus[];

export function takesNotes(meeting: { status: MeetingStatus; approvals: readonly unknown[] }): boolean {
  return holds(notesStatuses, meeting.status) && !isApproved(meeting);
}

export const preparedStatuses = [...editableStatuses, "CLOSED"] as const satisfies MeetingStatus[];

export function takesTicks(meeting: { status: MeetingStatus; approvals: readonly unknown[] }): boolean {
  return holds(preparedStatuses, meeting.status) && !isApproved(meeting);
}

export function takesProblems(meeting: { status: MeetingStatus; approvals: readonly unknown[] }): boolean {
  return holds(preparedStatuses, meeting.status) && !isApproved(meeting);
}

function holds(statuses: readonly MeetingStatus[], status: MeetingStatus): boolean {
  return statuses.includes(status);
}

export function takesAnswers(meeting: { status: MeetingStatus; startsAt: Date }, now: Date): boolean {
  return meeting.status === "SCHEDULED" && now < meeting.startsAt;
}

export type MeetingStep = "schedule" | "start" | "unstart" | "close" | "reopen" | "postpone" | "cancel";

const steps = {
  schedule: { from: ["DRAFT", "POSTPONED"], to: "SCHEDULED", needsReason: false, action: "meeting.scheduled" },
  start: { from: ["SCHEDULED"], to: "IN_PROGRESS", needsReason: false, action: "meeting.started" },
  unstart: { from: ["IN_PROGRESS"], to: "SCHEDULED", needsReason: false, action: "meeting.start-undone" },
  close: { from: ["IN_PROGRESS"], to: "CLOSED", needsReason: false, action: "meeting.closed" },
  reopen: { from: ["CLOSED"], to: "IN_PROGRESS", needsReason: true, action: "meeting.reopened" },
  postpone: { from: ["SCHEDULED"], to: "POSTPONED", needsReason: true, action: "meeting.postponed" },
  cancel: {
    from: ["DRAFT", "SCHEDULED", "POSTPONED"],
    to: "CANCELLED",
    needsReason: true,
    action: "meeting.cancelled",
  },
} as const satisfies Record<
  MeetingStep,
  { from: readonly MeetingStatus[]; to: MeetingStatus; needsReason: boolean; action: string }
>;

export function stepRule(step: MeetingStep) {
  return steps[step];
}

/** What its Dinkes called is begun and closed by anyone who was there; moved, cancelled or opened again by the Dinkes. */
export function canTakeStep(actor: Actor, meeting: Organised, step: MeetingStep): boolean {
  if (!canWriteMeeting(actor, meeting)) return false;
  return (
    step === "start" ||
    step === "unstart" ||
    step === "close" ||
    !isHostedAbove(meeting) ||
    isOfHostDinkes(actor, meeting)
  );
}

export function isStep(word: unknown): boolean {
  return typeof word === "string" && Object.hasOwn(steps, word);
}

const endingSteps = ["close", "postpone", "cancel"] as const satisfies MeetingStep[];

/** Steps that lock a meeting or take it off the calendar; shown apart from those that lead on. */
export function isEnding(step: MeetingStep): boolean {
  return (endingSteps as readonly MeetingStep[]).includes(step);
}

export function openSteps(status: MeetingStatus, isLocked = false): MeetingStep[] {
  if (isLocked) return [];
  return (Object.keys(steps) as MeetingStep[]).filter((step) => holds(steps[step].from, status));
}
