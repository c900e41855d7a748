import { z } from "zod";
import type { Db } from "@/lib/db";
import { ownerWords } from "@/lib/plan/rules";
import { dateToDay } from "@/lib/time";

const agreedRow = z.object({ id: z.string(), owner: z.string(), deadline: z.string() });

export const keptPlan = z.array(agreedRow);

export type AgreedRow = z.output<typeof agreedRow>;

/**
 * The rows of a meeting and the carried-over rows it gave a status: with the owners of now, and the deadlines they had
 * before the next meeting moved them.
 */
export async function listAgreedRows(tx: Db, meeting: { id: string; startsAt: Date }): Promise<AgreedRow[]> {
  const rows = await tx.actionItem.findMany({
    where: { OR: [{ meetingId: meeting.id }, { reviews: { some: { meetingId: meeting.id } } }] },
    orderBy: [{ meetingId: "asc" }, { number: "asc" }],
    select: {
      id: true,
      responsibleInstitution: true,
      responsibleTitle: true,
      responsibleName: true,
      deadline: true,
      reviews: {
        where: { meeting: { startsAt: { gt: meeting.startsAt } }, previousDeadline: { not: null } },
        orderBy: { meeting: { startsAt: "asc" } },
        take: 1,
        select: { previousDeadline: true },
      },
    },
  });
  return rows.map(({ id, deadline, reviews: [next], ...owner }) => ({
    id,
    owner: ownerWords(owner),
    deadline: dateToDay(next?.previousDeadline ?? deadline),
  }));
}
