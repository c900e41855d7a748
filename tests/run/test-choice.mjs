// Which files of which part run: all, those named by part or by a piece of their path, or those a change can touch.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../prisma/run/prepare.mjs";
import { changesSince, touched } from "./test-changes.mjs";

const allParts = ["architecture", "unit", "integration", "commands", "e2e"];

/**
 * @typedef {object} Choice
 * @property {Record<string, string[]>} files for each part that runs, pieces of paths; none are all
 * @property {string | undefined} since the commit whose changes vitest follows through the imports
 */

/** @param {string[]} words @returns {Choice} */
export function chosen(words) {
  const at = words.indexOf("changed");
  if (at < 0) return { files: named(words), since: undefined };
  const [commit = "HEAD", ...rest] = words.slice(at + 1).filter((word) => !allParts.includes(word));
  const changes = changesSince(commit);
  const wanted = named([
    ...words.slice(0, at),
    ...words.slice(at + 1).filter((word) => allParts.includes(word)),
    ...rest,
  ]);
  const files = Object.fromEntries(
    Object.entries(wanted).flatMap(([part, filters]) => {
      const narrowed = touched(part, changes);
      return narrowed ? [[part, filters.length > 0 ? filters : narrowed]] : [];
    }),
  );
  return { files, since: commit };
}

/** Parts named by word; anything else narrows the files of the parts that hold a fitting one. @param {string[]} words */
function named(words) {
  const filters = words.filter((word) => !allParts.includes(word));
  const parts = allParts.filter((part) => words.includes(part));
  const wanted = parts.length > 0 ? parts : allParts;
  const fitting = filters.length > 0 ? wanted.filter((part) => hasFile(part, filters)) : wanted;
  return Object.fromEntries(fitting.map((part) => [part, filters]));
}

/** @param {string} part @param {string[]} filters */
function hasFile(part, filters) {
  const folder = join(root, "tests", part);
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [`${part}.test.ts`];
  return files.some((file) => filters.some((filter) => join("tests", part, file).includes(filter)));
}
