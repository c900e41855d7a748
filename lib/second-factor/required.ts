import { type Db, db } from "@/lib/db";

export async function isRequired(userId: string, tx: Db = db): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT u.id FROM "User" u JOIN "Organisation" o ON o.id = u."organisationId"
    WHERE u.id = ${userId}::uuid AND u.role IN ('DINKES_ADMIN', 'PUSKESMAS_ADMIN') AND EXISTS (
      SELECT 1 FROM "SecondFactorRule" r WHERE r."organisationId" = ANY(o."pathIds")
        AND CASE WHEN r."organisationId" = o.id THEN r."ofOwnAdmins" ELSE r."ofAdminsBelow" END)`;
  return rows.length > 0;
}
