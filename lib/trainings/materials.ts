import { db, isId } from "@/lib/db";
import { readBytes } from "@/lib/documents/store";

/** A file of the training that the link invites to, for a participant who said that he comes; else null. */
export async function findMaterial(tokenHash: string, id: string) {
  if (!isId(id)) return null;
  const document = await db.document.findFirst({
    where: {
      id,
      kind: "TRAINING_MATERIAL",
      meeting: {
        status: { notIn: ["DRAFT", "CANCELLED"] },
        invitations: { some: { tokenHash, answer: { choice: { in: ["PRESENT", "REPRESENTED"] } } } },
      },
    },
    select: { id: true, name: true, mimeType: true, objectKey: true },
  });
  const bytes = document && (await readBytes(document));
  return bytes ? { name: document.name, mimeType: document.mimeType, bytes } : null;
}
