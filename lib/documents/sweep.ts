import { db } from "@/lib/db";
import { currentBucket } from "@/lib/documents/bucket";
import { transact } from "@/lib/transact";

/** Longer than any upload and the transaction after it. */
const uploadMs = 3_600_000;
const atOnce = 200;

/** @returns how many are gone */
export async function sweepBucket(now: Date): Promise<number> {
  const bucket = currentBucket();
  if (!bucket) return 0;
  let swept = 0;
  const kept = await listKeptObjects();
  for (;;) {
    const unnamed = await db.bucketObject.findMany({
      where: { document: null, key: { notIn: kept }, createdAt: { lt: new Date(now.getTime() - uploadMs) } },
      orderBy: { createdAt: "asc" },
      take: atOnce,
    });
    for (const { key } of unnamed) await removeObject(key);
    swept += unnamed.length;
    if (unnamed.length < atOnce) return swept;
  }
}

/** Of files that were deleted and may come back: lib/undo. */
async function listKeptObjects(): Promise<string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT before->>'objectKey' AS key FROM "UndoRow" WHERE "tableName" = 'Document' AND before->>'objectKey' IS NOT NULL`;
  return rows.map(({ key }) => key);
}

export async function removeObject(key: string): Promise<void> {
  const bucket = currentBucket();
  await transact(async (tx) => {
    const { count } = await tx.bucketObject.deleteMany({ where: { key, document: null } });
    if (count > 0) await bucket?.remove(key);
  });
}
