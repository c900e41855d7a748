import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds between attempts, some ten seconds together. */
const waits = [20, 50, 100, 200, 400, 800, 1600, 3200, 3200];

type Options = { platform?: NodeJS.Platform; sleep?: (milliseconds: number) => Promise<unknown> };

/** On Windows a virus scanner holds what was just written for a moment, and renaming it fails meanwhile. */
export async function whileHeld(
  work: () => Promise<void>,
  { platform = process.platform, sleep = pause }: Options = {},
): Promise<void> {
  for (const wait of platform === "win32" ? waits : []) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (!["EPERM", "EACCES", "EBUSY"].includes(code)) throw error;
    }
    await sleep(wait);
  }
  return work();
}
