import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { Invitation, Prisma, TrainingSession } from "@/prisma/generated/client";
import { type InvitationToMark, makeAttendance } from "./attendance";
import { nextNumber } from "./counter";
import { makeInvitation } from "./invitations";

const minute = 60_000;

type SessionOptions = Partial<Prisma.TrainingSessionUncheckedCreateInput>;
type TrainingOptions = Partial<Prisma.TrainingUncheckedCreateInput> & { sessions?: SessionOptions[] };
type Of = { id: string; startsAt: Date };

/** The training of a meeting of kind KALAKARYA, with sessions one after the other from its start, 90 minutes each. */
export async function makeTraining(
  { id: meetingId, startsAt }: Of,
  { sessions = [{}, {}], ...overrides }: TrainingOptions = {},
): Promise<TrainingSession[]> {
  await db.training.create({ data: { objectives: ["Melakukan resusitasi"], ...overrides, meetingId } });
  return Promise.all(
    sessions.map((session, index) =>
      db.trainingSession.create({
        data: {
          id: randomUUID(),
          position: index + 1,
          form: "THEORY",
          topic: `Materi ${index + 1}`,
          startsAt: new Date(startsAt.getTime() + index * 120 * minute),
          endsAt: new Date(startsAt.getTime() + (index * 120 + 90) * minute),
          lessons: 2,
          ...session,
          meetingId,
        },
      }),
    ),
  );
}

type ParticipantOptions = Partial<Prisma.TrainingParticipantUncheckedCreateInput> & {
  meetingId: string;
  name?: string;
  /** Sessions he attended, confirmed by an officer. */
  attended?: readonly { id: string }[];
};

/** Somebody invited to learn, with the token of his link: his page is `/u/${token}`. */
export async function makeTrainingParticipant({
  name = `Peserta ${nextNumber()}`,
  attended = [],
  ...overrides
}: ParticipantOptions): Promise<Invitation & { token: string }> {
  const { meetingId } = overrides;
  const invitation = await makeInvitation({ meetingId, holderName: name, title: "Perawat" });
  await db.trainingParticipant.create({ data: { profession: "NURSE", ...overrides, invitationId: invitation.id } });
  if (attended.length > 0) await makePresences(invitation, attended);
  return invitation;
}

/** An invitee present at the meeting and in some of its sessions. */
export async function makePresences(
  invitation: InvitationToMark & { meetingId: string },
  sessions: readonly { id: string }[],
): Promise<void> {
  const { id } = await makeAttendance({ meetingId: invitation.meetingId, invitation });
  await db.sessionPresence.createMany({
    data: sessions.map((session) => ({
      sessionId: session.id,
      attendanceId: id,
      status: "PRESENT" as const,
      source: "OFFICER" as const,
      confirmedAt: new Date(),
    })),
  });
}
