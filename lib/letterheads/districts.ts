import type { Db } from "@/lib/db";

/** The kecamatan that a puskesmas works in: the camat of each may sign a joint letter. Not narrowed by an actor. */
export async function listDistricts(tx: Db, organisationId: string) {
  const working = await tx.workingArea.findMany({
    where: { puskesmasId: organisationId },
    select: { village: { select: { parentCode: true } } },
  });
  const codes = working.flatMap(({ village }) => village.parentCode ?? []);
  return tx.area.findMany({
    where: {
      OR: [
        { code: { in: [...new Set(codes)] } },
        { organisations: { some: { id: organisationId, kind: "PUSKESMAS" } } },
      ],
    },
    orderBy: { code: "asc" },
    select: { code: true, name: true, parent: { select: { name: true } } },
  });
}
