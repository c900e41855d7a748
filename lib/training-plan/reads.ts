import { type Actor, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { dayOf } from "@/lib/time";
import { plannedState } from "@/lib/training-plan/rules";
import type { Prisma } from "@/prisma/generated/client";

const shown = {
  id: true,
  organisationId: true,
  year: true,
  month: true,
  title: true,
  participants: true,
  cancelledReason: true,
  version: true,
  meetingId: true,
  organisation: { select: { name: true } },
  competence: { select: { id: true, name: true } },
  training: {
    select: {
      meeting: {
        select: {
          ...{ id: true, title: true, status: true, startsAt: true },
          _count: { select: { certificates: { where: { withdrawnAt: null } } } },
        },
      },
      _count: { select: { participants: true } },
    },
  },
} satisfies Prisma.PlannedTrainingSelect;

type Row = Prisma.PlannedTrainingGetPayload<{ select: typeof shown }>;

function plannedOf({ training, ...row }: Row, today: string) {
  const meeting = training?.meeting ?? null;
  return {
    ...row,
    meeting,
    learnt: training?._count.participants ?? 0,
    certified: meeting?._count.certificates ?? 0,
    state: plannedState({ ...row, meetingStatus: meeting?.status ?? null }, today),
  };
}

export type Planned = ReturnType<typeof plannedOf>;

export async function listPlanned(actor: Actor, year: number, now: Date, officeId?: string): Promise<Planned[]> {
  const rows = await db.plannedTraining.findMany({
    where: { year, organisationId: officeId ?? actor.organisation.id, organisation: organisationsWithin(actor) },
    select: shown,
    orderBy: [{ month: { sort: "asc", nulls: "last" } }, { title: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => plannedOf(row, dayOf(now, actor.organisation.timeZone)));
}

export async function findPlanned(actor: Actor, id: string, now: Date): Promise<Planned | null> {
  if (!isId(id)) return null;
  const where = { AND: [{ id }, { organisation: organisationsWithin(actor) }] };
  const row = await db.plannedTraining.findFirst({ where, select: shown });
  return row && plannedOf(row, dayOf(now, actor.organisation.timeZone));
}

export function listUnplannedTrainings(actor: Actor, year: number, plannedId: string) {
  return db.training.findMany({
    where: {
      meeting: { hostId: actor.organisation.id },
      OR: [{ planned: { id: plannedId } }, { planned: null, meeting: { year, status: { not: "CANCELLED" } } }],
    },
    orderBy: { meeting: { startsAt: "asc" } },
    take: 200,
    select: { meeting: { select: { id: true, title: true, startsAt: true, timeZone: true } } },
  });
}
