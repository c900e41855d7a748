// PostgreSQL's own log: small, and without what people typed.
import { closeSync, copyFileSync, existsSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";

const mostBytes = 1_000_000;

/** Keeps one older log beside the present one. PostgreSQL goes on writing at the new end. @param {string} file */
export function rotate(file) {
  try {
    if (!existsSync(file) || statSync(file).size < mostBytes) return;
    copyFileSync(file, `${file}.lama`);
    truncateSync(file);
  } catch (error) {
    // On a full or read-only disk the log stays as it is until the next time.
    console.error(`Log PostgreSQL belum dapat diputar: ${String(error)}`);
  }
}

/** @param {string} file @returns {{ handle: number, from: number, close: () => void }} from: where new lines begin */
export function openLog(file) {
  rotate(file);
  const handle = openSync(file, "a", 0o600);
  return { handle, from: statSync(file).size, close: () => closeSync(handle) };
}

/** @param {string} file @param {number} from */
export function readSince(file, from) {
  return existsSync(file) ? readFileSync(file).subarray(from).toString("utf8") : "";
}

/** Errors of statements quote what was to be written; the app logs its own, without it. */
export const quietSettings = {
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
};
