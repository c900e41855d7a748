// npm run migration -- name: writes the SQL that leads from the last migrated schema to today's.
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "./data-folder.mjs";
import { root } from "./prepare.mjs";
import { run, Stop } from "./say.mjs";
import { diffSchemas, readSchema } from "./schema-engine.mjs";

await run(async () => {
  const name = process.argv[2];
  if (!name || !/^[a-z0-9_]+$/.test(name))
    throw new Stop("npm run migration -- nama_migrasi (huruf kecil, angka, garis bawah)");
  const migrations = join(root, "prisma/migrations");
  const snapshot = join(migrations, "migrated.prisma");
  const before = await readFile(snapshot, "utf8").catch(() => null);
  const now = await readSchema();
  const folder = mkdtempSync(join(tmpdir(), "lokmin-migration-"));
  const database = await openDatabase({ folder, fast: true });
  // Each file runs in a transaction of its own; for enums the engine would write another inside it.
  const sql = (await diffSchemas(database.url, before, now)).replace(/^(BEGIN|COMMIT);\n/gm, "");
  const id = `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`;
  await mkdir(join(migrations, id));
  await writeFile(join(migrations, id, "migration.sql"), sql);
  await writeFile(snapshot, now);
  await database.close();
  rmSync(folder, { recursive: true, force: true });
  console.log(`prisma/migrations/${id}/migration.sql`);
  process.exit(0);
});
