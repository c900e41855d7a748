// Fills an empty, migrated database with a country of some size: organisations and users by hand, all else by COPY.
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { hash } from "@node-rs/argon2";
import pg from "pg";
import { from } from "pg-copy-streams";
import { batchesOf, idOf } from "./country-rows.mjs";

/** @typedef {import("./country-rows.mjs").Puskesmas} Puskesmas */
/** @typedef {{ name: string, email: string }} Visitor */

export const password = "ukur-senegara-2026";
/** Jawa Timur: as many kabupaten as any province has. */
const firstProvince = "35";
const regencies = 514;

/** Who opens the pages: of the first kabupaten, of its province, of the nation. @type {Record<string, Visitor>} */
export const visitors = {
  kabupaten: { name: "Admin Kabupaten", email: "kabupaten@ukur.example" },
  reviewer: { name: "Peninjau", email: "peninjau@ukur.example" },
  province: { name: "Admin Provinsi", email: "provinsi@ukur.example" },
  nation: { name: "Admin Kementerian", email: "nasional@ukur.example" },
};

/**
 * @param {string} url of a database with areas and nothing else
 * @param {number} puskesmas how many, 10,400 for the whole country
 * @param {(words: string) => void} tell
 */
export async function fillCountry(url, puskesmas, tell) {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC -c synchronous_commit=off" });
  await client.connect();
  try {
    const all = await addOrganisations(client, puskesmas);
    await addPeople(client, all);
    // Keys are as they should be by the way they are made: asking for each of 30 million rows takes longer than writing it.
    await client.query("SET session_replication_role = replica");
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const batch of batchesOf(all, new Date()))
      counts.set(batch.table, (counts.get(batch.table) ?? 0) + (await copy(client, batch)));
    await client.query("SET session_replication_role = origin");
    tell([...counts].map(([table, count]) => `${table} ${count.toLocaleString("id")}`).join(", "));
    await client.query("VACUUM (ANALYZE)");
    return Object.fromEntries(counts);
  } finally {
    await client.end();
  }
}

/** @param {pg.Client} client @param {import("./country-rows.mjs").Batch} batch @returns {Promise<number>} rows */
async function copy(client, { table, columns, lines }) {
  let count = 0;
  const chunks = function* () {
    let chunk = "";
    for (const line of lines) {
      count += 1;
      chunk += line;
      if (chunk.length > 60_000) {
        yield chunk;
        chunk = "";
      }
    }
    if (chunk) yield chunk;
  };
  const names = columns.map((column) => `"${column}"`).join(", ");
  const target = client.query(from(`COPY "${table}" (${names}) FROM STDIN`));
  const done = finished(target);
  for (const chunk of chunks()) if (!target.write(chunk)) await Promise.race([once(target, "drain"), done]);
  target.end();
  await done;
  return count;
}

