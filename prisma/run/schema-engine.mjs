// Prisma's own schema engine, as WebAssembly from npm: its native twin would have to be downloaded. It keeps
// a genuine _prisma_migrations table, so `prisma migrate deploy` can take over wherever that engine exists.
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

const require = createRequire(import.meta.url);
const prismaDir = fileURLToPath(new URL("..", import.meta.url));
const migrationsDir = join(prismaDir, "migrations");
const noFilter = { externalTables: [], externalEnums: [] };

/**
 * @param {string} url address of a PostgreSQL database
 * @returns {Promise<import("@prisma/schema-engine-wasm/schema_engine_bg").SchemaEngine>}
 */
async function openEngine(url) {
  const wasmFile = require.resolve("@prisma/schema-engine-wasm").replace("schema_engine.js", "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(wasmFile), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
  const schema = await readSchema();
  const adapters = bindMigrationAwareSqlAdapterFactory(new PrismaPg(url));
  return bindings.SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapters);
}

/** The schema as one text: prisma/schema holds a file per noun. */
export async function readSchema() {
  const folder = join(prismaDir, "schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return texts.join("\n");
}

/** Names of the migrations in the source, oldest first. */
export async function listMigrations() {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Applies every migration the database has not seen.
 * @param {string} url
 * @param {string[]} [names] only these, for a database of an older version
 * @returns {Promise<string[]>} names of those applied now
 */
export async function applyMigrations(url, names) {
  const engine = await openEngine(url);
  names ??= await listMigrations();
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir: migrationsDir,
      lockfile: {
        path: "migration_lock.toml",
        content: await readFile(join(migrationsDir, "migration_lock.toml"), "utf8"),
      },
      shadowDbInitScript: "",
      migrationDirectories: await Promise.all(
        names.map(async (name) => ({
          path: name,
          migrationFile: {
            path: "migration.sql",
            content: {
              tag: /** @type {const} */ ("ok"),
              value: await readFile(join(migrationsDir, name, "migration.sql"), "utf8"),
            },
          },
        })),
      ),
    },
    filters: noFilter,
  });
  return appliedMigrationNames;
}

/**
 * The SQL that turns one schema into another.
 * @param {string} url any database that answers; it is not read
 * @param {string | null} from text of the older schema, null for none
 * @param {string} to text of the newer schema
 */
export async function diffSchemas(url, from, to) {
  const engine = await openEngine(url);
  /** @param {string} content */
  const target = (content) => ({
    tag: /** @type {const} */ ("schemaDatamodel"),
    files: [{ path: "schema.prisma", content }],
  });
  const { stdout } = await engine.diff({
    from: from === null ? { tag: "empty" } : target(from),
    to: target(to),
    script: true,
    exitCode: null,
    filters: noFilter,
  });
  return stdout ?? "";
}
