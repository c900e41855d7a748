// npm test: everything from a fresh clone to the sum of all tests, which is the last line.
//   npm test                          all of them
//   npm test -- unit integration      only these parts (architecture, unit, integration, commands, e2e)
//   npm test -- meetings              only test files whose path contains this
//   npm test -- changed [COMMIT]      only what a change since then can touch; without one, what is not committed
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../../prisma/run/build.mjs";
import { ensureGenerated, ensureInstalled, node, packageFile, requireNode } from "../../prisma/run/prepare.mjs";
import { Stop, seconds } from "../../prisma/run/say.mjs";
import { chosen } from "./test-choice.mjs";
import { noTests, readPlaywright, readVitest, sumOf } from "./test-report.mjs";
import { timesOf } from "./test-times.mjs";

const minute = 60_000;

const from = performance.now();
const reports = mkdtempSync(join(tmpdir(), "lokmin-test-report-"));
/** A data folder filled once: the command tests make it, the end-to-end tests take a copy. */
const prepared = mkdtempSync(join(tmpdir(), "lokmin-prepared-"));
/** @type {import("./test-report.mjs").Tally[]} */
const tallies = [];
/** @type {import("./test-times.mjs").Part[]} */
const parts = [];
/** @type {import("./test-choice.mjs").Choice} */
let choice = { files: {}, since: undefined };
try {
  requireNode();
  await ensureInstalled();
  await ensureGenerated();
  choice = chosen(process.argv.slice(2));
  // The quick ones first: they say within seconds what is wrong, before anything is built.
  for (const part of ["architecture", "unit", "integration"]) await vitest(part);
  if ("commands" in choice.files || "e2e" in choice.files) await timed("build", ensureBuilt);
  await vitest("commands");
  if (choice.files.e2e) await playwright(choice.files.e2e);
} catch (error) {
  console.error(error instanceof Stop ? `\n✗ ${error.message}` : error);
  tallies.push({ ...noTests, failed: 1 });
}
for (const folder of [reports, prepared]) rmSync(folder, { recursive: true, force: true });
console.log(timesOf(parts));
const { passed, failed, skipped } = sumOf(tallies);
const nothing = passed + failed + skipped === 0;
if (nothing) console.log("\nTidak ada uji yang cocok.");
console.log(`\nSemua uji: ${seconds(performance.now() - from)}`);
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
// A change may touch none; a name that fits none is a mistake.
process.exitCode = failed > 0 || (nothing && !choice.since) ? 1 : 0;

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {(result: T) => import("./test-report.mjs").Timed[]} [testsOf]
 */
async function timed(name, work, testsOf = () => []) {
  const begun = performance.now();
  const result = await work();
  parts.push({ name, milliseconds: performance.now() - begun, tests: testsOf(result) });
}

/** @param {string} part */
async function vitest(part) {
  const { files, since } = choice;
  const { [part]: filters } = files;
  if (!filters) return;
  const report = join(reports, `vitest-${part}.json`);
  console.log(`\n— ${part} —`);
  const args = [
    "run",
    ...["--project", part, "--passWithNoTests", "--reporter=default", "--reporter=json"],
    `--outputFile.json=${report}`,
    // What a test imports is known to vitest; the commands are started, not imported.
    ...(since && part !== "commands" && part !== "architecture" ? ["--changed", since] : []),
    ...filters,
  ];
  await timed(
    part,
    () => fails([packageFile("vitest", "vitest.mjs"), ...args]),
    (failed) => add(readVitest(report, failed)),
  );
}

/** @param {string[]} filters */
async function playwright(filters) {
  const { ensureChromium } = await import("./chromium.mjs");
  const chromium = await ensureChromium();
  const report = join(reports, "playwright.json");
  console.log("\n— e2e —");
  await timed(
    "e2e",
    () =>
      fails([packageFile("@playwright/test", "cli.js"), "test", "--reporter=list,json", ...filters], {
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      }),
    (failed) => add(readPlaywright(report, failed)),
  );
}

/** @param {{ tally: import("./test-report.mjs").Tally, tests: import("./test-report.mjs").Timed[] }} read */
function add({ tally, tests }) {
  tallies.push(tally);
  return tests;
}

/**
 * Runs one of the two and tells whether it ended badly; what it printed is above.
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
async function fails(args, env = {}) {
  try {
    await node(args, { env: { NODE_ENV: "test", LOKMIN_PREPARED_DATA: prepared, ...env }, limit: 42 * minute });
    return false;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return true;
  }
}
