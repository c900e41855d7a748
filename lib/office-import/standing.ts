import { type Actor, organisationsWithin } from "@/lib/actor";
import type { Db } from "@/lib/db";
import type { OfficeKind } from "@/lib/office-import/rows";

export type KnownOffice = {
  id: string;
  name: string;
  kind: OfficeKind;
  registrationCode: string | null;
  areaCode: string;
  address: string | null;
  villages: readonly string[];
};

export async function readOffices(tx: Db, actor: Actor): Promise<KnownOffice[]> {
  const rows = await tx.organisation.findMany({
    where: {
      AND: [organisationsWithin(actor), { parentId: actor.organisation.id, kind: { in: ["PUSKESMAS", "HOSPITAL"] } }],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, name: true, kind: true, registrationCode: true, areaCode: true, address: true },
      workingArea: { orderBy: { villageCode: "asc" }, select: { villageCode: true } },
    },
  });
  return rows.map(({ workingArea, kind, ...office }) => ({
    ...office,
    kind: kind === "HOSPITAL" ? kind : "PUSKESMAS",
    villages: workingArea.map(({ villageCode }) => villageCode),
  }));
}

export async function readTaken(tx: Db, codes: string[], emails: string[]) {
  const [offices, users] = await Promise.all([
    tx.organisation.findMany({
      where: { registrationCode: { in: codes } },
      select: { id: true, registrationCode: true },
    }),
    tx.user.findMany({ where: { email: { in: emails } }, select: { email: true, organisationId: true } }),
  ]);
  return {
    codes: new Map(offices.map(({ id, registrationCode }) => [registrationCode, id])),
    emails: new Map(users.map(({ email, organisationId }) => [email, organisationId])),
  };
}

export type Taken = Awaited<ReturnType<typeof readTaken>>;
