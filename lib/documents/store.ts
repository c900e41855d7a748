import { randomUUID } from "node:crypto";
import { type Refusal, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { currentBucket } from "@/lib/documents/bucket";
import type { DocumentOwner } from "@/lib/documents/owner";
import type { PreparedFile } from "@/lib/documents/prepare";
import { log } from "@/lib/log";
import type { DocumentKind } from "@/prisma/generated/enums";

type Bytes = Uint8Array<ArrayBuffer>;

/** A file whose bytes are in the bucket already, or come with its row. */
export type PlacedFile = Omit<PreparedFile, "bytes"> & ({ bytes: Bytes } | { objectKey: string });

/**
 * Sends the bytes to the bucket, where there is one. Before the transaction: it is held for no upload, and what it
 * rolls back is swept.
 */
export async function placeFile({ bytes, ...facts }: PreparedFile): Promise<{ ok: true; file: PlacedFile } | Refusal> {
  const bucket = currentBucket();
  if (!bucket) return { ok: true, file: { ...facts, bytes } };
  const objectKey = randomUUID();
  await db.bucketObject.create({ data: { key: objectKey } });
  try {
    await bucket.put(objectKey, bytes, facts.mimeType);
  } catch (error) {
    log.error({ err: error }, "penyimpanan berkas tidak menjawab");
    return refuse(
      "Penyimpanan berkas sedang tidak menjawab, jadi berkas ini belum tersimpan. Coba lagi nanti.",
      "file",
    );
  }
  return { ok: true, file: { ...facts, objectKey } };
}

export type KeptDocument = {
  id: string;
  kind: DocumentKind;
  uploader: string;
  caption?: string | null;
  position?: number | null;
};

/** Keeps a placed file as its owner's, in the transaction that has asked whether it may be. */
export async function keepDocument(tx: Db, owner: DocumentOwner, document: KeptDocument, file: PlacedFile) {
  if ("objectKey" in file) {
    await tx.document.create({ data: { ...document, ...owner, ...file } });
    return;
  }
  const { bytes, ...facts } = file;
  await tx.document.create({ data: { ...document, ...owner, ...facts, content: { create: { bytes } } } });
}

/** A kept file's bytes, or null where they are lost. */
export async function readBytes({ id, objectKey }: { id: string; objectKey: string | null }): Promise<Bytes | null> {
  if (!objectKey) {
    const content = await db.documentContent.findUnique({ where: { documentId: id }, select: { bytes: true } });
    return content?.bytes ?? null;
  }
  const bucket = currentBucket();
  if (!bucket) throw new Error("S3_URL is not set, and a file is in the bucket");
  return bucket.get(objectKey);
}
