import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";

/** Two imports at once go one after the other, and nobody changes a working area between the last look and the writing. */
export async function lockOffices(tx: Db, { organisation: { id } }: Actor): Promise<void> {
  await tx.$queryRaw`
    SELECT count(*)::int FROM (
      SELECT 1 FROM "Organisation" WHERE id = ${id}::uuid OR "parentId" = ${id}::uuid ORDER BY id FOR NO KEY UPDATE
    ) held`;
}
