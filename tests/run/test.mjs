// npm test: everything from a fresh clone to the sum of all tests, which is the last line.
//   npm test                          all of them
//   npm test -- unit integration      only these parts (architecture, unit, integration, commands, e2e)
//   npm test -- meetings              only test files whose path contains this
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ensureBuilt,
  ensureGenerated,
  ensureInstalled,
  node,
  packageFile,
  requireNode,
  root,
} from "../../prisma/run/prepare.mjs";
import { Stop, seconds } from "../../prisma/run/say.mjs";
import { noTests, readPlaywright, readVitest, sumOf } from "./test-report.mjs";

const vitestParts = ["architecture", "unit", "integration", "commands"];
const minute = 60_000;

const from = performance.now();
const reports = mkdtempSync(join(tmpdir(), "lokmin-test-report-"));
/** @type {import("./test-report.mjs").Tally[]} */
const tallies = [];
try {
  const { parts, filters } = chosen(process.argv.slice(2));
  requireNode();
  await ensureInstalled();
  await ensureGenerated();
  // The quick ones first: they say within seconds what is wrong, before anything is built.
  await vitest(
    vitestParts.filter((part) => parts.includes(part) && part !== "commands"),
    filters,
  );
  if (parts.includes("commands") || parts.includes("e2e")) await ensureBuilt();
  await vitest(parts.includes("commands") ? ["commands"] : [], filters);
  if (parts.includes("e2e")) await playwright(filters);
} catch (error) {
  console.error(error instanceof Stop ? `\n✗ ${error.message}` : error);
  tallies.push({ ...noTests, failed: 1 });
}
rmSync(reports, { recursive: true, force: true });
const { passed, failed, skipped } = sumOf(tallies);
const nothing = passed + failed + skipped === 0;
if (nothing) console.log("\nTidak ada uji yang cocok.");
console.log(`\nSemua uji: ${seconds(performance.now() - from)}`);
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed > 0 || nothing ? 1 : 0;

/**
 * Parts named by word; anything else narrows the files of the parts that hold a fitting one.
 * @param {string[]} words
 */
function chosen(words) {
  const all = [...vitestParts, "e2e"];
  const filters = words.filter((word) => !all.includes(word));
  const named = all.filter((part) => words.includes(part));
  const parts = named.length > 0 ? named : all;
  return { parts: filters.length > 0 ? parts.filter((part) => hasFile(part, filters)) : parts, filters };
}

/** @param {string} part @param {string[]} filters */
function hasFile(part, filters) {
  const folder = join(root, "tests", part);
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [`${part}.test.ts`];
  return files.some((file) => filters.some((filter) => join("tests", part, file).includes(filter)));
}

/** @param {string[]} parts @param {string[]} filters */
async function vitest(parts, filters) {
  if (parts.length === 0) return;
  const report = join(reports, `vitest-${parts[0]}.json`);
  console.log(`\n— ${parts.join(", ")} —`);
  const failed = await fails([
    packageFile("vitest", "vitest.mjs"),
    "run",
    ...parts.flatMap((part) => ["--project", part]),
    "--passWithNoTests",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...filters,
  ]);
  tallies.push(readVitest(report, failed));
}

/** @param {string[]} filters */
async function playwright(filters) {
  const { ensureChromium } = await import("./chromium.mjs");
  const chromium = await ensureChromium();
  const report = join(reports, "playwright.json");
  console.log("\n— e2e —");
  const failed = await fails([packageFile("@playwright/test", "cli.js"), "test", "--reporter=list,json", ...filters], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  tallies.push(readPlaywright(report, failed));
}

/**
 * Runs one of the two and tells whether it ended badly; what it printed stands above.
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
async function fails(args, env = {}) {
  try {
    await node(args, { env: { NODE_ENV: "test", ...env }, limit: 42 * minute });
    return false;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return true;
  }
}
