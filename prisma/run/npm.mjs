// How npm is called.
import { existsSync } from "node:fs";
import { win32 } from "node:path";

/**
 * The program and its first arguments. On Windows npm is a script of the shell, which takes words apart: what it runs is
 * called instead, where it is beside Node as Node's own installer puts it.
 * @param {NodeJS.Platform} platform @param {string} node @param {(file: string) => boolean} [isThere]
 * @returns {[string, string[]]}
 */
export function npmProgram(platform, node, isThere = existsSync) {
  if (platform !== "win32") return ["npm", []];
  const cli = win32.join(win32.dirname(node), "node_modules", "npm", "bin", "npm-cli.js");
  return isThere(cli) ? [node, [cli]] : ["npm.cmd", []];
}
