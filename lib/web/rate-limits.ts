import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { log } from "@/lib/log";

// One process serves one office or one kabupaten, so counts live in its memory. Village phones share addresses
// (CGNAT): limits per address are wide and count failures, limits per account or link are narrow.

const limits = {
  /** Failed sign-ins of one account from one address. */
  signInAccount: new RateLimiterMemory({ points: 8, duration: 15 * 60 }),
  /** Failed sign-ins from one address. */
  signInAddress: new RateLimiterMemory({ points: 60, duration: 15 * 60 }),
  /** Failed sign-ins of one account from anywhere; beyond them its sign-ins slow down. */
  signInAnywhere: new RateLimiterMemory({ points: 30, duration: 15 * 60 }),
  /** Sign-ins of an account that was guessed at from many addresses. */
  signInSlowly: new RateLimiterMemory({ points: 1, duration: 10 }),
  /** Sign-in and set-up links that do not exist, from one address. */
  wrongSignInLink: new RateLimiterMemory({ points: 20, duration: 15 * 60 }),
  /** Wrong present passwords of one account that wants a new one. */
  oldPassword: new RateLimiterMemory({ points: 8, duration: 15 * 60 }),
  /** Addresses of personal links that do not exist. */
  wrongLink: new RateLimiterMemory({ points: 20, duration: 60 }),
  /** Addresses of calendars that do not exist or were revoked. */
  wrongFeed: new RateLimiterMemory({ points: 20, duration: 60 }),
  /** Answers and reports through one link. */
  answerLink: new RateLimiterMemory({ points: 20, duration: 60 }),
  /** Check-in codes that are not shown now: a whole hall may share one address. */
  wrongCode: new RateLimiterMemory({ points: 100, duration: 60 }),
  /** Check-ins from one address that failed. */
  checkInAddress: new RateLimiterMemory({ points: 600, duration: 60 }),
  /** Files through one link. */
  fileLink: new RateLimiterMemory({ points: 6, duration: 60 }),
  /** Answers and reports from one address that failed: a whole kecamatan may share one. */
  answerAddress: new RateLimiterMemory({ points: 600, duration: 60 }),
};

export type Limit = keyof typeof limits;

/** Counts one and tells whether it is still within the limit. */
export async function take(limit: Limit, key: string): Promise<boolean> {
  try {
    await limits[limit].consume(key);
    return true;
  } catch (rejection) {
    if (rejection instanceof Error) throw rejection;
    // Once, when it is reached; the key is somebody's address or link.
    if (rejection instanceof RateLimiterRes && rejection.consumedPoints === limits[limit].points + 1)
      log.warn({ limit }, "batas tercapai");
    return false;
  }
}

/** Takes one count back: it was no failure. */
export async function giveBack(limit: Limit, key: string): Promise<void> {
  await limits[limit].reward(key, 1);
}

/**
 * Counts before the work, and takes it back where the work went well: however many come at once, no more than the
 * limit fail.
 * @returns null where the limit is used up; nothing was done then
 */
export async function countFailures<T>(
  limit: Limit,
  key: string,
  work: () => Promise<T>,
  wentWell: (outcome: T) => boolean,
): Promise<T | null> {
  if (!(await take(limit, key))) return null;
  const outcome = await work();
  if (wentWell(outcome)) await giveBack(limit, key);
  return outcome;
}

export async function forgive(limit: Limit, key: string): Promise<void> {
  await limits[limit].delete(key);
}
