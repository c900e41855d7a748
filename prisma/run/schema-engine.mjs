// Prisma's own schema engine, as WebAssembly from npm: its native twin would have to be downloaded. It compares two
// schemas; migrate.mjs applies what it writes.
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

const require = createRequire(import.meta.url);
const prismaDir = fileURLToPath(new URL("..", import.meta.url));
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
