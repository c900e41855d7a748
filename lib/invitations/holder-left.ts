import type { Db } from "@/lib/db";
import { endOfDayOf } from "@/lib/directory/tenure";
import { editableStatuses } from "@/lib/meetings/rules";
import { hashToken, newToken, sealToken } from "@/lib/secrets";

/**
 * Ends the invitations' links of holders who leave their seats, in the meetings still to come: a step of that change's
 * own transaction.
 * @param since when the new holder's term begins; null where nobody said
 */
export async function endLinksOfHolders(tx: Db, seatIds: readonly string[], since: Date | null): Promise<void> {
  if (seatIds.length === 0) return;
  await dropWithdrawals(tx, seatIds);
  const now = new Date();
  const open = await tx.invitation.findMany({
    where: {
      seatId: { in: [...seatIds] },
      holderName: { not: null },
      holderLeftAt: null,
      attendance: null,
      meeting: { status: { in: [...editableStatuses] } },
    },
    select: { id: true, meeting: { select: { startsAt: true, timeZone: true } } },
  });
  // Of a meeting that was before the new term, the one who left is the right one.
  const ended = open.filter(({ meeting }) => endOfDayOf(meeting) > (since ?? now));
  // Under a token nobody has seen, the old address finds nothing anywhere.
  const rows = ended.map(({ id }) => {
    const token = newToken();
    return { id, hash: hashToken(token), sealed: sealToken(token) };
  });
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Invitation" i SET "tokenHash" = r.hash, "tokenSealed" = r.sealed, "holderLeftAt" = ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, hash text, sealed text)
    WHERE i.id = r.id`;
}

/** An invitation that was withdrawn within the hour would come back with the link of the one who left. */
async function dropWithdrawals(tx: Db, seatIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "UndoStep" s USING "UndoRow" r
    WHERE r."stepId" = s.id AND r."tableName" = 'Invitation' AND r.after IS NULL
      AND (r.before->>'seatId')::uuid = ANY(${[...seatIds]}::uuid[])`;
}
