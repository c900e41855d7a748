// What the commands say to the person who started them: steps with their seconds, and one sentence when it ends badly.
import { ending } from "./stopping.mjs";

/** An end that needs one sentence and no stack trace. */
export class Stop extends Error {}

/**
 * Runs a step that may take long and says how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const from = performance.now();
  console.log(`• ${what} …`);
  const result = await work();
  console.log(`  ${what}: selesai (${seconds(performance.now() - from)})`);
  return result;
}

/**
 * A command with a setting before it, as it is typed on this system.
 * @param {string} name @param {string | number} value @param {NodeJS.Platform} [platform]
 */
export function startWith(name, value, platform = process.platform) {
  // A blank before && would belong to the value.
  return platform === "win32" ? `set ${name}=${value}&& npm start` : `${name}=${value} npm start`;
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1).replace(".", ",")} detik`;
}

/**
 * Runs a command's main function: a Stop prints its sentence, anything else its stack; both end with 1.
 * @param {() => Promise<void>} main
 */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    if (ending.begun) return;
    console.error(error instanceof Stop ? `\n✗ ${error.message}` : error);
    process.exit(1);
  }
}
