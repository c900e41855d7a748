import { type Actor, isPuskesmas } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { placedTitle, seatName } from "@/lib/directory/rules";
import { isSameSeat } from "@/lib/directory/same-seat";
import { endOfDayOf, holderAmong, runningAt } from "@/lib/directory/tenure";
import { whoAgreed } from "@/lib/meetings/organised";
import { visibleTo } from "@/lib/meetings/reads";
import { listScope, ofScope, selectItems } from "@/lib/plan/item-query";
import { listThreads } from "@/lib/plan/threads";
import { Prisma } from "@/prisma/generated/client";

export async function listActionItems(actor: Actor, meetingId: string) {
  if (!isId(meetingId)) return [];
  const scope = await listScope(actor);
  return selectItems(
    Prisma.sql`t."meetingId" = ${meetingId}::uuid AND ${ofScope(actor, scope)}`,
    Prisma.sql`t.number`,
    { take: 500 },
  );
}

/** One row with its reports and comments, or null where there is none the actor may see. */
export async function findActionItem(actor: Actor, meetingId: string, id: string) {
  if (!isId(meetingId) || !isId(id)) return null;
  const scope = await listScope(actor);
  const [item] = await selectItems(
    Prisma.sql`t.id = ${id}::uuid AND t."meetingId" = ${meetingId}::uuid AND ${ofScope(actor, scope)}`,
    Prisma.sql`t.number`,
    { take: 1 },
  );
  if (!item) return null;
  const [history, threads] = await Promise.all([
    db.progressReport.findMany({
      where: { itemId: id },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: 200,
      select: {
        id: true,
        percent: true,
        status: true,
        note: true,
        reporter: true,
        createdAt: true,
        enteredAt: true,
        ownerLinkId: true,
        check: { select: { isAccepted: true, note: true, checker: true, checkedAt: true } },
        photos: { orderBy: { createdAt: "asc" }, select: { id: true, name: true, mimeType: true } },
      },
    }),
    listThreads([id]),
  ]);
  return { ...item, history, thread: threads.get(id) ?? [] };
}

export type FoundItem = NonNullable<Awaited<ReturnType<typeof findActionItem>>>;

export async function listVillageChoices(actor: Actor, meetingId: string) {
  const villages = await db.area.findMany({
    where: {
      workingAreas: {
        some: { puskesmas: { organises: { some: { meetingId, meeting: visibleTo(actor) } } } },
      },
    },
    orderBy: { code: "asc" },
    take: 500,
    select: { code: true, name: true, parent: { select: { name: true } } },
  });
  return villages.map(({ parent, ...village }) => ({ ...village, district: parent?.name ?? null }));
}

export type OwnerChoice = { value: string; label: string };

