import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { canWriteMeeting, takesNotes, takesTicks } from "@/lib/meetings/rules";
import type { Prisma } from "@/prisma/generated/client";

export async function listSimulations(actor: Actor, meetingId: string) {
  if (!isId(meetingId)) return [];
  return db.simulation.findMany({
    where: { meetingId, training: { meeting: visibleTo(actor) } },
    orderBy: { position: "asc" },
    take: 50,
    select: {
      ...{ id: true, name: true, passShare: true },
      items: { select: { points: true } },
      observations: { select: { observer: true, invitationId: true } },
    },
  });
}

export type ListedSimulation = Awaited<ReturnType<typeof listSimulations>>[number];

const found = {
  ...{ id: true, meetingId: true, name: true, passShare: true, version: true },
  items: { orderBy: { position: "asc" }, select: { id: true, position: true, text: true, points: true } },
  observations: {
    orderBy: [{ observer: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, invitationId: true, observer: true, seconds: true, note: true, version: true },
      scores: { select: { itemId: true, points: true } },
    },
  },
  training: {
    select: {
      participants: {
        orderBy: [
          { invitation: { protocolOrder: "asc" } },
          { invitation: { holderName: "asc" } },
          { invitationId: "asc" },
        ],
        select: {
          invitationId: true,
          invitation: {
            select: {
              ...{ title: true, institution: true, holderName: true },
              attendance: { select: { status: true, name: true } },
            },
          },
        },
      },
      meeting: {
        select: {
          ...{ hostId: true, status: true, leftOpen: true },
          organisers: { where: { agreedAt: { not: null } }, select: { puskesmasId: true } },
          approvals: { where: { reopening: null }, select: { id: true } },
        },
      },
    },
  },
} as const satisfies Prisma.SimulationSelect;

/** A checklist with all that observers gave by it; null where the actor does not see the training. */
export async function findSimulation(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const row = await db.simulation.findFirst({
    where: { id, training: { meeting: visibleTo(actor) } },
    select: found,
  });
  if (!row) return null;
  const { training, ...simulation } = row;
  const { meeting } = training;
  const isWriter = canWriteMeeting(actor, meeting);
  return {
    ...simulation,
    participants: training.participants.map(
      ({ invitationId, invitation: { attendance, holderName, title, institution } }) => ({
        ...{ invitationId, title, institution },
        name: (attendance?.status === "REPRESENTED" ? attendance.name : holderName) ?? title,
      }),
    ),
    canScore: isWriter && takesNotes(meeting),
    canEdit: isWriter && takesTicks(meeting),
  };
}

export type FoundSimulation = NonNullable<Awaited<ReturnType<typeof findSimulation>>>;
