import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { checklistsOf } from "@/lib/evidence/reads";
import type { ListedPart } from "@/lib/evidence-pack/reads";
import { elements, packKinds } from "@/lib/evidence-pack/rules";
import { organisedBy } from "@/lib/meetings/organised";
import { visibleTo } from "@/lib/meetings/reads";
import { kindNames, periodName } from "@/lib/meetings/rules";
import { listYears } from "@/lib/meetings/year";

export type Gap = { ep: string; meetingId: string | null; meeting: string; text: string };

/** Periods without a Lokmin that are over, and what each Lokmin that was held still lacks. */
export async function listGaps(actor: Actor, puskesmasId: string, year: number, now: Date): Promise<Gap[]> {
  const meetings = await db.meeting.findMany({
    where: {
      AND: [visibleTo(actor), organisedBy(puskesmasId)],
      year,
      kind: { in: [...packKinds] },
      status: { in: ["IN_PROGRESS", "CLOSED"] },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 60,
    select: { id: true, title: true },
  });
  const [years, checklists] = await Promise.all([
    listYears(actor, [puskesmasId], year, now),
    checklistsOf(
      db,
      meetings.map(({ id }) => id),
    ),
  ]);
  const missed = (years.get(puskesmasId) ?? []).filter(({ state }) => state === "missed");
  return [
    ...missed.map(({ kind, period }) => ({
      ...{ ep: "1.6.2 a", meetingId: null },
      meeting: `${kindNames[kind]} ${periodName({ kind, year, period })}`,
      text: "tidak ada kegiatan yang terlaksana",
    })),
    ...meetings.flatMap(({ id, title }) =>
      (checklists.get(id) ?? [])
        .filter(({ isRequired, isMet }) => isRequired && !isMet)
        .flatMap(({ ep, text, says }) =>
          elements
            .filter((element) => ep.includes(element.ep))
            .map((element) => ({ ep: element.ep, meetingId: id, meeting: title, text: `${text}: ${says}` })),
        ),
    ),
  ].sort((one, other) => orderOf(one.ep) - orderOf(other.ep));
}

const orderOf = (ep: string) => elements.findIndex((element) => element.ep === ep);

/** What could not be made is missing as well, but for a paper whose signed original is there. */
export function failuresOf(parts: readonly ListedPart[]): Gap[] {
  const made = parts.filter(({ state }) => state === "MADE");
  const hasOriginal = (one: ListedPart) =>
    made.some(
      ({ meetingId, title }) => meetingId === one.meetingId && title.startsWith(`${one.title} bertanda tangan`),
    );
  return parts
    .filter((one) => one.state === "FAILED" && !hasOriginal(one))
    .map(({ ep, meetingId, meeting, title, reason }) => ({
      ...{ ep, meetingId, meeting: meeting?.title ?? "" },
      text: `${title}: ${reason ?? "tidak dapat dibuat"}`,
    }));
}
