import type { Db } from "@/lib/db";
import type { DocumentOwner } from "@/lib/documents/owner";
import type { PreparedFile } from "@/lib/documents/prepare";
import type { DocumentKind } from "@/prisma/generated/enums";

export type KeptDocument = { id: string; kind: DocumentKind; uploader: string; caption?: string | null };

/** Keeps a prepared file as its owner's, in the transaction that has asked whether it may be. */
export async function keepDocument(
  tx: Db,
  owner: DocumentOwner,
  document: KeptDocument,
  { bytes, ...facts }: PreparedFile,
): Promise<void> {
  await tx.document.create({ data: { ...document, ...owner, ...facts, content: { create: { bytes } } } });
}
