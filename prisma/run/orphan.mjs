// A PostgreSQL of ours that outlived us.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { removeFile } from "./held-files.mjs";
import { commandOf, isAlive, isDefunct, pause, processesIn } from "./processes.mjs";

/**
 * After `kill -9` of ours the server lives on. Nobody else may use this folder (the caller holds its lock), so
 * whatever still runs on it is ours to end; PostgreSQL then recovers by itself.
 * @param {string} cluster
 */
export async function endOrphan(cluster) {
  const pidFile = join(cluster, "postmaster.pid");
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, "utf8").split("\n")[0]) : 0;
  const isServer = () => pid > 0 && isServerOn(commandOf(pid), cluster, process.platform);
  const running = () => [...processesIn(cluster), ...(isServer() ? [pid] : [])];
  if (running().includes(pid) && isAlive(pid)) process.kill(pid, "SIGINT");
  for (const latest = Date.now() + 20_000; Date.now() < latest && running().length > 0; ) await pause(50);
  for (const left of running()) process.kill(left, "SIGQUIT");
  // The file still names a process where that number is another program's now, or where nobody reaps the dead;
  // PostgreSQL would take it for a server of its own. A power cut can leave it empty.
  if (existsSync(pidFile) && (!(pid > 0) || isAlive(pid) || isDefunct(pid))) removeFile(pidFile);
}

/**
 * Whether a command line is that of a PostgreSQL on a cluster. Windows puts a folder with spaces in quotes, and knows
 * its letters in either case.
 * @param {string} commandLine @param {string} cluster @param {NodeJS.Platform} platform
 */
export function isServerOn(commandLine, cluster, platform) {
  const plain = (/** @type {string} */ text) => (platform === "win32" ? text.toLowerCase() : text);
  return [`-D ${cluster} `, `-D "${cluster}" `].some((argument) => plain(commandLine).includes(plain(argument)));
}
