// The passphrase of a backup: from the environment or typed unseen, never from the command line, which others can read.
import { ask } from "./ask.mjs";
import { Stop } from "./say.mjs";

const shortest = 12;

/** @returns {string | undefined} */
export function passphraseOfEnvironment() {
  const given = process.env.LOKMIN_BACKUP_PASSPHRASE;
  if (given && given.length < shortest)
    throw new Stop(`LOKMIN_BACKUP_PASSPHRASE terlalu pendek: sekurangnya ${shortest} huruf, misalnya empat kata acak.`);
  return given || undefined;
}

/** Typed twice, for a new backup. @returns {Promise<string>} */
export async function newPassphrase() {
  const given = passphraseOfEnvironment();
  if (given) return given;
  console.log("Bila kata sandi ini hilang, isi cadangan tidak dapat dibaca siapa pun. Simpan di tempat yang aman.");
  const first = await askUnseen(`Kata sandi cadangan (sekurangnya ${shortest} huruf): `);
  if (first.length < shortest) throw new Stop(`Kata sandi terlalu pendek: sekurangnya ${shortest} huruf.`);
  if ((await askUnseen("Sekali lagi: ")) !== first) throw new Stop("Keduanya tidak sama. Ulangi perintahnya.");
  return first;
}

/** @returns {Promise<string>} */
export async function knownPassphrase() {
  return process.env.LOKMIN_BACKUP_PASSPHRASE || (await askUnseen("Kata sandi cadangan ini: "));
}

/** @param {string} question @returns {Promise<string>} */
async function askUnseen(question) {
  if (!process.stdin.isTTY)
    throw new Stop("Tidak ada layar untuk mengetik kata sandi cadangan. Isi LOKMIN_BACKUP_PASSPHRASE.");
  return ask(question, { unseen: true });
}
