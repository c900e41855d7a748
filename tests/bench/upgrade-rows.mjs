// Many offices of an older version: its small dump, copied as often as wanted within the database. Each copy is a world
// of its own, with ids made from the copied ones.
import pg from "pg";
import { loadOldVersion } from "../dumps/old-version.mjs";

/** @typedef {{ name: string, type: string, isUnique: boolean, isNumbered: boolean }} Column */

/** @param {string} url of an empty database @param {number} copies @returns {Promise<{ table: string, rows: number }[]>} the most first */
export async function fillOldVersion(url, copies) {
  const dump = Object.entries(await loadOldVersion(url)).filter(([table]) => table !== "Area");
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC -c synchronous_commit=off" });
  await client.connect();
  try {
    // Keys are as they should be by the way they are made.
    await client.query("SET session_replication_role = replica");
    const counts = [];
    for (const [table, rows] of dump) {
      await client.query(copyOf(table, await columnsOf(client, table)), [copies]);
      counts.push({ table, rows: rows.length * copies });
    }
    await client.query("VACUUM (ANALYZE)");
    return counts.sort((one, other) => other.rows - one.rows);
  } finally {
    await client.end();
  }
}

/** @param {pg.Client} client @param {string} table @returns {Promise<Column[]>} */
async function columnsOf(client, table) {
  const { rows } = await client.query(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
       EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisunique AND i.indkey::text = a.attnum::text)
         AS "isUnique",
       coalesce(pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval%', false) AS "isNumbered"
     FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attrelid = format('%I', $1::text)::regclass AND a.attnum > 0 AND NOT a.attisdropped`,
    [table],
  );
  return rows;
}

/** @param {string} table @param {Column[]} columns */
function copyOf(table, columns) {
  const copied = columns.filter(({ isNumbered }) => !isNumbered);
  const names = copied.map(({ name }) => `"${name}"`).join(", ");
  return `INSERT INTO "${table}" (${names}) SELECT ${copied.map(cellOf).join(", ")}
    FROM generate_series(2, $1::int) n CROSS JOIN "${table}" t`;
}

/** @param {Column} column */
function cellOf({ name, type, isUnique }) {
  const column = `t."${name}"`;
  if (type === "uuid") return `md5(${column}::text || n)::uuid`;
  // As undangan:ID
  if (type === "text" && name.endsWith("Key"))
    return `CASE WHEN ${column} ~ '^[a-z]+:[0-9a-f-]{36}$'
      THEN split_part(${column}, ':', 1) || ':' || md5(split_part(${column}, ':', 2) || n)::uuid ELSE ${column}${isUnique ? " || n" : ""} END`;
  return isUnique && type === "text" ? `n || ${column}` : column;
}
