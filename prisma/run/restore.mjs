// npm run pulihkan -- FILE: a backup into an empty installation, or over a filled one where that was said.
import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { removeFile } from "./held-files.mjs";
import { knownPassphrase } from "./passphrase.mjs";
import { percentOf } from "./percent.mjs";
import { backupForCommand, ensureInstalled, requireNode } from "./prepare.mjs";
import { run, Stop, seconds } from "./say.mjs";
import { withTaken } from "./words.mjs";

const usage = `npm run pulihkan -- BERKAS [--timpa] [--sesi-tetap] [--tanpa-sandi] [--kunci-ke BERKAS]
  --timpa         juga bila pemasangan ini sudah berisi data; isinya dicadangkan dulu, lalu diganti
  --sesi-tetap    sesi dan token API tetap berlaku seperti pada hari cadangan; untuk pindah komputer
  --tanpa-sandi   juga cadangan yang tidak disandikan, meskipun LOKMIN_BACKUP_PASSPHRASE terisi
  --kunci-ke      hanya menulis kunci tautan dari cadangan ke berkas itu, untuk LOKMIN_SECRET`;

const comesBack =
  "Data pribadi yang sesudah cadangan itu dihapus atas permintaan orangnya ada lagi: hapus lagi di halaman orangnya.";

/** @typedef {typeof import("./backup-main")} Program */
/** @typedef {Awaited<ReturnType<Program["checkBackup"]>>["facts"]} Facts */

await run(async () => {
  const { file, ...wanted } = readArguments();
  requireNode();
  await ensureInstalled();
  const program = await backupForCommand();
  try {
    await restore(program, { file: placeOf(file), ...wanted });
  } catch (error) {
    throw error instanceof program.BackupProblem ? new Stop(error.message) : error;
  }
  process.exit(0);
});

/**
 * @typedef {{ overwrite: boolean, keepsSessions: boolean, takesUnsealed: boolean, keyFile: string | undefined }} Choices
 * @param {Program} program @param {Choices & { file: string }} wanted
 */
async function restore(program, { file, overwrite, keepsSessions, takesUnsealed, keyFile }) {
  const from = performance.now();
  const { madeAt, seal } = await program.readHeader(file);
  if (!seal && !takesUnsealed) requireSealed();
  const passphrase = seal ? await knownPassphrase() : undefined;
  const { facts } = await program.checkBackup(file, { passphrase, onProgress: percentOf("Memeriksa cadangan") });
  console.log(
    `Cadangan dari ${program.madeAtWords(madeAt)}: ${facts.offices} instansi, ${facts.users} pengguna, ${facts.meetings} kegiatan (PostgreSQL ${facts.postgres.split(" ")[0]}).`,
  );
  if (keyFile) return writeKey(program, placeOf(keyFile), facts);
  const { openDatabase } = await import("./data-folder.mjs");
  const { closeAtEnd, stopOnSignals } = await import("./stopping.mjs");
  requireSameKey(facts);
  stopOnSignals();
  const database = await openDatabase();
  closeAtEnd(database.close);
  try {
    await makeRoom(program, database, overwrite);
    await putBack(program, database, { file, passphrase, overwrite, keepsSessions });
  } finally {
    await database.close();
  }
  console.log(
    `\nCadangan dipulihkan (${seconds(performance.now() - from)}). ${whatEnded(keepsSessions, program.madeAtWords(madeAt))}`,
  );
  console.log("Jalankan npm start.");
}

/** @param {Program} program @param {import("./data-folder.mjs").OpenDatabase} database @param {boolean} overwrite */
async function makeRoom(program, database, overwrite) {
  const held = await program.countHeld(database.url);
  if (held.offices + held.users === 0) return;
  if (!overwrite) throw program.filledProblem(held);
  console.log(
    `Yang diganti: ${held.offices} instansi, ${held.users} pengguna, dan ${held.meetings} kegiatan di pemasangan ini.`,
  );
  const { backUpBeforeReplacing } = await import("./backup-before.mjs");
  await backUpBeforeReplacing(program, database);
}

/**
 * @param {Program} program @param {import("./data-folder.mjs").OpenDatabase} database
 * @param {{ file: string, passphrase: string | undefined, overwrite: boolean, keepsSessions: boolean }} what
 */
