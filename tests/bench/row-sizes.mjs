import pg from "pg";

/** @typedef {{ table: string, rows: number, megabytes: number, bytesPerRow: number }} TableSize with indexes and what is stored beside */

const fewest = 500;

/** What the rows of a filled database take, the largest tables first. @param {string} url @returns {Promise<TableSize[]>} */
export async function measureRows(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT c.relname AS "table", c.reltuples::int AS rows, pg_total_relation_size(c.oid)::float AS bytes
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.reltuples >= $1
       ORDER BY 3 DESC`,
      [fewest],
    );
    return rows.map(({ table, rows: count, bytes }) => ({
      table,
      rows: count,
      megabytes: bytes / 1024 / 1024,
      bytesPerRow: Math.round(bytes / count),
    }));
  } finally {
    await client.end();
  }
}

/** @param {readonly TableSize[]} sizes */
export function sizeWords(sizes) {
  return sizes
    .map(({ table, rows, bytesPerRow }) => `${table} ${rows.toLocaleString("id")} × ${bytesPerRow} B`)
    .join(", ");
}
