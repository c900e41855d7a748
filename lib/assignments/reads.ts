import { type Actor, organisationsWithin } from "@/lib/actor";
import { type AssignmentFilter, inState, stateOfSlug } from "@/lib/assignments/filter";
import { type AssignmentState, assignmentState, assignmentStates } from "@/lib/assignments/rules";
import { db, isId } from "@/lib/db";
import { dateToDay, dayOf } from "@/lib/time";
import type { Prisma } from "@/prisma/generated/client";

const perPage = 50;

const shown = {
  id: true,
  startsOn: true,
  endsOn: true,
  endReason: true,
  endNote: true,
  decreeNumber: true,
  position: true,
  version: true,
  staff: { select: { id: true, name: true, profession: true } },
  organisation: { select: { id: true, name: true } },
  assignedBy: { select: { name: true } },
} satisfies Prisma.StaffPlacementSelect;

type Row = Prisma.StaffPlacementGetPayload<{ select: typeof shown }>;

export type Assignment = Omit<Row, "startsOn" | "endsOn"> & {
  startsOn: string;
  endsOn: string | null;
  state: AssignmentState;
};

function assignmentOf(row: Row, today: string): Assignment {
  const days = { startsOn: dateToDay(row.startsOn), endsOn: row.endsOn && dateToDay(row.endsOn) };
  return { ...row, ...days, state: assignmentState({ ...row, ...days }, today) };
}

function within(actor: Actor): Prisma.StaffPlacementWhereInput {
  return { status: "SPECIAL_ASSIGNMENT", organisation: organisationsWithin(actor) };
}

function asked({ profesi, puskesmas, q }: AssignmentFilter): Prisma.StaffPlacementWhereInput {
  return {
    ...(puskesmas ? { organisationId: puskesmas } : {}),
    staff: {
      ...(profesi ? { profession: profesi } : {}),
      ...(q ? { name: { contains: q, mode: "insensitive" as const } } : {}),
    },
  };
}

const todayOf = (actor: Actor, now: Date) => dayOf(now, actor.organisation.timeZone);

/** Special assignments at the offices the actor sees; a page of one state, those running where none is asked for. */
export async function listAssignments(actor: Actor, filter: AssignmentFilter, now: Date) {
  const today = todayOf(actor, now);
  const state = stateOfSlug(filter.keadaan) ?? "RUNNING";
  const where = { AND: [within(actor), inState(state, today), asked(filter)] };
  const page = filter.halaman ?? 1;
  const rows = await db.staffPlacement.findMany({
    where,
    select: shown,
    orderBy: state === "ENDED" ? [{ endsOn: "desc" }, { id: "asc" }] : [{ endsOn: "asc" }, { id: "asc" }],
    skip: (page - 1) * perPage,
    take: perPage + 1,
  });
  return {
    assignments: rows.slice(0, perPage).map((row) => assignmentOf(row, today)),
    hasMore: rows.length > perPage,
    page,
    state,
  };
}

export async function countAssignments(
  actor: Actor,
  filter: AssignmentFilter,
  now: Date,
): Promise<Record<AssignmentState, number>> {
  const today = todayOf(actor, now);
  const [RUNNING = 0, ENDING = 0, OVERDUE = 0, COMING = 0, ENDED = 0] = await Promise.all(
    assignmentStates.map((state) =>
      db.staffPlacement.count({ where: { AND: [within(actor), inState(state, today), asked(filter)] } }),
    ),
  );
  return { RUNNING, ENDING, OVERDUE, COMING, ENDED };
}

export async function findAssignment(actor: Actor, id: string, now: Date) {
  if (!isId(id)) return null;
  const row = await db.staffPlacement.findFirst({ where: { AND: [{ id }, within(actor)] }, select: shown });
  if (!row) return null;
  const following = await db.staffPlacement.findFirst({
    where: { staffId: row.staff.id, organisation: organisationsWithin(actor), startsOn: { gt: row.startsOn } },
    orderBy: { startsOn: "asc" },
    select: { status: true, startsOn: true, organisation: { select: { name: true } } },
  });
  return { ...assignmentOf(row, todayOf(actor, now)), following };
}

/** Where the actor's office may assign somebody, in groups of the office above. */
export async function listAssignmentPlaces(actor: Actor) {
  const places = await db.organisation.findMany({
    where: { AND: [organisationsWithin(actor), { kind: { in: ["PUSKESMAS", "HOSPITAL"] } }] },
    orderBy: [{ parent: { name: "asc" } }, { name: "asc" }],
    select: { id: true, name: true, parent: { select: { name: true } } },
  });
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { id, name, parent } of places) {
    const label = parent?.name ?? "";
    groups.set(label, [...(groups.get(label) ?? []), { value: id, label: name }]);
  }
  return [...groups].map(([label, choices]) => ({ label, choices }));
}
