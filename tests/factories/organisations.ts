import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { Organisation, Prisma } from "@/prisma/generated/client";
import { nextNumber } from "./counter";

export type OrganisationRow = Prisma.OrganisationCreateManyInput & { id: string; timeZone: string };

/** A puskesmas of Kecamatan Sragi under no Dinkes; not saved. */
export function organisationRow(overrides: Partial<Prisma.OrganisationCreateManyInput> = {}): OrganisationRow {
  return {
    kind: "PUSKESMAS",
    name: `Puskesmas ${nextNumber()}`,
    areaCode: "18.01.15",
    ...overrides,
    id: overrides.id ?? randomUUID(),
    timeZone: overrides.timeZone ?? "Asia/Jakarta",
  };
}

type OrganisationOptions = Partial<Prisma.OrganisationCreateManyInput>;

/** A Dinas Kesehatan Provinsi; Lampung where no area is given. */
export function makeProvinsi(overrides: OrganisationOptions = {}): Promise<Organisation> {
  return db.organisation.create({
    data: organisationRow({
      kind: "PROVINCIAL_DINKES",
      name: `Dinas Kesehatan Provinsi ${nextNumber()}`,
      areaCode: "18",
      ...overrides,
    }),
  });
}

/** A Dinas Kesehatan Kabupaten; Lampung Selatan where no area is given. */
export function makeKabupaten(overrides: OrganisationOptions = {}): Promise<Organisation> {
  return db.organisation.create({
    data: organisationRow({
      kind: "DISTRICT_DINKES",
      name: `Dinas Kesehatan Kabupaten ${nextNumber()}`,
      areaCode: "18.01",
      ...overrides,
    }),
  });
}

/**
 * A puskesmas under a Dinkes of its own, unless `parentId` says which (null: none).
 * @param villageCodes its working area; all desa of its kecamatan when left out
 */
export async function makePuskesmas({
  villageCodes,
  ...overrides
}: OrganisationOptions & { villageCodes?: string[] } = {}): Promise<Organisation> {
  const parentId = overrides.parentId === undefined ? (await makeKabupaten()).id : overrides.parentId;
  const puskesmas = await db.organisation.create({ data: organisationRow({ ...overrides, parentId }) });
  const codes = villageCodes ?? (await villagesOf(puskesmas.areaCode)).map((village) => village.code);
  await db.workingArea.createMany({ data: codes.map((villageCode) => ({ puskesmasId: puskesmas.id, villageCode })) });
  return puskesmas;
}

/** The desa and kelurahan of a kecamatan, by code. */
export function villagesOf(districtCode: string): Promise<{ code: string; name: string }[]> {
  return db.area.findMany({
    where: { parentCode: districtCode },
    orderBy: { code: "asc" },
    select: { code: true, name: true },
  });
}

export function makeMinistry(overrides: OrganisationOptions = {}): Promise<Organisation> {
  const name = `Kementerian Kesehatan ${nextNumber()}`;
  return db.organisation.create({ data: organisationRow({ kind: "MINISTRY", name, areaCode: "00", ...overrides }) });
}

/** A hospital under no Dinkes where none is given. */
export function makeHospital(overrides: OrganisationOptions = {}): Promise<Organisation> {
  const name = `RSUD ${nextNumber()}`;
  return db.organisation.create({ data: organisationRow({ kind: "HOSPITAL", name, areaCode: "18.01", ...overrides }) });
}
