import type { Actor } from "@/lib/actor";
import { requireWritable } from "@/lib/meetings/reads";
import type { NoteRow } from "@/lib/minutes/lines";
import { writingNotes } from "@/lib/minutes/rules";
import { noteOperation } from "@/lib/minutes/schema";
import { writeNote } from "@/lib/minutes/writes";

export type SyncResult = { id: string } & (
  | { state: "done"; note: NoteRow }
  | { state: "conflict"; note: NoteRow }
  | { state: "refused"; reason: string }
);

export async function syncNotes(actor: Actor, meetingId: string, raw: readonly unknown[]): Promise<SyncResult[]> {
  await requireWritable(actor, meetingId, writingNotes.name);
  const results: SyncResult[] = [];
  for (const item of raw) results.push(await syncOne(actor, meetingId, item));
  return results;
}

async function syncOne(actor: Actor, meetingId: string, item: unknown): Promise<SyncResult> {
  const parsed = noteOperation.safeParse(item);
  if (!parsed.success) {
    const id = typeof item === "object" && item !== null && "id" in item ? item.id : null;
    const reason = parsed.error.issues[0]?.message ?? "Isian tidak terbaca";
    return { id: typeof id === "string" ? id : "", state: "refused", reason };
  }
  const { id } = parsed.data;
  const outcome = await writeNote(actor, meetingId, parsed.data);
  if (outcome.ok) return { id, state: "done", note: outcome.note };
  if (outcome.conflict) return { id, state: "conflict", note: outcome.conflict };
  return { id, state: "refused", reason: outcome.reason };
}
