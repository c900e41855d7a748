// How long each part took, and what in it took longest.

/** @typedef {{ name: string, milliseconds: number, tests: import("./test-report.mjs").Timed[] }} Part */

const shown = 15;

/** @param {Part[]} parts */
export function timesOf(parts) {
  return parts
    .map(({ name, milliseconds, tests }) => [heading(name, milliseconds), ...slowest(tests)].join("\n"))
    .join("\n");
}

/** @param {string} name @param {number} milliseconds */
const heading = (name, milliseconds) => `\n${name}: ${decimal(milliseconds / 60_000)} menit`;

/** @param {import("./test-report.mjs").Timed[]} tests */
function slowest(tests) {
  return [...tests]
    .sort((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, shown)
    .map(({ title, file, milliseconds }) => `${decimal(milliseconds / 1000).padStart(8)} detik  ${file}: ${title}`);
}

/** @param {number} number */
const decimal = (number) => number.toFixed(1).replace(".", ",");
