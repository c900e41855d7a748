import { getDistricts, getProvinces, getRegencies, getVillages } from "idn-area-data";
import { pool } from "@/lib/db";

/**
 * @param regencies only these kabupaten/kota ("18.01"), for tests; all when left out
 * @returns how many rows were added
 */
export async function loadAreas(regencies?: readonly string[]): Promise<number> {
  const wanted = (code: string) =>
    !regencies || regencies.some((regency) => code.startsWith(regency) || regency.startsWith(code));
  const [provinces, regenciesOfAll, districts, villages] = await Promise.all([
    getProvinces(),
    getRegencies(),
    getDistricts(),
    getVillages(),
  ]);
  // Parents first: each level refers to the one above.
  const levels = [
    provinces.map((area) => ({ code: area.code, name: area.name, parent: null })),
    regenciesOfAll.map((area) => ({ code: area.code, name: area.name, parent: area.province_code })),
    districts.map((area) => ({ code: area.code, name: area.name, parent: area.regency_code })),
    villages.map((area) => ({ code: area.code, name: area.name, parent: area.district_code })),
  ];
  let added = 0;
  for (const level of levels) {
    const rows = level.filter((area) => wanted(area.code));
    const { rowCount } = await pool.query(
      `INSERT INTO "Area" (code, name, "parentCode") SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING`,
      [rows.map((area) => area.code), rows.map((area) => area.name), rows.map((area) => area.parent)],
    );
    added += rowCount ?? 0;
  }
  return added;
}

export async function hasAreas(): Promise<boolean> {
  const { rowCount } = await pool.query(`SELECT 1 FROM "Area" WHERE length(code) = 13 LIMIT 1`);
  return (rowCount ?? 0) > 0;
}
