import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { answered, shownAnswers } from "@/lib/escalations/chain";
import { escalationState } from "@/lib/escalations/rules";
import { escalationsVisibleTo } from "@/lib/escalations/visible";
import { earlierOfForum } from "@/lib/follow-up/carry-over";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { dateToDay } from "@/lib/time";
import { Prisma } from "@/prisma/generated/client";
import type { MeetingStatus } from "@/prisma/generated/enums";

const atMost = 30;
const toBeHeld: readonly MeetingStatus[] = ["DRAFT", "SCHEDULED", "POSTPONED", "IN_PROGRESS"];

/**
 * What earlier meetings of the same forum handed to the Dinkes and this one should hear of: still open, or answered since
 * the last of them. None once it is over: what it said of them is in its minutes.
 */
export async function listMeetingEscalations(actor: Actor, { id, status }: Pick<FoundMeeting, "id" | "status">) {
  if (!toBeHeld.includes(status)) return [];
  const earlier = earlierOfForum(Prisma.sql`${id}::uuid`, Prisma.sql`true`);
  const found = await db.$queryRaw<{ id: string }[]>`
    WITH earlier AS (SELECT e.id, e."startsAt" FROM "Meeting" e WHERE e.id IN (${earlier}))
    SELECT x.id FROM "Escalation" x JOIN "ActionItem" t ON t.id = x."itemId"
    WHERE t."meetingId" IN (SELECT id FROM earlier)
      AND (x."closedAt" IS NULL OR x."closedAt" > (SELECT max("startsAt") FROM earlier))
    ORDER BY x."closedAt" DESC NULLS FIRST, x."answerBy", x.id LIMIT ${atMost}`;
  if (found.length === 0) return [];
  const rows = await db.escalation.findMany({
    where: { AND: [{ id: { in: found.map((row) => row.id) } }, escalationsVisibleTo(actor)] },
    orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { answerBy: "asc" }, { id: "asc" }],
    include: {
      dinkes: { select: { name: true } },
      item: { select: { number: true, activity: true, meeting: { select: { title: true } } } },
      answers: answered,
      forwards: { where: { closedAt: null }, orderBy: { forwardedAt: "asc" }, select: { institution: true } },
    },
  });
  return rows.map(({ answers, forwards, answerBy, ...row }) => {
    const own = shownAnswers(answers).filter(({ forwardId }) => forwardId === null);
    return {
      ...row,
      answerBy: dateToDay(answerBy),
      state: escalationState(row.closedAt, own.at(-1)?.outcome ?? null),
      lastAnswer: own.at(-1) ?? null,
      whereNow: forwards.map(({ institution }) => institution),
    };
  });
}

export type MeetingEscalation = Awaited<ReturnType<typeof listMeetingEscalations>>[number];
