// Each build of the app has a folder of its own, named by what it was built from, and is there only when it is whole: a
// second start, another Node or another version never takes files away from a running server.
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { lockFolder } from "./folder-lock.mjs";
import { move, removeFile, removeFolder } from "./held-files.mjs";
import { bundleMain, hashOf, node, packageFile, root } from "./prepare.mjs";
import { isAlive, pause, startOf } from "./processes.mjs";
import { Stop, step } from "./say.mjs";

const builds = join(root, ".builds");

/** Next always builds here; what is whole moves on. */
const draft = join(root, ".next");

/**
 * Pages opened before a new build send their forms to it: the ids of their actions stay while the code stays. Their
 * values are encrypted by a key of the installation, which the server is given when it starts.
 */
export const actionSalt = Buffer.alloc(32, "lokmin").toString("base64");

const keptBuilds = 3;
const keptFileDays = 60;

/** @typedef {{ folder: string, bundle: string }} Build bundle: the server's own code, beside Next's build */

/** Where the build of the sources at hand is, or will be. @returns {Build} */
export function buildOfSources() {
  const sources = ["app", "components", "lib", "prisma", "public", "tests/factories", "package.json"];
  const wanted = hashOf([...sources, "package-lock.json", "tsconfig.json", "next.config.ts", "instrumentation.ts"]);
  const folder = join(builds, buildName(process.platform, wanted, root));
  return { folder, bundle: join(folder, "lokmin-main.mjs") };
}

/**
 * On Windows the links of a build are absolute: moved together with its folder it would lead to where that was.
 * @param {NodeJS.Platform} platform @param {string} sources their hash @param {string} place of the project
 */
export function buildName(platform, sources, place) {
  const whole = platform === "win32" ? createHash("sha256").update(`${sources} ${place}`).digest("hex") : sources;
  return whole.slice(0, 16);
}

/** Builds where it is not done yet. @returns {Promise<Build>} */
export async function ensureBuilt() {
  const build = buildOfSources();
  if (existsSync(build.folder)) return build;
  mkdirSync(builds, { recursive: true });
  const release = await lockBuilds();
  try {
    if (!existsSync(build.folder)) await step("Membangun aplikasi", () => buildInto(build.folder));
  } finally {
    release();
  }
  return build;
}

/** One build at a time on these sources; the second finds the first one's. */
async function lockBuilds() {
  for (let waited = 0; ; waited += 1) {
    try {
      return lockFolder(builds);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      if (waited === 0) console.log("• Menunggu pembangunan lain yang sedang berjalan …");
      await pause(500);
    }
  }
}

/** @param {string} folder */
async function buildInto(folder) {
  const env = {
    NODE_ENV: "production",
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionSalt,
    LOKMIN_BUILD: basename(folder),
  };
  await node([packageFile("next", "dist/bin/next"), "build"], { env, quiet: true });
  await bundleMain(join(draft, "lokmin-main.mjs"));
  putInPlace(draft, folder);
}

/**
 * Moves a whole build beside the earlier ones, with the files that pages of theirs still ask for.
 * @param {string} made where it was built
 * @param {string} folder its own, among the others
 */
export function putInPlace(made, folder) {
  const others = dirname(folder);
  for (const earlier of earlierBuilds(others)) carryStaticFiles(join(earlier, "static"), join(made, "static"));
  linkPackagesFrom(made, folder);
  move(made, folder);
  removeOldBuilds(others, folder);
}

/**
 * Packages that stay outside the build are links inside it, relative to where it was made.
 * @param {string} made
 * @param {string} folder
 */
function linkPackagesFrom(made, folder) {
  const packages = join(made, "node_modules");
  if (!existsSync(packages)) return;
  for (const entry of readdirSync(packages, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) continue;
    const link = join(entry.parentPath, entry.name);
    const target = resolve(dirname(link), readlinkSync(link));
    const place = join(folder, relative(made, link));
    removeFile(link);
    const { to, type } = linkTo(process.platform, { place, target });
    symlinkSync(to, link, type);
  }
}

/** The newest first. @param {string} among */
function earlierBuilds(among) {
  const named = readdirSync(among).filter((name) => /^[0-9a-f]{16}$/.test(name));
  const age = (/** @type {string} */ folder) => statSync(folder).mtimeMs;
  return named.map((name) => join(among, name)).sort((one, other) => age(other) - age(one));
}

/**
 * Windows lets only administrators make links to a relative place; a junction is absolute, and anybody's.
 * @param {NodeJS.Platform} platform @param {{ place: string, target: string }} link
 * @returns {{ to: string, type: "junction" | "dir" }}
 */
export function linkTo(platform, { place, target }) {
  return platform === "win32"
    ? { to: target, type: "junction" }
    : { to: relative(dirname(place), target), type: "dir" };
}

/** A drive in FAT has no links. @param {string} file @param {string} copy */
function linkOrCopy(file, copy) {
  try {
    linkSync(file, copy);
  } catch {
    copyFileSync(file, copy);
  }
}

/** A page that is still open asks for the scripts it was made with. @param {string} from @param {string} to */
function carryStaticFiles(from, to) {
  if (!existsSync(from)) return;
  const oldest = Date.now() - keptFileDays * 86_400_000;
  for (const entry of readdirSync(from, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const carried = join(to, relative(from, file));
    if (existsSync(carried) || statSync(file).mtimeMs < oldest) continue;
    mkdirSync(dirname(carried), { recursive: true });
    linkOrCopy(file, carried);
  }
}

/** @param {string} pid */
const markOf = (pid) => `dipakai-${pid}-${startOf(Number(pid)).replace(/\W+/g, "")}`;

/** Says that this process serves a build, so that no other one removes it. @param {string} folder */
export function markInUse(folder) {
  const mark = join(folder, markOf(String(process.pid)));
  writeFileSync(mark, "");
  process.on("exit", () => removeFile(mark));
}

/** @param {string} folder */
function isInUse(folder) {
  return readdirSync(folder).some((name) => {
    const pid = name.match(/^dipakai-(\d+)-/)?.[1];
    return pid !== undefined && isAlive(Number(pid)) && name === markOf(pid);
  });
}

/** @param {string} among @param {string} present */
function removeOldBuilds(among, present) {
  for (const folder of earlierBuilds(among).slice(keptBuilds))
    if (folder !== present && !isInUse(folder)) removeFolder(folder);
}
