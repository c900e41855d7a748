// What one guess costs to count, in memory and in the database of DATABASE_URL.
import { writeFileSync } from "node:fs";
import { pool } from "@/lib/db";
import { take } from "@/lib/http/rate-limits";

const turns = 2000;

async function cost(): Promise<number> {
  for (let turn = 0; turn < 200; turn += 1) await take("signInAccount", `warm ${turn}`);
  const from = performance.now();
  for (let turn = 0; turn < turns; turn += 1) await take("signInAccount", `${turn % 400}`);
  return (performance.now() - from) / turns;
}

const memory = await cost();
process.env.LOKMIN_SHARED_LIMITS = "1";
const database = await cost();
writeFileSync(process.argv[2] ?? "", JSON.stringify({ memory, database }));
await pool.end();
