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
    let gone = 0;
    for (const { key } of unnamed) if (await removeObject(key)) gone += 1;
    swept += gone;
    if (unnamed.length < atOnce || gone === 0) return swept;
  }
}

/** Of files that were deleted and may come back: lib/undo. */
async function listKeptObjects(): Promise<string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT before->>'objectKey' AS key FROM "UndoRow" WHERE "tableName" = 'Document' AND before->>'objectKey' IS NOT NULL`;
  return rows.map(({ key }) => key);
}

/** @returns false while a backup reads the bucket: then it stays until the next sweep */
export async function removeObject(key: string): Promise<boolean> {
  const bucket = currentBucket();
  return transact(async (tx) => {
    const [lock] = await tx.$queryRaw<{ isFree: boolean }[]>`SELECT pg_try_advisory_xact_lock(7101, 5) AS "isFree"`;
    if (!lock?.isFree) return false;
    const { count } = await tx.bucketObject.deleteMany({ where: { key, document: null } });
    if (count > 0) await bucket?.remove(key);
    return true;
  });
}
