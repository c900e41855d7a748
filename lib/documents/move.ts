import { createHash, randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { type Bucket, currentBucket } from "@/lib/documents/bucket";
import { readBytes } from "@/lib/documents/store";
import { removeObject } from "@/lib/documents/sweep";
import { transact } from "@/lib/transact";

export type Destination = "bucket" | "database";

export type Moved = { moved: number; left: number; damaged: string[] };

type Moving = {
  to: Destination;
  isStopped?: () => boolean;
  onProgress?: (moved: number, total: number) => void;
};

/**
 * Moves the bytes of all files into the bucket or back into the database, one file at a time: stopped anywhere, it goes
 * on from there when it is called again.
 */
export async function moveDocuments({ to, isStopped = () => false, onProgress = () => {} }: Moving): Promise<Moved> {
  const bucket = currentBucket();
  if (!bucket) throw new Error("S3_URL is not set");
  const waiting = to === "bucket" ? { objectKey: null, content: { isNot: null } } : { objectKey: { not: null } };
  const total = await db.document.count({ where: waiting });
  const damaged: string[] = [];
  let moved = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  while (!isStopped()) {
    const document = await db.document.findFirst({
      where: { ...waiting, id: { gt: after } },
      orderBy: { id: "asc" },
      select: { id: true, name: true, mimeType: true, sha256: true, objectKey: true },
    });
    if (!document) break;
    after = document.id;
    const bytes = await readBytes(document);
    if (!bytes || createHash("sha256").update(bytes).digest("hex") !== document.sha256) {
      // Another mover may have been quicker.
      if ((await db.document.count({ where: { id: document.id, ...waiting } })) > 0) damaged.push(document.name);
    } else {
      await (to === "bucket" ? toBucket(bucket, document, bytes) : toDatabase(document, bytes));
      moved += 1;
    }
    onProgress(moved, total);
  }
  return { moved, left: await db.document.count({ where: waiting }), damaged };
}

type Found = { id: string; mimeType: string; objectKey: string | null };

async function toBucket(bucket: Bucket, { id, mimeType }: Found, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const key = randomUUID();
  await db.bucketObject.create({ data: { key } });
  await bucket.put(key, bytes, mimeType);
  const isNamed = await transact(async (tx) => {
    const { count } = await tx.document.updateMany({ where: { id, objectKey: null }, data: { objectKey: key } });
    if (count > 0) await tx.documentContent.delete({ where: { documentId: id } });
    return count > 0;
  });
  if (!isNamed) await removeObject(key);
}

async function toDatabase({ id, objectKey }: Found, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await transact(async (tx) => {
    const { count } = await tx.document.updateMany({ where: { id, objectKey }, data: { objectKey: null } });
    if (count > 0) await tx.documentContent.create({ data: { documentId: id, bytes } });
  });
  if (objectKey) await removeObject(objectKey);
}
