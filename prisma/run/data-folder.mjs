// The data folder: who may use it now, its secrets, and the embedded database in it.
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { startPostgres } from "./postgres.mjs";
import { root } from "./prepare.mjs";
import { commandOf, isAlive } from "./processes.mjs";
import { Stop } from "./say.mjs";

/**
 * @typedef {object} OpenDatabase
 * @property {string} url address of the app's database
 * @property {boolean} embedded
 * @property {string} secret from which the keys for sessions and links are derived
 * @property {string | undefined} demoPassword
 * @property {number | undefined} pid of the embedded PostgreSQL
 * @property {() => Promise<void>} close
 */

export const dataFolder = resolve(root, process.env.LOKMIN_DATA_DIR ?? ".data");

/** Set by the tests alone: nobody misses the data if the machine itself goes down. */
const isThrowaway = process.env.LOKMIN_THROWAWAY_DATA === "1";

/**
 * The PostgreSQL of DATABASE_URL, or the embedded one of the data folder.
 * @param {{ folder?: string, fast?: boolean }} [options]
 * @returns {Promise<OpenDatabase>}
 */
export async function openDatabase({ folder = dataFolder, fast = isThrowaway } = {}) {
  const url = process.env.DATABASE_URL;
  if (url) {
    const secret = process.env.LOKMIN_SECRET ?? "";
    if (secret.length < 32) {
      throw new Stop(
        "Dengan DATABASE_URL, LOKMIN_SECRET wajib diisi: sekurangnya 32 huruf acak, misalnya dari `openssl rand -base64 32`.",
      );
    }
    await requireAnswer(url);
    return {
      url,
      embedded: false,
      secret,
      demoPassword: process.env.LOKMIN_DEMO_PASSWORD,
      pid: undefined,
      close: async () => {},
    };
  }
  makeFolder(folder);
  const release = lock(folder);
  try {
    const secrets = readSecrets(folder);
    const postgres = await startPostgres({ home: folder, password: secrets.databasePassword, fast });
    await ensureDatabase(postgres.url("postgres"), "lokmin");
    return {
      url: postgres.url("lokmin"),
      embedded: true,
      secret: secrets.secret,
      demoPassword: process.env.LOKMIN_DEMO_PASSWORD ?? secrets.demoPassword,
      pid: postgres.pid,
      async close() {
        await postgres.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** @param {string} folder */
function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    // As root the server's own user passes through; the secrets inside are closed by themselves.
    chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    throw new Stop(
      `Folder data ${folder} tidak dapat dibuat (${error instanceof Error ? error.message : error}). Isi LOKMIN_DATA_DIR dengan folder yang boleh ditulis.`,
    );
  }
}

/** @param {string} folder */
const lockOf = (folder) => join(folder, "sedang-jalan");

/**
 * Refuses where another process of ours holds the data folder.
 * @param {string} [folder]
 */
export function requireFreeFolder(folder = dataFolder) {
  const pid = existsSync(lockOf(folder)) ? Number(readFileSync(lockOf(folder), "utf8")) : 0;
  // A process that is gone, has become another program's or is the one that started us counts for nothing.
  const held = pid > 0 && pid !== process.pid && pid !== process.ppid && isAlive(pid) && isOurs(commandOf(pid));
  if (!held) return;
  throw new Stop(
    `Lokmin sudah berjalan di folder data ${folder} (proses ${pid}). Hentikan dulu yang itu, atau pakai LOKMIN_DATA_DIR lain.`,
  );
}

/** @param {string} command */
function isOurs(command) {
  return /prisma[\\/]run[\\/]|tests[\\/]bench[\\/]|vitest/.test(command);
}

/**
 * One process per folder.
 * @param {string} folder
 * @returns {() => void} gives the folder free
 */
function lock(folder) {
  requireFreeFolder(folder);
  const file = lockOf(folder);
  rmSync(file, { force: true });
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
  } catch (error) {
    // Two starts at the same moment: the other one made the file first.
    requireFreeFolder(folder);
    throw error;
  }
  const release = () => {
    if (existsSync(file) && readFileSync(file, "utf8") === String(process.pid)) rmSync(file, { force: true });
  };
  process.on("exit", release);
  return release;
}

/**
 * Made once, readable by their owner only.
 * @param {string} folder
 * @returns {{ databasePassword: string, secret: string, demoPassword: string }}
 */
function readSecrets(folder) {
  const file = join(folder, "rahasia.json");
  if (!existsSync(file)) {
    if (existsSync(join(folder, "postgres")) || existsSync(join(folder, "lokasi-postgres"))) {
      throw new Stop(`Folder data ${folder} rusak: rahasia.json hilang. Pulihkan dari cadangan folder data yang sama.`);
    }
    const secrets = { databasePassword: random(24), secret: random(32), demoPassword: randomWords() };
    writeFileSync(`${file}.baru`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    renameSync(`${file}.baru`, file);
  }
  try {
    const secrets = JSON.parse(readFileSync(file, "utf8"));
    if (secrets.databasePassword && secrets.secret && secrets.demoPassword) return secrets;
  } catch {}
  throw new Stop(
    `Folder data ${folder} rusak: rahasia.json tidak terbaca. Pulihkan dari cadangan folder data yang sama.`,
  );
}

/** @param {number} bytes */
const random = (bytes) => randomBytes(bytes).toString("base64url");

/** Easy to read out, 41 bits, for the demo only. */
export function randomWords() {
  const syllables = ["ba", "de", "ga", "jo", "ka", "li", "ma", "ni", "pa", "ru", "sa", "ti", "wu", "yo", "ce", "hu"];
  const word = () => Array.from(randomBytes(3), (byte) => syllables[byte % 16]).join("");
  return `${word()}-${word()}-${word()}-${10 + ((randomBytes(1)[0] ?? 0) % 90)}`;
}

/** @param {string} adminUrl @param {string} name */
async function ensureDatabase(adminUrl, name) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE "${name}"`);
  } finally {
    await client.end();
  }
}

/** @param {string} url */
async function requireAnswer(url) {
  const { default: pg } = await import("pg");
  const client = clientOf(pg.Client, url);
  try {
    await client.connect();
    const { rows } = await client.query("SHOW server_version_num");
    if (Number(rows[0].server_version_num) < 150_000)
      throw new Stop("DATABASE_URL menunjuk PostgreSQL yang terlalu lama; diperlukan versi 15 atau lebih baru.");
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(
      `Basis data pada DATABASE_URL tidak menjawab (${reasonOf(error)}). Periksa alamat, nama pengguna, dan kata sandinya.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {typeof import("pg").Client} Client @param {string} url */
function clientOf(Client, url) {
  try {
    return new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  } catch {
    throw new Stop(
      "DATABASE_URL tidak terbaca. Tulis seperti postgresql://nama:sandi@server:5432/lokmin; tanda # / @ : di dalam kata sandi ditulis %23 %2F %40 %3A.",
    );
  }
}

/** Node gives a refused connection to "localhost" a code but no words. @param {unknown} error */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.message || ("code" in error ? String(error.code) : error.name);
}
