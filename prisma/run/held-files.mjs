// Moving and removing. On Windows a virus scanner holds what was just written for a moment, and both fail meanwhile.
// Node's own rmSync is not used: that of Node 24 (seen up to 24.13) does nothing there, and says nothing, where a folder
// above has a letter like é.
import { existsSync, readdirSync, renameSync, rmdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";

/** Milliseconds between attempts, some ten seconds together. */
export const waits = [20, 50, 100, 200, 400, 800, 1600, 3200, 3200];

/** @param {unknown} error */
export const isHeld = (error) =>
  error instanceof Error && "code" in error && ["EPERM", "EACCES", "EBUSY", "ENOTEMPTY"].includes(String(error.code));

/**
 * Tries again while another program holds a file; elsewhere than on Windows such an error is final.
 * @param {() => unknown} work
 * @param {{ platform?: NodeJS.Platform, sleep?: (milliseconds: number) => void }} [options]
 */
export function whileHeld(work, { platform = process.platform, sleep = sleepHere } = {}) {
  for (const wait of platform === "win32" ? waits : []) {
    try {
      work();
      return;
    } catch (error) {
      if (!isHeld(error)) throw error;
    }
    sleep(wait);
  }
  work();
}

/** @param {string} from @param {string} to */
export const move = (from, to) => whileHeld(() => renameSync(from, to));

/** A file or a link, where it is there. @param {string} path */
export const removeFile = (path) => whileHeld(() => unlessGone(() => unlinkSync(path)));

/** A folder with all in it, where it is there. @param {string} path */
export const removeFolder = (path) => whileHeld(() => existsSync(path) && removeTree(path));

/** Links are removed, not what they lead to. @param {string} folder */
function removeTree(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const inner = join(folder, entry.name);
    if (entry.isDirectory()) unlessGone(() => removeTree(inner));
    else unlessGone(() => unlinkSync(inner));
  }
  unlessGone(() => rmdirSync(folder));
}

/** @param {() => void} remove */
function unlessGone(remove) {
  try {
    remove();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

/** @param {number} milliseconds */
function sleepHere(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
