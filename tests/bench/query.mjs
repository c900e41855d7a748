// One statement on a connection of its own.
import pg from "pg";

/** @param {string} url @param {string} sql @param {unknown[]} [values] @returns {Promise<{ rows: Record<string, unknown>[] }>} */
export async function query(url, sql, values = []) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end().catch(() => {});
  }
}
