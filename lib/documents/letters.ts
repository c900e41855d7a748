import type { Db } from "@/lib/db";
import type { PreparedFile } from "@/lib/documents/prepare";

/** Whose letter: of a Dinkes's answer, beside the meeting whose organisers may read it. */
type Letter = { id: string; answerId: string; organisationId: string; meetingId: string; uploader: string };

/** Keeps the letter of an answer in the transaction that writes the answer. */
export async function keepLetter(tx: Db, letter: Letter, { bytes, ...facts }: PreparedFile): Promise<void> {
  await tx.document.create({ data: { kind: "ESCALATION_LETTER", ...letter, ...facts } });
  await tx.documentContent.create({ data: { documentId: letter.id, bytes } });
}
