import type { LineOutcome, NoteEditing } from "@/lib/minutes/changes";
import { settleParticipant } from "@/lib/persons/choose";

export type TypedAsker = { asker: string | null; institution: string | null; person: string | null };

/** Writes a line once it is known who asks, where the name was typed anew; a line as it was asks nobody again. */
export async function withAsker(
  { tx, actor }: NoteEditing,
  id: string,
  { asker, institution, person }: TypedAsker,
  write: () => Promise<LineOutcome>,
): Promise<LineOutcome> {
  const before = await tx.note.findUnique({ where: { id }, select: { asker: true, institution: true } });
  if (before?.asker === asker && before.institution === institution) return write();
  const settled = await settleParticipant(tx, actor.organisation.id, { name: asker, title: null, institution }, person);
  if (!settled.ok) return settled;
  const outcome = await write();
  if (outcome.ok && settled.personId)
    await tx.note.update({ where: { id }, data: { askerPersonId: settled.personId } });
  return outcome;
}
