// A data folder with the fixture in it, made before the app starts on it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { openDatabase } from "../../prisma/run/data-folder.mjs";
import { migrate } from "../../prisma/run/migrate.mjs";
import { node, root } from "../../prisma/run/prepare.mjs";

/** @param {string} folder @returns {Promise<import("./fixture").Fixture>} */
export async function fillFolder(folder) {
  const bundle = join(root, "node_modules/.lokmin-bench-fixture.mjs");
  await build({
    entryPoints: [join(root, "tests/bench/fixture.ts")],
    outfile: bundle,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
  });
  const database = await openDatabase({ folder });
  try {
    await migrate(database.url);
    const out = join(folder, "fixture.json");
    await node([bundle, out], { env: { DATABASE_URL: database.url, LOKMIN_SECRET: database.secret } });
    return JSON.parse(readFileSync(out, "utf8"));
  } finally {
    await database.close();
  }
}
