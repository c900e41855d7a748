import { Prisma } from "@/prisma/generated/client";

/**
 * Selects the first day of the month since which an office uses Lokmin, as `month`: its own, else that of the nearest
 * office above which said one; no row where nobody did.
 * @param path its column of the offices above and itself
 */
export function startOfUseSql(path: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT e.month FROM unnest(${path}) WITH ORDINALITY AS above(id, place)
    JOIN "StartOfUse" e ON e."organisationId" = above.id ORDER BY above.place DESC LIMIT 1`;
}
