import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { visibleTo as documentsVisibleTo } from "@/lib/documents/owner";
import { packKinds } from "@/lib/evidence-pack/rules";
import { packsVisibleTo } from "@/lib/evidence-pack/visible";
import { organisedBy } from "@/lib/meetings/organised";
import { visibleTo as meetingsVisibleTo } from "@/lib/meetings/reads";

const shown = {
  id: true,
  year: true,
  requester: true,
  createdAt: true,
  finishedAt: true,
  failedAt: true,
  outcome: true,
  organisation: { select: { id: true, name: true, timeZone: true } },
  parts: {
    orderBy: { position: "asc" },
    select: {
      id: true,
      ep: true,
      path: true,
      title: true,
      kind: true,
      meetingId: true,
      state: true,
      reason: true,
      meeting: { select: { title: true } },
      file: { select: { id: true, size: true, sha256: true, objectKey: true } },
    },
  },
} as const;

export async function listPacks(actor: Actor, organisationId: string, year: number) {
  return db.evidencePack.findMany({
    where: { AND: [packsVisibleTo(actor), { organisationId, year }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 2,
    select: shown,
  });
}

export type ListedPack = Awaited<ReturnType<typeof listPacks>>[number];
export type ListedPart = ListedPack["parts"][number];

export function partsWithin({ parts }: ListedPack): ListedPart[] {
  return parts.filter(({ state }) => state === "MADE");
}

/**
 * A finished pack for those who may see every meeting and every file of it now; "changed" where a file of it is gone.
 * Null where there is none for the actor.
 */
export async function findDownload(actor: Actor, id: string): Promise<ListedPack | "changed" | null> {
  const pack = isId(id)
    ? await db.evidencePack.findFirst({
        where: { AND: [packsVisibleTo(actor), { id, finishedAt: { not: null } }] },
        select: shown,
      })
    : null;
  if (!pack || !(await seesAll(actor, pack))) return null;
  return partsWithin(pack).every(({ file }) => file !== null) ? pack : "changed";
}

async function seesAll(actor: Actor, pack: ListedPack): Promise<boolean> {
  const meetings = [...new Set(pack.parts.flatMap(({ meetingId }) => meetingId ?? []))];
  const files = [...new Set(partsWithin(pack).flatMap(({ file }) => file?.id ?? []))];
  const [seenMeetings, seenFiles] = await Promise.all([
    db.meeting.count({ where: { AND: [meetingsVisibleTo(actor), { id: { in: meetings } }] } }),
    db.document.count({ where: { AND: [documentsVisibleTo(actor), { id: { in: files } }] } }),
  ]);
  return seenMeetings === meetings.length && seenFiles === files.length;
}

/** How many Lokmin of the year changed since then; what the pack itself made changes nothing. */
export async function countChanged(organisationId: string, year: number, since: Date): Promise<number> {
  const meetings = await db.meeting.findMany({
    where: { ...organisedBy(organisationId), year, kind: { in: [...packKinds] } },
    select: { id: true },
  });
  const changed = await db.event.findMany({
    where: {
      meetingId: { in: meetings.map(({ id }) => id) },
      at: { gt: since },
      OR: [{ action: null }, { action: { notIn: ["paper.issued"] } }],
    },
    distinct: ["meetingId"],
    select: { meetingId: true },
  });
  return changed.length;
}
