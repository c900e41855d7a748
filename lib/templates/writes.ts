import { type Actor, isRefusal, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { type HeldMeeting, holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { findTemplate } from "@/lib/templates/reads";
import { canBecomeTemplate, canKeepTemplate, type TemplateSource, toContent } from "@/lib/templates/rules";
import type { TemplateInput } from "@/lib/templates/schema";
import { transact } from "@/lib/transact";

const onlyClosed = "Templat dibuat dari Lokmin yang sudah ditutup";

const saving: MeetingChange = {
  name: "save as a template",
  statuses: ["CLOSED"],
  refusal: onlyClosed,
  whenApproved: null,
};

export async function saveTemplate(
  actor: Actor,
  meetingId: string,
  input: TemplateInput,
): Promise<Outcome<{ id: string }>> {
  const organisationId = actor.organisation.id;
  return transact<Outcome<{ id: string }>>(
    async (tx) => {
      const meeting = await holdMeeting(tx, actor, meetingId, saving);
      if (isRefusal(meeting)) return meeting;
      if (!canBecomeTemplate(meeting)) return refuse(onlyClosed);
      const { kind, typeKey } = meeting;
      const content = toContent(await sourceOf(tx, meeting), await namesToLeaveOut(tx, meeting));
      await tx.meetingTemplate.create({
        data: {
          ...input,
          organisationId,
          sourceId: meetingId,
          kind,
          typeKey,
          content,
          createdById: actor.userId,
          creator: actor.name,
        },
      });
      await recordEvent(tx, by(actor), {
        action: "template.saved",
        subjectId: input.id,
        organisationId,
        meetingId,
        data: { title: meeting.title, name: input.name },
      });
      return { ok: true, id: input.id };
    },
    {
      onDuplicate: async () => {
        const mine = await db.meetingTemplate.findFirst({
          where: { id: input.id, organisationId },
          select: { id: true },
        });
        if (mine) return { ok: true, id: input.id };
        return refuse(`Nama templat “${input.name}” sudah dipakai; beri nama lain`, "name");
      },
    },
  );
}

export async function archiveTemplate(actor: Actor, id: string, isArchived: boolean): Promise<Outcome> {
  const template = await findTemplate(actor, id);
  if (!template || !canKeepTemplate(actor, template)) throw new NotAllowed(actor, `archive template ${id}`);
  return transact<Outcome>(async (tx) => {
    const { count } = await tx.meetingTemplate.updateMany({
      where: { id, archivedAt: isArchived ? null : { not: null } },
      data: { archivedAt: isArchived ? new Date() : null },
    });
    if (count > 0)
      await recordEvent(tx, by(actor), {
        action: isArchived ? "template.archived" : "template.restored",
        subjectId: id,
        organisationId: actor.organisation.id,
        data: { name: template.name },
      });
    return { ok: true };
  });
}

async function sourceOf(tx: Db, meeting: HeldMeeting): Promise<TemplateSource> {
  const [agenda, expectations, items] = await Promise.all([
    tx.agendaLine.findMany({
      where: { meetingId: meeting.id },
      orderBy: { position: "asc" },
      select: { topic: true, minutes: true, presenter: true },
    }),
    tx.meetingExpectation.findMany({ where: { meetingId: meeting.id }, orderBy: { position: "asc" }, take: 100 }),
    tx.actionItem.findMany({
      where: { meetingId: meeting.id, status: { not: "CANCELLED" } },
      orderBy: { number: "asc" },
      take: 200,
    }),
  ]);
  const textsOf = (side: "INPUT" | "OUTPUT") => expectations.filter((row) => row.side === side).map((row) => row.text);
  return {
    agenda,
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

async function namesToLeaveOut(tx: Db, meeting: HeldMeeting) {
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
