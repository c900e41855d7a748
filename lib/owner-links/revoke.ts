import type { Db } from "@/lib/db";

/** Ends the links of seats whose holder leaves: a step of that change's own transaction. */
export async function endLinksOfSeats(tx: Db, seatIds: readonly string[]): Promise<void> {
  if (seatIds.length === 0) return;
  await tx.ownerLink.updateMany({
    where: { seatId: { in: [...seatIds] }, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

export async function endLinksOfUser(tx: Db, userId: string): Promise<void> {
  await tx.ownerLink.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date() } });
}
