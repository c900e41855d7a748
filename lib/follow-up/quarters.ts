import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { reviewOutcomeNames } from "@/lib/follow-up/review-rules";
import { listScope, ofScope } from "@/lib/plan/item-query";
import { isOpen, progressNames } from "@/lib/progress/rules";
import { dayOf } from "@/lib/time";
import type { ProgressStatus, ReviewOutcome } from "@/prisma/generated/enums";

type KeptReport = {
  /** When it was told; of a status given in a meeting, when that meeting was held, whenever it was typed in. */
  at: Date;
  status: ProgressStatus;
  percent: number;
  note: string | null;
  reporter: string;
  photos: number;
  outcome: ReviewOutcome | null;
};

export type KeptHistory = {
  agreedOn: string;
  timeZone: string;
  deadline: string;
  reports: readonly KeptReport[];
  moves: readonly { at: Date; previousDeadline: string }[];
};

export type QuarterRow = {
  year: number;
  quarter: number;
  deadline: string;
  /** The last report of the quarter; null where there was none. */
  last: KeptReport | null;
};

const quartersAtMost = 40;

const indexOf = (day: string) => Number(day.slice(0, 4)) * 4 + Math.ceil(Number(day.slice(5, 7)) / 3) - 1;

/**
 * The quarters of a row, oldest first: from the one it was agreed in to the present one, or to the one that ended it.
 */
export function quarterRows(history: KeptHistory, now: Date): QuarterRow[] {
  const { agreedOn, timeZone, reports } = history;
  const first = indexOf(agreedOn);
  const quarterOfReport = (at: Date) => Math.max(first, indexOf(dayOf(at, timeZone)));
  const newest = reports.at(-1);
  const hasEnded = newest !== undefined && !isOpen(newest.status);
  const last = hasEnded ? quarterOfReport(newest.at) : Math.max(first, indexOf(dayOf(now, timeZone)));
  const from = Math.max(first, last - quartersAtMost + 1);
  return Array.from({ length: last - from + 1 }, (_, offset) => {
    const index = from + offset;
    return {
      year: Math.floor(index / 4),
      quarter: (index % 4) + 1,
      deadline: deadlineAtEndOf(index, history),
      last: reports.findLast(({ at }) => quarterOfReport(at) === index) ?? null,
    };
  });
}

function deadlineAtEndOf(index: number, { deadline, moves, timeZone }: KeptHistory): string {
  return moves.find(({ at }) => indexOf(dayOf(at, timeZone)) > index)?.previousDeadline ?? deadline;
}

const roman = ["I", "II", "III", "IV"];

export function quarterLabel({ year, quarter }: { year: number; quarter: number }): string {
  return `TW ${roman[quarter - 1]} ${year}`;
}

export function quarterWords({ last }: QuarterRow): string {
  if (!last) return "tidak ada laporan";
  const status = progressNames[last.status];
  const outcome = last.outcome ? reviewOutcomeNames[last.outcome] : null;
  const words = outcome && outcome !== status ? [outcome, status] : [status];
  return [...words, `${last.percent} %`].join(", ");
}

type Stored = Omit<KeptHistory, "reports" | "moves"> & {
  id: string;
  reports: (Omit<KeptReport, "at"> & { at: string })[];
  moves: { at: string; previousDeadline: string }[];
};

export async function listQuarterRows(
  actor: Actor,
  itemIds: readonly string[],
  now: Date,
): Promise<Map<string, QuarterRow[]>> {
  const ids = itemIds.filter(isId);
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<Stored[]>`
    SELECT t.id, to_char(m."startsAt" AT TIME ZONE m."timeZone", 'YYYY-MM-DD') AS "agreedOn", m."timeZone",
      to_char(t.deadline, 'YYYY-MM-DD') AS deadline,
      (SELECT coalesce(json_agg(json_build_object('at', coalesce(b."startsAt", p."createdAt"), 'status', p.status, 'percent', p.percent,
          'note', p.note, 'reporter', p.reporter, 'outcome', w.outcome,
          'photos', (SELECT count(*) FROM "Document" d WHERE d."reportId" = p.id)) ORDER BY p."createdAt", p.id), '[]'::json)
        FROM "ProgressReport" p LEFT JOIN "ItemReview" w ON w."reportId" = p.id LEFT JOIN "Meeting" b ON b.id = w."meetingId"
        WHERE p."itemId" = t.id) AS reports,
      (SELECT coalesce(json_agg(json_build_object('at', b."startsAt",
          'previousDeadline', to_char(w."previousDeadline", 'YYYY-MM-DD')) ORDER BY b."startsAt"), '[]'::json)
        FROM "ItemReview" w JOIN "Meeting" b ON b.id = w."meetingId" WHERE w."itemId" = t.id AND w."reportId" IS NOT NULL
          AND w."newDeadline" IS NOT NULL AND w."previousDeadline" IS NOT NULL) AS moves
    FROM "ActionItem" t JOIN "Meeting" m ON m.id = t."meetingId"
    WHERE t.id = ANY(${ids}::uuid[]) AND ${ofScope(actor, await listScope(actor))}`;
  return new Map(
    rows.map(({ id, reports, moves, ...row }) => [
      id,
      quarterRows(
        {
          ...row,
          reports: reports.map((report) => ({ ...report, at: new Date(report.at) })),
          moves: moves.map((move) => ({ ...move, at: new Date(move.at) })),
        },
        now,
      ),
    ]),
  );
}
