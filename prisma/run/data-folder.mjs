// The data folder: who may use it now, its secrets, and the embedded database in it.
import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { appUrlOf } from "./app-role.mjs";
import { usableAddresses } from "./database-url.mjs";
import { ensureDatabase } from "./ensure-database.mjs";
import { lockFolder } from "./folder-lock.mjs";
import { move } from "./held-files.mjs";
import { settleCarriedOver } from "./older-postgres.mjs";
import { startPostgres } from "./postgres.mjs";
import { root } from "./prepare.mjs";
import { Stop } from "./say.mjs";
import { storageStop } from "./storage-words.mjs";

/**
 * @typedef {object} OpenDatabase
 * @property {string} url address of the database for its owner: migrations, backup, the queue's tables
 * @property {string} appUrl the same for the app, whose role owns nothing; equal where there is only one role
 * @property {string} direct for the role of `appUrl` without a pooler in between
 * @property {boolean} embedded
 * @property {string} secret from which the keys for sessions and links are derived
 * @property {string | undefined} restoredSecret of a restore that was cut short: one of the two is the database's own
 * @property {string | undefined} demoPassword
 * @property {number | undefined} pid of the embedded PostgreSQL
 * @property {boolean} isCarriedOver from an older PostgreSQL: backed up, and without its queue
 * @property {() => Promise<void>} close
 */

export const dataFolder = resolve(root, process.env.LOKMIN_DATA_DIR ?? ".data");

/** Set by the tests alone: nobody misses the data if the machine itself goes down. */
const isThrowaway = process.env.LOKMIN_THROWAWAY_DATA === "1";

/**
 * The PostgreSQL of DATABASE_URL, or the embedded one of the data folder.
 * @param {{ folder?: string, fast?: boolean, backups?: typeof import("./backup-main") }} [options]
 *   backups: what carries the data of an older PostgreSQL over; without it such a folder is refused
 * @returns {Promise<OpenDatabase>}
 */
export async function openDatabase({ folder = dataFolder, fast = isThrowaway, backups } = {}) {
  const url = process.env.DATABASE_URL;
  if (url) {
    const secret = process.env.LOKMIN_SECRET ?? "";
    if (secret.length < 32) {
      throw new Stop(
        "Dengan DATABASE_URL, LOKMIN_SECRET wajib diisi: sekurangnya 32 huruf acak, misalnya dari `openssl rand -base64 32`.",
      );
    }
    return {
      ...(await usableAddresses(process.env)),
      embedded: false,
      secret,
      restoredSecret: undefined,
      demoPassword: process.env.LOKMIN_DEMO_PASSWORD,
      pid: undefined,
      isCarriedOver: false,
      close: async () => {},
    };
  }
  const release = takeFolder(folder);
  try {
    const secrets = readSecrets(folder);
    const isCarriedOver = await settleCarriedOver({ home: folder, secrets, fast, backups });
    const postgres = await startPostgres({ home: folder, password: secrets.databasePassword, fast });
    await ensureDatabase(postgres.url("postgres"), "lokmin");
    const appUrl = appUrlOf(postgres.url("lokmin"), secrets.databasePassword);
    return {
      url: postgres.url("lokmin"),
      appUrl,
      direct: appUrl,
      embedded: true,
      secret: secrets.secret,
      restoredSecret: secrets.restoredSecret,
      demoPassword: process.env.LOKMIN_DEMO_PASSWORD ?? secrets.demoPassword,
      pid: postgres.pid,
      isCarriedOver,
      async close() {
        await postgres.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw storageStop(error, folder);
  }
}

/** @param {string} folder @returns {() => void} gives it free */
function takeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    // As root the server's own user passes through; the secrets inside are closed by themselves.
    chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    return lockFolder(folder);
  } catch (error) {
    throw storageStop(error, folder);
  }
}

/** @typedef {{ databasePassword: string, secret: string, demoPassword: string, restoredSecret?: string }} Secrets */

const secretsOf = (/** @type {string} */ folder) => join(folder, "rahasia.json");

/**
 * Made once, readable by their owner only.
 * @param {string} folder
 * @returns {Secrets}
 */
export function readSecrets(folder) {
  const file = secretsOf(folder);
  if (!existsSync(file)) {
    if (existsSync(join(folder, "postgres")) || existsSync(join(folder, "lokasi-postgres"))) {
      throw new Stop(
        `Folder data ${folder} tidak lengkap: rahasia.json hilang, basis datanya masih ada. Kembalikan berkas itu dari salinan folder data yang sama.`,
      );
    }
    const secrets = { databasePassword: random(24), secret: random(32), demoPassword: randomWords() };
    writeWhole(file, JSON.stringify(secrets, null, 2));
  }
  try {
    const secrets = JSON.parse(readFileSync(file, "utf8"));
    if (secrets.databasePassword && secrets.secret && secrets.demoPassword) return secrets;
  } catch {}
  throw new Stop(
    `Folder data ${folder} tidak lengkap: isi rahasia.json tidak terbaca. Kembalikan berkas itu dari salinan folder data yang sama; basis datanya tidak diubah.`,
  );
}

/**
 * The secret of a backup, beside the one that counts until the backup's data do: cut short between the two, the next
 * start finds out which of them is the database's own.
 * @param {string} folder @param {string} restoredSecret
 */
export function keepRestoredSecret(folder, restoredSecret) {
  writeWhole(secretsOf(folder), JSON.stringify({ ...readSecrets(folder), restoredSecret }, null, 2));
}

/** @param {string} folder @param {string} secret the database's own */
export function settleSecrets(folder, secret) {
  const { restoredSecret, ...secrets } = readSecrets(folder);
  if (restoredSecret !== undefined) writeWhole(secretsOf(folder), JSON.stringify({ ...secrets, secret }, null, 2));
}

/** On the disk before it is named: a power cut leaves the whole file or none. @param {string} file @param {string} text */
function writeWhole(file, text) {
  const draft = `${file}.baru`;
  writeFileSync(draft, text, { mode: 0o600 });
  // Windows flushes only what may be written.
  const handle = openSync(draft, "r+");
  fsyncSync(handle);
  closeSync(handle);
  move(draft, file);
}

/** @param {number} bytes */
const random = (bytes) => randomBytes(bytes).toString("base64url");

/** Easy to read out, 41 bits, for the demo only. */
export function randomWords() {
  const syllables = ["ba", "de", "ga", "jo", "ka", "li", "ma", "ni", "pa", "ru", "sa", "ti", "wu", "yo", "ce", "hu"];
  const word = () => Array.from(randomBytes(3), (byte) => syllables[byte % 16]).join("");
  return `${word()}-${word()}-${word()}-${10 + ((randomBytes(1)[0] ?? 0) % 90)}`;
}