/** Who can be responsible: the meeting's invitees in protocol order, the rest of the actor's directory, its users. */
export async function listOwnerChoices(
  actor: Actor,
  meetingId: string | null,
): Promise<{ invited: OwnerChoice[]; directory: OwnerChoice[]; staff: OwnerChoice[]; written: OwnerChoice[] }> {
  const ownId = await officeOfOwners(actor, meetingId);
  if (ownId === null) return { invited: [], directory: [], staff: [], written: [] };
  const at = await dayOfOwners(actor, meetingId);
  const [rows, staff, written] = await Promise.all([
    db.seat.findMany({
      where: choosableSeats(actor, meetingId, ownId),
      orderBy: [{ protocolOrder: "asc" }, { villageCode: "asc" }, { title: "asc" }, { id: "asc" }],
      take: 1000,
      select: {
        id: true,
        title: true,
        institution: true,
        organisationId: true,
        villageCode: true,
        village: { select: { code: true, name: true } },
        holders: {
          where: runningAt(at),
          select: { prefix: true, name: true, phone: true, since: true, until: true },
        },
        invitations: { where: meetingId === null ? { id: { in: [] } } : { meetingId }, select: { id: true } },
      },
    }),
    db.user.findMany({
      where: { organisationId: { in: [ownId, actor.organisation.id] }, deactivatedAt: null },
      orderBy: { name: "asc" },
      take: 300,
      select: { id: true, name: true, position: true },
    }),
    db.person.findMany({
      where: {
        organisationId: ownId,
        mergedIntoId: null,
        actionItems: { some: { responsibleSeatId: null, responsibleUserId: null } },
      },
      orderBy: [{ institution: "asc" }, { title: "asc" }, { name: "asc" }, { id: "asc" }],
      take: 300,
      select: { id: true, name: true, title: true, institution: true, note: true },
    }),
  ]);
  const all = rows.map(({ holders, ...seat }) => ({ ...seat, title: placedTitle(seat), holder: holderAmong(holders) }));
  const official = (seat: (typeof all)[number]) => ({
    ...seat,
    holderName: seat.holder?.name ?? null,
    phone: seat.holder?.phone ?? null,
  });
  // The Camat whom a co-organiser invited is the one in the own directory.
  const foreign = all.filter((seat) => seat.organisationId !== ownId);
  const seats = all.filter(
    (seat) =>
      seat.organisationId !== ownId ||
      seat.invitations.length > 0 ||
      !foreign.some((other) => isSameSeat(official(seat), official(other))),
  );
  const seatChoice = ({ id, title, institution, holder }: (typeof seats)[number]) => ({
    value: `seat:${id}`,
    label: [seatName({ title, prefix: holder?.prefix }), institution, holder?.name].filter(Boolean).join(" · "),
  });
  return {
    invited: seats.filter((seat) => seat.invitations.length > 0).map(seatChoice),
    directory: seats.filter((seat) => seat.invitations.length === 0).map(seatChoice),
    staff: staff.map((user) => ({
      value: `user:${user.id}`,
      label: [user.name, user.position].filter(Boolean).join(" · "),
    })),
    written: written.map(({ id, name, title, institution, note }) => ({
      value: `person:${id}`,
      label: [title, institution, name, note].filter(Boolean).join(" · "),
    })),
  };
}

export async function dayOfOwners(actor: Actor, meetingId: string | null): Promise<Date> {
  const meeting =
    meetingId === null
      ? null
      : await db.meeting.findFirst({
          where: { AND: [{ id: meetingId }, visibleTo(actor)] },
          select: { startsAt: true, timeZone: true },
        });
  return meeting ? endOfDayOf(meeting) : new Date();
}

/** Whose people answer for the rows: the own office's; for a Dinkes those of whom it visits. Null: nobody's. */
export async function officeOfOwners(actor: Actor, meetingId: string | null): Promise<string | null> {
  if (isPuskesmas(actor)) return actor.organisation.id;
  if (meetingId === null) return null;
  const meeting = await db.meeting.findFirst({
    where: { AND: [{ id: meetingId, hostId: actor.organisation.id }, visibleTo(actor)] },
    select: { organisers: { ...whoAgreed, orderBy: { puskesmasId: "asc" }, select: { puskesmasId: true }, take: 1 } },
  });
  return meeting?.organisers[0]?.puskesmasId ?? null;
}

export function choosableSeats(actor: Actor, meetingId: string | null, officeId: string): Prisma.SeatWhereInput {
  const own = { organisationId: officeId, archivedAt: null };
  if (meetingId === null) return own;
  return {
    OR: [own, { invitations: { some: { meetingId, meeting: visibleTo(actor) } } }],
  };
}

export async function listInstitutions(actor: Actor, meetingId: string): Promise<string[]> {
  const rows = await db.invitation.findMany({
    where: { meetingId, meeting: visibleTo(actor) },
    distinct: ["institution"],
    orderBy: { institution: "asc" },
    take: 300,
    select: { institution: true },
  });
  return rows.map((row) => row.institution);
}
