import type { Db } from "@/lib/db";
import { eventKinds } from "@/lib/events/kinds";

export async function listDecisions(
  tx: Db,
  meetingId: string,
  most: number,
): Promise<{ order: number[]; note: string }[]> {
  const events = await tx.event.findMany({
    where: { meetingId, action: "problem.order-decided" },
    orderBy: { id: "desc" },
    take: most,
    select: { data: true },
  });
  return events.flatMap(({ data }) => {
    const read = eventKinds["problem.order-decided"].data.safeParse(data);
    return read.success ? [read.data] : [];
  });
}
