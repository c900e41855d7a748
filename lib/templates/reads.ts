import { type Actor, isPuskesmas, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { type TemplateContent, templateContentSchema } from "@/lib/templates/schema";
import type { MeetingKind, Prisma } from "@/prisma/generated/client";

function visibleTo(actor: Actor): Prisma.MeetingTemplateWhereInput {
  if (!isPuskesmas(actor)) return { organisation: organisationsWithin(actor) };
  const { id, parentId } = actor.organisation;
  return parentId ? { organisation: { OR: [{ id }, { parentId }] } } : { organisationId: id };
}

export const templatesPerPage = 40;

export type TemplateFilter = {
  kind?: MeetingKind | undefined;
  archived?: boolean;
  words?: string | undefined;
  page?: number | undefined;
};

export async function listTemplates(actor: Actor, filter: TemplateFilter = {}) {
  const page = Math.max(1, filter.page ?? 1);
  const rows = await db.meetingTemplate.findMany({
    where: {
      AND: [
        visibleTo(actor),
        filter.archived ? { archivedAt: { not: null }, organisationId: actor.organisation.id } : { archivedAt: null },
        filter.kind ? { kind: filter.kind } : {},
        filter.words ? { name: { contains: filter.words, mode: "insensitive" } } : {},
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * templatesPerPage,
    take: templatesPerPage + 1,
    select: {
      id: true,
      kind: true,
      name: true,
      description: true,
      content: true,
      createdAt: true,
      organisationId: true,
      organisation: { select: { name: true } },
      _count: { select: { meetings: true } },
    },
  });
  return {
    templates: rows.slice(0, templatesPerPage).map(({ content, _count, ...row }) => {
      const { agenda, items } = contentOf(content);
      return { ...row, agendaLines: agenda.length, items: items.length, taken: _count.meetings };
    }),
    page,
    hasMore: rows.length > templatesPerPage,
  };
}

/** One template with its content, or null where there is none the actor may see. */
export async function findTemplate(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const template = await db.meetingTemplate.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    include: { organisation: { select: { name: true } }, source: { select: { id: true, title: true } } },
  });
  return template && { ...template, content: contentOf(template.content) };
}

export type FoundTemplate = NonNullable<Awaited<ReturnType<typeof findTemplate>>>;

export async function listTakers(actor: Actor, templateId: string) {
  const meetings = await db.meeting.findMany({
    where: {
      templateId,
      template: visibleTo(actor),
      OR: [{ status: { not: "DRAFT" } }, { hostId: actor.organisation.id }],
    },
    orderBy: { startsAt: "desc" },
    take: 50,
    select: { id: true, kind: true, year: true, period: true, hostId: true, host: { select: { name: true } } },
  });
  return meetings;
}

export async function findTemplateOf(actor: Actor, meeting: { templateId: string | null }) {
  return meeting.templateId ? findTemplate(actor, meeting.templateId) : null;
}

function contentOf(content: unknown): TemplateContent {
  const parsed = templateContentSchema.safeParse(content);
  return parsed.success ? parsed.data : { agenda: [], inputs: [], outputs: [], items: [] };
}
