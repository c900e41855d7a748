import { type Actor, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { requireWritable, visibleTo } from "@/lib/meetings/reads";
import { clashesOf } from "@/lib/trainings/clashes";
import type { Prisma, Profession } from "@/prisma/generated/client";

/** Who takes part, in the order of the list, each with his answer and the trainings he is in at the same hours. */
export async function listParticipants(actor: Actor, meetingId: string) {
  if (!isId(meetingId)) return [];
  const rows = await db.trainingParticipant.findMany({
    where: { meetingId, training: { meeting: visibleTo(actor) } },
    orderBy: [
      { invitation: { institution: "asc" } },
      { invitation: { protocolOrder: "asc" } },
      { invitation: { holderName: "asc" } },
      { invitationId: "asc" },
    ],
    select: {
      invitationId: true,
      staffId: true,
      profession: true,
      organisationId: true,
      invitation: {
        select: { holderName: true, title: true, institution: true, answer: { select: { choice: true } } },
      },
    },
  });
  const clashes = await clashesOf(
    db,
    meetingId,
    rows.flatMap(({ staffId }) => staffId ?? []),
  );
  return rows.map(({ invitation: { holderName, title, institution, answer }, ...row }) => ({
    ...row,
    name: holderName ?? title,
    title,
    institution,
    answer: answer?.choice ?? null,
    clashes: (row.staffId && clashes.get(row.staffId)) || [],
  }));
}

export type ListedParticipant = Awaited<ReturnType<typeof listParticipants>>[number];

export type StaffFilter = {
  professions: readonly Profession[];
  organisationId?: string | undefined;
  officeId?: string | undefined;
  words?: string | undefined;
};

export const mostStaffShown = 200;

/** Health workers of the actor's office and of those below it who do not take part yet, as the filter narrows them. */
export async function listStaffChoices(actor: Actor, meetingId: string, filter: StaffFilter) {
  await requireWritable(actor, meetingId, "choose participants of");
  const where = choosable(actor, meetingId, filter);
  const [total, staff] = await Promise.all([
    db.staffMember.count({ where }),
    db.staffMember.findMany({
      where,
      orderBy: [{ organisation: { name: "asc" } }, { profession: "asc" }, { name: "asc" }, { id: "asc" }],
      take: mostStaffShown,
      select: {
        id: true,
        name: true,
        profession: true,
        professionNote: true,
        organisation: { select: { id: true, name: true } },
      },
    }),
  ]);
  const clashes = await clashesOf(
    db,
    meetingId,
    staff.map(({ id }) => id),
  );
  return { total, staff: staff.map((one) => ({ ...one, clashes: clashes.get(one.id) ?? [] })) };
}

export type StaffChoice = Awaited<ReturnType<typeof listStaffChoices>>["staff"][number];

function choosable(
  actor: Actor,
  meetingId: string,
  { professions, organisationId, officeId, words }: StaffFilter,
): Prisma.StaffMemberWhereInput {
  const offices: Prisma.OrganisationWhereInput[] = [organisationsWithin(actor)];
  if (organisationId) offices.push({ id: organisationId });
  if (officeId) offices.push({ pathIds: { has: officeId } });
  return {
    organisation: { AND: offices },
    trainings: { none: { meetingId } },
    ...(professions.length > 0 ? { profession: { in: [...professions] } } : {}),
    ...(words ? { name: { contains: words, mode: "insensitive" } } : {}),
  };
}
