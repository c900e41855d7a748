// The database behind this run's server. What a journey begins with is written straight into it, and what it left is
// read from it: imported before lib/db.ts or anything that imports that.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { clusterFolder } from "@/prisma/run/postgres-places.mjs";

const home = process.env.LOKMIN_E2E_DATA ?? "";

// The list of tests is read before the server starts, when there is nothing to connect to.
if (existsSync(join(home, "rahasia.json"))) {
  const { databasePassword, secret } = JSON.parse(readFileSync(join(home, "rahasia.json"), "utf8"));
  const [, , , port] = readFileSync(join(clusterFolder(home), "postmaster.pid"), "utf8").split("\n");
  process.env.DATABASE_URL = `postgresql://lokmin:${databasePassword}@127.0.0.1:${port}/lokmin`;
  process.env.LOKMIN_SECRET = secret;
}
