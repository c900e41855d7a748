// The data folder: who may use it now, its secrets, and the embedded database in it.
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { commandOf, isAlive, startPostgres } from "./postgres.mjs";
import { root } from "./prepare.mjs";
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

/**
 * The PostgreSQL of DATABASE_URL, or the embedded one of the data folder.
 * @param {{ folder?: string, fast?: boolean }} [options]
 * @returns {Promise<OpenDatabase>}
 */
export async function openDatabase({ folder = dataFolder, fast = false } = {}) {
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

/**
 * One process per folder. A lock whose process is gone, or is no longer one of ours, counts for nothing.
 * @param {string} folder
 * @returns {() => void} gives the folder free
 */
function lock(folder) {
  const file = join(folder, "sedang-jalan");
  for (const attempt of [1, 2]) {
    try {
      writeFileSync(openSync(file, "wx"), String(process.pid));
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const pid = Number(readFileSync(file, "utf8"));
      const running = pid > 0 && pid !== process.pid && isAlive(pid) && /node|lokmin/i.test(commandOf(pid));
      if (running || attempt === 2) {
        throw new Stop(
          `Lokmin sudah berjalan di folder data ${folder} (proses ${pid}). Hentikan dulu yang itu, atau pakai LOKMIN_DATA_DIR lain.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new Error("unreachable");
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
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query("SHOW server_version_num");
    if (Number(rows[0].server_version_num) < 150_000)
      throw new Stop("DATABASE_URL menunjuk PostgreSQL yang terlalu lama; diperlukan versi 15 atau lebih baru.");
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(
      `Basis data pada DATABASE_URL tidak menjawab (${error instanceof Error ? error.message : error}). Periksa alamat, nama pengguna, dan kata sandinya.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}