/** @param {pg.Client} client @param {number} wanted @returns {Promise<Puskesmas[]>} */
async function addOrganisations(client, wanted) {
  const { rows: areas } = await client.query(
    `SELECT code, name FROM "Area" WHERE length(code) = 5 ORDER BY left(code, 2) <> $1, code LIMIT $2`,
    [firstProvince, Math.min(regencies, Math.ceil(wanted / 20))],
  );
  const { rows: kecamatan } = await client.query(`SELECT code, name FROM "Area" WHERE length(code) = 8 ORDER BY code`);
  const zone = "Asia/Jakarta";
  let next = 1;
  const ministry = idOf("organisation", next++);
  const provinces = new Map(
    [...new Set(areas.map(({ code }) => code.slice(0, 2)))].map((code) => [code, idOf("organisation", next++)]),
  );
  await insert(client, [[ministry, "MINISTRY", "Kementerian Kesehatan", null, "00", zone]]);
  await insert(
    client,
    [...provinces].map(([code, id]) => [
      id,
      "PROVINCIAL_DINKES",
      `Dinas Kesehatan Provinsi ${code}`,
      ministry,
      code,
      zone,
    ]),
  );
  const dinkes = areas.map(({ code, name }) => ({ id: idOf("organisation", next++), code, name }));
  await insert(
    client,
    dinkes.map(({ id, code, name }) => [
      id,
      "DISTRICT_DINKES",
      `Dinas Kesehatan ${name}`,
      provinces.get(code.slice(0, 2)) ?? null,
      code,
      zone,
    ]),
  );
  const more = wanted - areas.length * 20;
  /** @type {Puskesmas[]} */
  const all = [];
  const rows = dinkes.flatMap(({ id: dinkesId, code }, kabupaten) => {
    const own = kecamatan.filter((area) => area.code.startsWith(code));
    // The first is measured: it has twenty, whatever stands beside it.
    const count = kabupaten > 0 && kabupaten <= more ? 21 : 20;
    return Array.from({ length: Math.min(count, wanted - all.length) }, (_, index) => {
      const area = own[index % own.length] ?? { code, name: code };
      const name = `Puskesmas ${area.name} ${Math.floor(index / Math.max(1, own.length)) + 1}`;
      const one = { id: idOf("organisation", next++), name, dinkesId, kabupaten, number: all.length + 1, zone };
      all.push(one);
      return [one.id, "PUSKESMAS", name, dinkesId, area.code, zone];
    });
  });
  await insert(client, rows);
  return all;
}

/** @param {pg.Client} client @param {(string | null)[][]} rows */
async function insert(client, rows) {
  const column = (/** @type {number} */ index) => rows.map((row) => row[index]);
  await client.query(
    `INSERT INTO "Organisation" (id, kind, name, "parentId", "areaCode", "timeZone")
     SELECT * FROM unnest($1::uuid[], $2::"OrganisationKind"[], $3::text[], $4::uuid[], $5::text[], $6::text[])`,
    Array.from({ length: 6 }, (_, index) => column(index)),
  );
}

/** @param {pg.Client} client @param {Puskesmas[]} all */
async function addPeople(client, all) {
  await client.query(
    `INSERT INTO "Person" (id, "organisationId", name) SELECT id, office, 'Orang Contoh' FROM unnest($1::uuid[], $2::uuid[]) p(id, office)`,
    [all.map(({ number }) => idOf("person", number)), all.map(({ id }) => id)],
  );
  const passwordHash = await hash(password);
  const dinkesId = all[0]?.dinkesId ?? "";
  const { rows } = await client.query(`SELECT "pathIds" FROM "Organisation" WHERE id = $1`, [dinkesId]);
  const [ministry, province] = rows[0].pathIds;
  const offices = { kabupaten: dinkesId, reviewer: dinkesId, province, nation: ministry };
  for (const [index, [key, office]] of Object.entries(offices).entries()) {
    const { name, email } = visitors[key] ?? { name: "", email: "" };
    const person = idOf("person", 1_000_000 + index);
    const role = key === "reviewer" ? "DINKES_REVIEWER" : "DINKES_ADMIN";
    await client.query(`INSERT INTO "Person" (id, "organisationId", name) VALUES ($1, $2, $3)`, [person, office, name]);
    await client.query(
      `INSERT INTO "User" (id, email, name, role, "organisationId", "personId", "passwordHash") VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [idOf("user", index + 1), email, name, role, office, person, passwordHash],
    );
  }
  const cluster = idOf("cluster", 1);
  await client.query(`INSERT INTO "Cluster" (id, "organisationId", name) VALUES ($1, $2, 'Klaster 1')`, [
    cluster,
    dinkesId,
  ]);
  await client.query(`INSERT INTO "ClusterReviewer" ("clusterId", "userId") VALUES ($1, $2)`, [
    cluster,
    idOf("user", 2),
  ]);
  const members = all.filter((one) => one.dinkesId === dinkesId).slice(0, 7);
  await client.query(`INSERT INTO "ClusterMember" ("clusterId", "organisationId") SELECT $1, unnest($2::uuid[])`, [
    cluster,
    members.map(({ id }) => id),
  ]);
}
