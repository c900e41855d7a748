import type { Db } from "@/lib/db";
import { eventKinds } from "@/lib/events/kinds";

export async function listDecisions(
  tx: Db,
  meetingId: string,
  most: number,
): Promise<{ order: number[]; note: string }[]> {
  const events = await tx.$queryRaw<{ data: unknown }[]>`
    SELECT data FROM "Event" WHERE "meetingId" = ${meetingId}::uuid AND action = 'problem.order-decided' ORDER BY id DESC LIMIT ${most}`;
  return events.flatMap(({ data }) => {
    const read = eventKinds["problem.order-decided"].data.safeParse(data);
    return read.success ? [read.data] : [];
  });
}
