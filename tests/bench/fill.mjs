// A data folder with the fixture in it, made before the app starts on it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { openDatabase } from "../../prisma/run/data-folder.mjs";
import { migrate } from "../../prisma/run/migrate.mjs";
import { node, root } from "../../prisma/run/prepare.mjs";

/** A program of tests/bench in TypeScript, as Node runs it. @param {string} name */
export async function bundled(name) {
  const outfile = join(root, `node_modules/.lokmin-bench-${name}.mjs`);
  await build({
    entryPoints: [join(root, `tests/bench/${name}.ts`)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
  });
  return outfile;
}

/** @param {string} folder @returns {Promise<import("./fixture").Fixture>} */
export async function fillFolder(folder) {
  const bundle = await bundled("fixture");
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
