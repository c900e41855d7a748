// The JSON reports of vitest and Playwright, as numbers that can be added. A run that ended badly without a failed
// test (a file that does not load, a server that does not start, a report never written) still counts as one failure.
import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

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

/** @param {string} file @param {boolean} endedBadly @returns {Tally} */
export function readVitest(file, endedBadly) {
  const report = read(file);
  if (!report) return unreported(endedBadly);
  /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
  const files = report.testResults;
  const unloaded = files.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((result) => result.status === "failed"),
  );
  return atLeastOne(endedBadly, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** @param {string} file @param {boolean} endedBadly @returns {Tally} */
export function readPlaywright(file, endedBadly) {
  const report = read(file);
  if (!report) return unreported(endedBadly);
  const { expected, flaky, unexpected, skipped } = report.stats;
  return atLeastOne(endedBadly, { passed: expected + flaky, failed: unexpected, skipped });
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
