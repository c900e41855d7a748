// npm run cadangan -- FILE: everything of the installation at hand as one file, also while it runs.
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { newPassphrase, passphraseOfEnvironment } from "./passphrase.mjs";
import { percentOf } from "./percent.mjs";
import { backupForCommand, ensureInstalled, requireNode } from "./prepare.mjs";
import { run, Stop, seconds } from "./say.mjs";
import { withTaken } from "./words.mjs";

const usage = `npm run cadangan -- BERKAS [--sandi] [--dengan-kunci]
  --sandi         menyandikan berkas dengan kata sandi (diketik, atau dari LOKMIN_BACKUP_PASSPHRASE)
  --dengan-kunci  menyertakan kunci tautan juga tanpa kata sandi; siapa yang memegang berkas itu dapat membuka tautan`;

await run(async () => {
  const { file: wanted, isSealed, withSecret } = readArguments();
  requireNode();
  await ensureInstalled();
  const { stopOnSignals, closeAtEnd } = await import("./stopping.mjs");
  const { findDatabase } = await import("./running-database.mjs");
  const file = placeOf(wanted);
  const passphrase = isSealed ? await newPassphrase() : passphraseOfEnvironment();
  const program = await backupForCommand();
  stopOnSignals();
  const database = await findDatabase();
  closeAtEnd(database.close);
  const stopping = new AbortController();
  const from = performance.now();
  const startedAt = new Date();
  const isWithSecret = passphrase !== undefined || withSecret;
  const making = program.makeBackup({
    ...{ url: database.url, file, passphrase, secret: isWithSecret ? database.secret : null },
    signal: stopping.signal,
    onProgress: percentOf("Mencadangkan"),
    onCheck: percentOf("Memeriksa"),
  });
  closeAtEnd(async () => {
    stopping.abort();
    await making.catch(() => {});
  });
  try {
    const { bytes, facts, objects, missing } = await making;
    const record = { kind: /** @type {const} */ ("command"), startedAt, finishedAt: new Date(), file, bytes };
    await program.recordBackup(database.url, { ...record, isEncrypted: passphrase !== undefined, failure: null });
    console.log(
      `\nCadangan selesai dan sudah diperiksa: ${file}\n${facts.offices} instansi, ${facts.users} pengguna, ${facts.meetings} kegiatan${objects > 0 ? `, ${objects} berkas dari penyimpanan S3` : ""}; ${megabytes(bytes)} MB (${seconds(performance.now() - from)}).`,
    );
    if (missing.length > 0)
      console.log(`Perhatian: ${missing.length} berkas tidak ada lagi di penyimpanan S3, jadi tidak ikut dicadangkan.`);
    if (!isWithSecret)
      console.log(
        "Kunci tautan tidak ikut. Di pemasangan lain tautan yang sudah dibagikan tetap terbuka, tetapi tidak dapat disalin lagi; pakai --sandi agar kuncinya ikut.",
      );
  } catch (error) {
    throw error instanceof program.BackupProblem ? new Stop(error.message) : error;
  } finally {
    await database.close();
  }
  process.exit(0);
});

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      args: withTaken(process.argv.slice(2), ["sandi", "dengan-kunci"], process.env),
      allowPositionals: true,
      options: { sandi: { type: "boolean" }, "dengan-kunci": { type: "boolean" } },
    });
    const [file, ...rest] = positionals;
    if (file && rest.length === 0)
      return { file, isSealed: values.sandi === true, withSecret: values["dengan-kunci"] === true };
  } catch {}
  throw new Stop(usage);
}

/** npm changes the folder; the file is meant from where the command was typed. @param {string} wanted */
function placeOf(wanted) {
  const place = resolve(process.env.INIT_CWD ?? process.cwd(), wanted);
  const file = existsSync(place) && statSync(place).isDirectory() ? join(place, `lokmin-${stamp()}.lokmin`) : place;
  if (existsSync(file)) throw new Stop(`Berkas ${file} sudah ada. Pilih nama lain.`);
  return file;
}

function stamp() {
  return new Date().toISOString().slice(0, 19).replace("T", "-").replaceAll(":", "");
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1_048_576).toLocaleString("id-ID", { maximumFractionDigits: 1 });
}
