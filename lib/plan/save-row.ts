import { type Actor, type Outcome, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import type { GridRowInput } from "@/lib/plan/schema";
import { addActionItem, editActionItem, type SavedItem } from "@/lib/plan/writes";

const otherAccount = refuse(
  "Anda sudah masuk dengan akun lain di peramban ini. Masuk lagi dengan akun yang menulis baris ini.",
);

/**
 * A row of the entry grid, new or there already. Where the answer to its first saving was lost and more was typed, it
 * is the same row still, as long as nobody has changed it.
 */
export async function saveRow(
  actor: Actor,
  meetingId: string,
  { as, version, ...input }: GridRowInput,
): Promise<Outcome<SavedItem>> {
  if (as !== actor.userId) return otherAccount;
  if (version !== null) return editActionItem(actor, meetingId, { ...input, version });
  const unheard = await db.actionItem.findFirst({
    where: { id: input.id, meetingId, createdById: actor.userId, version: 0 },
    select: { id: true },
  });
  return unheard ? editActionItem(actor, meetingId, { ...input, version: 0 }) : addActionItem(actor, meetingId, input);
}
