// Whose figures the bench imports: a puskesmas of its own, with 20 desa and 30 indicators and nothing entered yet.
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { makeUser } from "@/tests/factories/users";

export type Importer = { email: string; villages: string[]; indicators: string[] };

const email = "impor@contoh.id";

export async function makeImporter(dinkesId: string, passwordHash: string): Promise<Importer> {
  const puskesmas = await db.organisation.create({
    data: {
      kind: "PUSKESMAS",
      name: "UPTD Puskesmas Ukur Impor",
      parentId: dinkesId,
      areaCode: "18.01.15",
      timeZone: "Asia/Jakarta",
    },
  });
  await makeUser("PUSKESMAS_STAFF", { email, name: "Petugas Impor", organisationId: puskesmas.id, passwordHash });
  const areas = await db.area.findMany({
    where: { parent: { parentCode: "18.01" } },
    orderBy: { code: "asc" },
    take: 20,
    select: { code: true },
  });
  const villages = areas.map(({ code }) => code);
  await db.workingArea.createMany({
    data: villages.map((villageCode) => ({ puskesmasId: puskesmas.id, villageCode })),
  });
  const indicators = Array.from({ length: 30 }, (_, index) => `Cakupan ukur ${index + 1}`);
  await db.indicator.createMany({
    data: indicators.map((name, position) => ({
      id: randomUUID(),
      organisationId: puskesmas.id,
      name,
      unit: "%",
      form: "COVERAGE",
      isCumulative: true,
      position,
    })),
  });
  return { email, villages, indicators };
}
