import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { chooseType } from "@/lib/meeting-types/choose";
import { isMoved, type WhenAndWhere } from "@/lib/meetings/changes";
import type { organiserRows } from "@/lib/meetings/consent";
import type { HeldMeeting } from "@/lib/meetings/hold";
import { periodKey } from "@/lib/meetings/rules";
import type { MeetingInput } from "@/lib/meetings/schema";
import { type agendaRows, allowedOrganisers, type MeetingValues, periodOf } from "@/lib/meetings/values";
import type { Prisma } from "@/prisma/generated/client";

const toEdit = {
  kind: true,
  year: true,
  period: true,
  typeKey: true,
  typeName: true,
  runningItem: true,
  runningSince: true,
  agenda: { select: { position: true, topic: true } },
  organisers: { select: { puskesmasId: true, secondReason: true, agreedAt: true } },
} as const satisfies Prisma.MeetingSelect;

type MeetingToEdit = Prisma.MeetingGetPayload<{ select: typeof toEdit }>;

export function findToEdit(tx: Db, id: string): Promise<MeetingToEdit> {
  return tx.meeting.findUniqueOrThrow({ where: { id }, select: toEdit });
}

/** The type that the form asks for; null where the meeting keeps the one it has. */
export async function typeToEdit(tx: Db, actor: Actor, input: MeetingInput, before: MeetingToEdit) {
  const { id, kind, typeKey } = input;
  const isKept = before.typeKey !== null && before.kind === kind && (!typeKey || typeKey === before.typeKey);
  if (!isKept) return chooseType(tx, actor, { ...periodOf(input), id, typeKey });
  return null;
}

export async function organisersToEdit(
  tx: Db,
  actor: Actor,
  input: MeetingInput,
  { hostId }: HeldMeeting,
  before: MeetingToEdit,
): Promise<string[]> {
  if (hostId === actor.organisation.id) return allowedOrganisers(tx, actor, input.organiserIds);
  return before.organisers.map(({ puskesmasId }) => puskesmasId);
}

/** Which of the organisers agreed, and since when; a new one is asked first, and for another period so are others. */
export function agreedBefore(
  before: MeetingToEdit,
  after: MeetingValues,
  { unasked, organiserIds }: { unasked: readonly string[]; organiserIds: readonly string[] },
): Map<string, Date> {
  const isSamePeriod = periodKey(before) === periodKey(after);
  return new Map(
    before.organisers.flatMap(({ puskesmasId, agreedAt }) => {
      const holds = isSamePeriod || unasked.includes(puskesmasId);
      return agreedAt && holds && organiserIds.includes(puskesmasId) ? [[puskesmasId, agreedAt]] : [];
    }),
  );
}

export function keptReason(before: MeetingToEdit, after: MeetingValues): string | null {
  if (periodKey(before) !== periodKey(after)) return null;
  return before.organisers.find(({ secondReason }) => secondReason)?.secondReason ?? null;
}

export async function replaceParts(
  tx: Db,
  meetingId: string,
  before: MeetingToEdit,
  after: { agenda: ReturnType<typeof agendaRows>; organisers: ReturnType<typeof organiserRows> },
): Promise<void> {
  const { agenda, organisers } = after;
  await tx.agendaLine.deleteMany({ where: { meetingId } });
  await tx.agendaLine.createMany({ data: agenda.map((line) => ({ ...line, meetingId })) });
  await tx.meetingOrganiser.deleteMany({ where: { meetingId } });
  await tx.meetingOrganiser.createMany({ data: organisers.map((organiser) => ({ ...organiser, meetingId })) });
  const topicAt = (lines: readonly { position: number; topic: string }[]) =>
    lines.find(({ position }) => position === before.runningItem)?.topic;
  if (topicAt(before.agenda) !== topicAt(agenda))
    await tx.meeting.update({ where: { id: meetingId }, data: { runningItem: null, runningSince: null } });
}

export async function saveValues(
  tx: Db,
  actor: Actor,
  before: HeldMeeting,
  values: Omit<MeetingValues, "kind">,
): Promise<void> {
  const hasMoved = isMoved(before, values);
  const { id, hostId, timeZone } = before;
  const { title } = values;
  await tx.meeting.update({
    where: { id },
    data: {
      ...values,
      changedAt: new Date(),
      version: { increment: 1 },
      ...(hasMoved ? { sequence: { increment: 1 } } : {}),
    },
  });
  if (hasMoved) await keepChange(tx, before);
  const event = { subjectId: id, organisationId: hostId, meetingId: id };
  await recordEvent(
    tx,
    by(actor),
    hasMoved
      ? {
          ...event,
          action: "meeting.moved",
          data: { title, timeZone, before: whenAndWhere(before), after: whenAndWhere(values) },
        }
      : { ...event, action: "meeting.edited", data: { title } },
  );
}

/** Keeps what a change of time or place replaces, so that an invitee can see both. */
export async function keepChange(tx: Db, { id, sequence, startsAt, endsAt, place }: HeldMeeting): Promise<void> {
  await tx.meetingChange.create({ data: { meetingId: id, sequence: sequence + 1, startsAt, endsAt, place } });
}

function whenAndWhere({ startsAt, endsAt, place }: WhenAndWhere) {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt?.toISOString() ?? null, place };
}
