import { pool } from "@/lib/db";
import { isPooled, keepSessionSettings } from "@/lib/pooler";

/** @throws where a pooler shifts the zone of its clients: every instant would be wrong */
export async function fitPooler(): Promise<void> {
  if (!isPooled) return;
  await keepSessionSettings(pool);
  const { rows } = await pool.query<{ zone: string }>("SELECT current_setting('TimeZone') AS zone");
  if (rows[0]?.zone !== "UTC") throw new Error("the pooler does not keep the time zone of its clients");
}
