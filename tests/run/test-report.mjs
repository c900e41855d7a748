// The JSON reports of vitest and Playwright, as numbers that can be added. A run that ended badly without a failed
// test (a file that does not load, a server that does not start, a report never written) still counts as one failure.
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "../../prisma/run/prepare.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @typedef {{ title: string, file: string, milliseconds: number }} Timed */

/** @typedef {{ tally: Tally, tests: Timed[] }} Read */

/** @type {Tally} */
export const noTests = { passed: 0, failed: 0, skipped: 0 };

/** @param {Tally[]} tallies @returns {Tally} */
export function sumOf(tallies) {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    noTests,
  );
}

/** @param {string} file @param {boolean} endedBadly @returns {Read} */
export function readVitest(file, endedBadly) {
  const report = read(file);
  if (!report) return { tally: unreported(endedBadly), tests: [] };
  /** @type {{ name: string, status: string, assertionResults: { status: string, title: string, duration?: number }[] }[]} */
  const files = report.testResults;
  const unloaded = files.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((result) => result.status === "failed"),
  );
  const tally = atLeastOne(endedBadly, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
  const tests = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ title, duration = 0 }) => ({ title, file: relative(root, name), milliseconds: duration })),
  );
  return { tally, tests };
}

/** @typedef {{ title: string, file: string, tests: { projectName: string, results: { duration: number }[] }[] }} Spec */
/** @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite */

/** @param {string} file @param {boolean} endedBadly @returns {Read} */
export function readPlaywright(file, endedBadly) {
  const report = read(file);
  if (!report) return { tally: unreported(endedBadly), tests: [] };
  const { expected, flaky, unexpected, skipped } = report.stats;
  return {
    tally: atLeastOne(endedBadly, { passed: expected + flaky, failed: unexpected, skipped }),
    tests: specsOf(report).flatMap(({ title, file, tests }) =>
      tests.map(({ projectName, results }) => ({
        title: `${title} (${projectName})`,
        file,
        milliseconds: results.reduce((sum, { duration }) => sum + duration, 0),
      })),
    ),
  };
}

/** @param {Suite} suite @returns {Spec[]} */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** @param {string} file */
function read(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** @param {boolean} endedBadly @returns {Tally} */
function unreported(endedBadly) {
  return { ...noTests, failed: endedBadly ? 1 : 0 };
}

/** @param {boolean} endedBadly @param {Tally} tally @returns {Tally} */
function atLeastOne(endedBadly, tally) {
  return endedBadly && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
