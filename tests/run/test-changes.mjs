// What changed since a commit, and which parts that can touch. Unit and integration tests are narrowed by vitest along
// their imports; commands and end-to-end tests start the built app, so whatever goes into it touches all of them.
import { execFileSync } from "node:child_process";
import { root } from "../../prisma/run/prepare.mjs";
import { Stop } from "../../prisma/run/say.mjs";

/** What the built app and the programs that start it are made of. */
const app =
  /^(app|components|lib|prisma|public)\/|^tests\/(factories|setup)\/|^(package(-lock)?\.json|next\.config\.ts|instrumentation\.ts|tsconfig\.json)$/;

/** @param {string} commit @returns {string[]} paths in the project, also of what is new or not committed */
export function changesSince(commit) {
  if (git("rev-parse", "--verify", "--quiet", `${commit}^{commit}`).length === 0)
    throw new Stop(`Tidak ada commit "${commit}": npm test -- changed [COMMIT]`);
  return [...git("diff", "--name-only", commit), ...git("ls-files", "--others", "--exclude-standard")];
}

/**
 * @param {string} part
 * @param {string[]} changes
 * @returns {string[] | null} pieces of paths to run, none are all; null where the part is not touched
 */
export function touched(part, changes) {
  if (part === "architecture") return changes.length > 0 ? [] : null;
  if (part !== "commands" && part !== "e2e") return [];
  const own = changes.filter((path) => path.startsWith(`tests/${part}/`));
  const isTest = (/** @type {string} */ path) => /\.(test|spec)\.ts$/.test(path);
  // A helper beside the tests can touch each of them.
  if (changes.some((path) => app.test(path)) || own.some((path) => !isTest(path))) return [];
  const config = part === "e2e" ? "playwright.config.ts" : "vitest.config.ts";
  if (changes.includes(config)) return [];
  return own.length > 0 ? own : null;
}

/** @param {string[]} args */
function git(...args) {
  try {
    return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
      .split("\n")
      .filter(Boolean);
  } catch {
    return [];
  }
}
