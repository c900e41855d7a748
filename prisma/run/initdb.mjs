// The first start: PostgreSQL's cluster, made beside its place and moved there when it is whole, so that an
// interrupted first start leaves nothing half-made behind.
import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { move, removeFolder } from "./held-files.mjs";
import { placeFor } from "./postgres-places.mjs";
import { Stop } from "./say.mjs";
import { closeAtEnd } from "./stopping.mjs";
import { storageStop, windowsWords } from "./storage-words.mjs";

/** @typedef {import("./postgres-places.mjs").Owner} Owner */

/**
 * @param {{ bin: string, major: string, cluster: string, password: string, owner: Owner | undefined, logFile: string }} what
 */
export async function initialise({ bin, major, cluster, password, owner, logFile }) {
  if (existsSync(logFile))
    throw new Stop(
      `Folder data ${dirname(cluster)} tidak lengkap: basis datanya (${basename(cluster)}) hilang. Pulihkan folder itu dari cadangan; untuk mulai dari kosong, pakai folder lain.`,
    );
  removeDrafts(cluster);
  // Of this process alone: an initdb that a killed start left behind may still be writing into its own.
  const draft = `${cluster}.baru-${process.pid}`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const passwordFile = join(draft, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const inner = join(draft, "pg");
  mkdirSync(inner, { mode: 0o700 });
  if (owner) for (const path of [draft, inner, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const { dataDirectory, cwd } = placeFor(inner, owner);
  const args = [
    `--pgdata=${dataDirectory}`,
    "--username=lokmin",
    // Below a folder that its user cannot pass, the password is found from the folder it works in.
    `--pwfile=${cwd === inner ? "../password" : passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    ...(Number(major) >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : []),
    "--locale=C",
    "--no-instructions",
  ];
  const { code, output } = await runInitdb(join(bin, "initdb"), args, { owner, cwd });
  if (code !== 0) throw failure(code, output, cluster);
  move(inner, cluster);
  // Only now: where there is a log there was a cluster.
  writeFileSync(logFile, output, { flag: "a", mode: 0o600 });
  removeFolder(draft);
}

/** @param {string} program @param {string[]} args @param {{ owner: Owner | undefined, cwd: string }} as */
function runInitdb(program, args, { owner, cwd }) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      ...owner,
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, LC_ALL: "C" },
    });
    closeAtEnd(async () => void child.kill("SIGINT"));
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", fail);
    child.on("close", (/** @type {number | null} */ code) => done({ code, output }));
  });
}

/** @param {number | null} code @param {string} output @param {string} cluster */
function failure(code, output, cluster) {
  const onWindows = windowsWords(code, output);
  if (onWindows) return new Stop(onWindows);
  if (/No space left on device|Disk quota exceeded/.test(output))
    return storageStop(Object.assign(new Error("full"), { code: "ENOSPC" }), dirname(cluster));
  return new Stop(`PostgreSQL tidak dapat membuat basis datanya di ${cluster}: ${output.trim().split("\n").pop()}`);
}

/** @param {string} cluster */
function removeDrafts(cluster) {
  const folder = dirname(cluster);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((one) => one.startsWith(`${basename(cluster)}.baru`)))
    removeFolder(join(folder, name));
}
