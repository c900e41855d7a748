// npm run bench -- cadangan: a backup and a restore of one kabupaten's year, as the commands make them: minutes and the
// most memory their processes held.
import { spawn } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { existsSync, readFileSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { openDatabase } from "../../prisma/run/data-folder.mjs";
import { migrate } from "../../prisma/run/migrate.mjs";
import { node, root } from "../../prisma/run/prepare.mjs";
import { fillCountry } from "./country-fill.mjs";
import { bundled } from "./fill.mjs";

const puskesmas = 20;
/** Photos as they are kept, and scanned papers. */
const fileBytes = 256 * 1024;

/** @typedef {{ seconds: number, memoryMb: number | null }} Run memoryMb: of the command, without PostgreSQL's */
/** @typedef {{ megabytes: number, files: number, databaseMb: number, backupMb: number, sealedMb: number, backup: Run, sealed: Run, restore: Run }} BackupFigures */

/** @param {string} folder @param {number} megabytes of files @param {(words: string) => void} tell @returns {Promise<BackupFigures>} */
export async function measureBackup(folder, megabytes, tell) {
  requireSpace(folder, megabytes);
  const data = join(folder, "data");
  const { files, databaseMb } = await fill(data, megabytes, tell);
  const [plainFile, sealedFile] = [join(folder, "a.lokmin"), join(folder, "b.lokmin")];
  const passphrase = { LOKMIN_BACKUP_PASSPHRASE: "hanya untuk mengukur" };
  const backup = await runCommand("backup", data, [plainFile], {});
  tell(`cadangan: ${wordsOf(backup)}`);
  const sealed = await runCommand("backup", data, [sealedFile], passphrase);
  tell(`cadangan disandikan: ${wordsOf(sealed)}`);
  const restore = await runCommand("restore", join(folder, "restored"), [sealedFile], passphrase);
  tell(`pemulihan dari yang disandikan: ${wordsOf(restore)}`);
  const [backupMb, sealedMb] = [sizeOf(plainFile), sizeOf(sealedFile)];
  return { megabytes, files, databaseMb, backupMb, sealedMb, backup, sealed, restore };
}

/** @param {Run} run */
function wordsOf({ seconds, memoryMb }) {
  return `${(seconds / 60).toFixed(1)} menit, memori paling banyak ${memoryMb ?? "?"} MB`;
}

/** @param {string} file */
function sizeOf(file) {
  return Math.round(statSync(file).size / 1_048_576);
}

/** The data, two backups and the restored data, with what is written on the way. @param {string} folder @param {number} megabytes */
function requireSpace(folder, megabytes) {
  const { bavail, bsize } = statfsSync(folder);
  const wanted = (megabytes * 6 + 2000) * 1_048_576;
  if (bavail * bsize < wanted) throw new Error(`${Math.round(wanted / 1e9)} GB of room are needed in ${folder}`);
}

/** @param {string} folder @param {number} megabytes @param {(words: string) => void} tell */
async function fill(folder, megabytes, tell) {
  const database = await openDatabase({ folder });
  try {
    await migrate(database.url);
    const env = { DATABASE_URL: database.url, LOKMIN_SECRET: database.secret };
    await node([await bundled("country-areas")], { env });
    await fillCountry(database.url, puskesmas, tell);
    const client = new pg.Client({ connectionString: database.url, options: "-c synchronous_commit=off" });
    await client.connect();
    const files = await addFiles(client, Math.round((megabytes * 1_048_576) / fileBytes));
    const { rows } = await client.query("SELECT pg_database_size(current_database())::float8 / 1048576 AS mb");
    await client.end();
    tell(`${files.toLocaleString("id")} berkas, basis data ${Math.round(rows[0].mb).toLocaleString("id")} MB`);
    return { files, databaseMb: Math.round(rows[0].mb) };
  } finally {
    await database.close();
  }
}

/** Bytes that no compression makes smaller, as of photos. @param {pg.Client} client @param {number} count */
async function addFiles(client, count) {
  const { rows: meetings } = await client.query(`SELECT id FROM "Meeting" ORDER BY id`);
  for (let index = 0; index < count; index += 1) {
    const bytes = randomBytes(fileBytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const meetingId = meetings[index % meetings.length].id;
    await client.query(
      `WITH document AS (
         INSERT INTO "Document" (id, kind, name, "mimeType", size, sha256, uploader, "meetingId")
         VALUES ($1, 'ATTENDANCE_SCAN', 'daftar.pdf', 'application/pdf', $2, $3, 'Petugas', $4) RETURNING id)
       INSERT INTO "DocumentContent" ("documentId", bytes) SELECT id, $5 FROM document`,
      [randomUUID(), fileBytes, sha256, meetingId, bytes],
    );
  }
  return count;
}

/**
 * @param {"backup" | "restore"} name @param {string} data @param {string[]} args @param {Record<string, string>} extra
 * @returns {Promise<Run>}
 */
function runCommand(name, data, args, extra) {
  const from = performance.now();
  const child = spawn(process.execPath, [join(root, `prisma/run/${name}.mjs`), ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, LOKMIN_DATA_DIR: data, ...extra },
  });
  let errors = "";
  child.stderr.on("data", (chunk) => (errors += chunk));
  let memoryMb = /** @type {number | null} */ (null);
  const looking = setInterval(() => {
    memoryMb = peakOf(child.pid ?? 0) ?? memoryMb;
  }, 100);
  return new Promise((done, fail) => {
    child.on("close", (code) => {
      clearInterval(looking);
      if (code === 0) done({ seconds: (performance.now() - from) / 1000, memoryMb });
      else fail(new Error(errors));
    });
  });
}

/** The most a process has held; known on Linux only. @param {number} pid */
function peakOf(pid) {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(file, "utf8")) ?? [];
    return kilobytes ? Math.round(Number(kilobytes) / 1024) : null;
  } catch {
    return null;
  }
}