async function putBack(program, database, { file, passphrase, overwrite, keepsSessions }) {
  const { dataFolder, keepRestoredSecret, settleSecrets } = await import("./data-folder.mjs");
  const { migrate, migrationsTable, readMigrations } = await import("./migrate.mjs");
  const { demoFile } = await import("./office.mjs");
  const { uninterrupted } = await import("./stopping.mjs");
  const { url, embedded } = database;
  let { secret } = database;
  await uninterrupted(async () => {
    const { facts } = await program.restoreBackup({
      ...{
        url,
        file,
        passphrase,
        overwrite,
        migrations: await readMigrations(),
        migrationTable: migrationsTable,
      },
      access: keepsSessions ? "sessions" : "ended",
      onProgress: percentOf("Memulihkan"),
      async beforeCommit(facts) {
        if (embedded && facts.secret) keepRestoredSecret(dataFolder, facts.secret);
      },
    });
    // What is there now is no demo, which npm start -- kantor would offer to delete.
    if (embedded) removeFile(demoFile);
    if (embedded && facts.secret) {
      secret = facts.secret;
      settleSecrets(dataFolder, secret);
    }
  });
  await migrate(url);
  if (await program.findOwnSecret(url, [secret])) return;
  await program.rememberFingerprint(url, secret);
  console.log(
    "Kunci tautan tidak ada di cadangan ini: tautan yang sudah dibagikan tidak dapat disalin lagi dari halaman (buat yang baru di halaman Undangan), dan aplikasi autentikator tidak berlaku lagi (masuk dengan kode pemulihan, kunci sandi, atau npm run pulihkan-admin).",
  );
}

/** Where backups are sealed, one that is not may have been put there by somebody else. */
function requireSealed() {
  if (!process.env.LOKMIN_BACKUP_PASSPHRASE) return;
  throw new Stop(
    "LOKMIN_BACKUP_PASSPHRASE terisi, tetapi cadangan ini tidak disandikan: siapa pun dapat membuat atau mengubahnya. Bila Anda yakin asalnya, ulangi dengan --tanpa-sandi.",
  );
}

/** @param {boolean} keepsSessions @param {string} madeAt in words */
function whatEnded(keepsSessions, madeAt) {
  const links = "Tautan undangan yang sudah dibagikan tetap terbuka";
  if (keepsSessions)
    return `${links}. ${comesBack} Sesi dan token API berlaku lagi seperti pada ${madeAt}, juga yang diakhiri sesudahnya; tautan masuk yang belum dipakai berakhir.`;
  return `${links}. ${comesBack} Semua orang masuk lagi dengan kata sandi pada ${madeAt}; token API dan tautan masuk yang belum dipakai berakhir: buat yang baru. Pengguna yang sesudah itu dinonaktifkan atau diganti kata sandinya kembali seperti semula: periksa halaman Pengguna.`;
}

/** A secret of the environment is its owner's to change. @param {Facts} facts */
function requireSameKey({ secret }) {
  const { DATABASE_URL, LOKMIN_SECRET, LOKMIN_NEW_SECRET } = process.env;
  if (!DATABASE_URL || !secret || secret === LOKMIN_SECRET || LOKMIN_NEW_SECRET === "1") return;
  throw new Stop(
    "LOKMIN_SECRET bukan kunci cadangan ini. Tulis kunci cadangan dengan --kunci-ke BERKAS dan pakai sebagai LOKMIN_SECRET, atau pulihkan dengan LOKMIN_NEW_SECRET=1: tautan yang sudah dibagikan tetap terbuka, tetapi tidak dapat disalin lagi.",
  );
}

/** @param {Program} program @param {string} file @param {Facts} facts */
function writeKey(program, file, { secret }) {
  if (!secret)
    throw new Stop("Cadangan ini tidak berisi kunci tautan. Kunci hanya ikut dalam cadangan yang disandikan.");
  if (existsSync(file)) throw new Stop(`Berkas ${file} sudah ada. Pilih nama lain.`);
  try {
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    throw program.wordsOfStorage(error, file);
  }
  console.log(`Kunci tautan ditulis ke ${file}. Hapus berkas itu sesudah dipakai.`);
}

function readArguments() {
  try {
    const options = {
      timpa: { type: /** @type {const} */ ("boolean") },
      "sesi-tetap": { type: /** @type {const} */ ("boolean") },
      "tanpa-sandi": { type: /** @type {const} */ ("boolean") },
      "kunci-ke": { type: /** @type {const} */ ("string") },
    };
    const args = withTaken(process.argv.slice(2), ["timpa", "sesi-tetap", "tanpa-sandi"], process.env);
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const [file, ...rest] = positionals;
    if (file && rest.length === 0) {
      const [keepsSessions, takesUnsealed] = [values["sesi-tetap"] === true, values["tanpa-sandi"] === true];
      return { file, overwrite: values.timpa === true, keepsSessions, takesUnsealed, keyFile: values["kunci-ke"] };
    }
  } catch {}
  throw new Stop(usage);
}

/** npm changes the folder; the file is meant from where the command was typed. @param {string} wanted */
function placeOf(wanted) {
  return resolve(process.env.INIT_CWD ?? process.cwd(), wanted);
}
