import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isUniqueViolation } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { type FoundMeeting, findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { findTemplate } from "@/lib/templates/reads";
import { canBecomeTemplate, canKeepTemplate, type HeldMeeting, toContent } from "@/lib/templates/rules";
import type { TemplateInput } from "@/lib/templates/schema";

/** Saves a Lokmin that is over as a template of the actor's puskesmas. A name is used once in a puskesmas. */
export async function saveTemplate(
  actor: Actor,
  meetingId: string,
  input: TemplateInput,
): Promise<Outcome<{ id: string }>> {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canWriteMeeting(actor, meeting)) throw new NotAllowed(actor, `save ${meetingId} as a template`);
  if (!canBecomeTemplate(meeting)) return refuse("Templat dibuat dari Lokmin yang sudah ditutup");
  const organisationId = actor.organisation.id;
  try {
    await db.$transaction(async (tx) => {
      const content = toContent(await heldOf(tx, meeting), await namesToLeaveOut(tx, meeting));
      await tx.meetingTemplate.create({
        data: {
          ...input,
          organisationId,
          sourceId: meeting.id,
          kind: meeting.kind,
          typeKey: meeting.typeKey,
          content,
          createdById: actor.userId,
          creator: actor.name,
        },
      });
      await recordEvent(tx, {
        ...by(actor),
        organisationId,
        meetingId: meeting.id,
        verb: "menyimpan sebagai templat",
        subject: meeting.title,
        detail: { templat: input.name },
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const mine = await db.meetingTemplate.findFirst({ where: { id: input.id, organisationId }, select: { id: true } });
    if (!mine) return refuse(`Nama templat “${input.name}” sudah dipakai; beri nama lain`, "name");
  }
  return { ok: true, id: input.id };
}

/** Takes a template out of the list, or back into it. What was made from it stays. */
export async function archiveTemplate(actor: Actor, id: string, isArchived: boolean): Promise<Outcome> {
  const template = await findTemplate(actor, id);
  if (!template || !canKeepTemplate(actor, template)) throw new NotAllowed(actor, `archive template ${id}`);
  return db.$transaction(async (tx) => {
    const { count } = await tx.meetingTemplate.updateMany({
      where: { id, archivedAt: isArchived ? null : { not: null } },
      data: { archivedAt: isArchived ? new Date() : null },
    });
    if (count > 0)
      await recordEvent(tx, {
        ...by(actor),
        organisationId: actor.organisation.id,
        verb: isArchived ? "mengarsipkan templat" : "memakai lagi templat",
        subject: template.name,
      });
    return { ok: true };
  });
}

/** The meeting as its template is made of it. */
async function heldOf(tx: Db, meeting: FoundMeeting): Promise<HeldMeeting> {
  const [expectations, items] = await Promise.all([
    tx.meetingExpectation.findMany({ where: { meetingId: meeting.id }, orderBy: { position: "asc" }, take: 100 }),
    tx.actionItem.findMany({
      where: { meetingId: meeting.id, status: { not: "CANCELLED" } },
      orderBy: { number: "asc" },
      take: 200,
    }),
  ]);
  const textsOf = (side: "INPUT" | "OUTPUT") => expectations.filter((row) => row.side === side).map((row) => row.text);
  return {
    agenda: meeting.agenda.map(({ topic, minutes, presenter }) => ({ topic, minutes, presenter })),
    inputs: textsOf("INPUT"),
    outputs: textsOf("OUTPUT"),
    items: items.map((item) => ({
      problem: item.problem,
      cause: item.cause,
      activity: item.activity,
      responsibleInstitution: item.responsibleInstitution,
      responsibleTitle: item.responsibleTitle,
      support: item.support,
      indicator: item.indicator,
      target: item.target?.toNumber() ?? null,
      unit: item.unit,
      fundingSource: item.fundingSource,
      priority: item.priority,
    })),
  };
}

/** Persons who had to do with the meeting, and the desa and kecamatan of its puskesmas. */
async function namesToLeaveOut(tx: Db, meeting: FoundMeeting) {
  const organisationIds = meeting.organisers.map((organiser) => organiser.puskesmasId);
  const [invitations, attendances, users, items, areas, hosts] = await Promise.all([
    tx.invitation.findMany({ where: { meetingId: meeting.id }, take: 1000, select: { holderName: true } }),
    tx.attendance.findMany({ where: { meetingId: meeting.id }, take: 1000, select: { name: true } }),
    tx.user.findMany({ where: { organisationId: { in: organisationIds } }, take: 1000, select: { name: true } }),
    tx.actionItem.findMany({ where: { meetingId: meeting.id }, take: 200, select: { responsibleName: true } }),
    tx.workingArea.findMany({
      where: { puskesmasId: { in: organisationIds } },
      take: 2000,
      select: { village: { select: { name: true, parent: { select: { name: true } } } } },
    }),
    tx.organisation.findMany({
      where: { id: { in: organisationIds } },
      select: { name: true, area: { select: { name: true } } },
    }),
  ]);
  const people = [
    ...invitations.map((row) => row.holderName),
    ...attendances.map((row) => row.name),
    ...users.map((row) => row.name),
    ...items.map((row) => row.responsibleName),
  ]
    // Without degrees, as a free text would name them.
    .map((name) => name?.split(",", 1)[0]?.trim() ?? "")
    .filter((name) => name.length > 2);
  const places = [
    ...areas.flatMap(({ village }) => [village.name, village.parent?.name]),
    ...hosts.map((host) => host.area.name),
  ].flatMap((name) => name ?? []);
  const puskesmas = hosts.map((host) => host.name);
  return { people: [...new Set(people)], places: [...new Set(places)], puskesmas };
}
