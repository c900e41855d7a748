import pg from "pg";

/** What only the owner of the tables may do, beside the app's own role. */
export async function asOwner(...statements: [text: string, values?: unknown[]][]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.LOKMIN_OWNER_URL });
  await client.connect();
  try {
    for (const [text, values] of statements) await client.query(text, values);
  } finally {
    await client.end();
  }
}
