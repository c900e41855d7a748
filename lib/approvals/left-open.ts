import type { Db } from "@/lib/db";
import { missingOf } from "@/lib/evidence/judge";
import { checklistsOf } from "@/lib/evidence/reads";
import { type LockedPart, partsLeftOpen } from "@/lib/meetings/left-open";
import { findPlaceholders } from "@/lib/placeholders/reads";

/** What closing a meeting now leaves open for its approval; of one that a read or a lock has narrowed to its actor. */
export async function findLeftOpen(tx: Db, meetingId: string): Promise<LockedPart[]> {
  const checklist = (await checklistsOf(tx, [meetingId])).get(meetingId) ?? [];
  return partsLeftOpen(missingOf(checklist), await findPlaceholders(tx, meetingId));
}
