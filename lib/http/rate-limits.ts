import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { log } from "@/lib/log";

const limits = {
  signInAccount: new RateLimiterMemory({ points: 8, duration: 15 * 60 }),
  signInAddress: new RateLimiterMemory({ points: 60, duration: 15 * 60 }),
  signInAnywhere: new RateLimiterMemory({ points: 30, duration: 15 * 60 }),
  signInSlowly: new RateLimiterMemory({ points: 1, duration: 10 }),
  wrongSignInLink: new RateLimiterMemory({ points: 20, duration: 15 * 60 }),
  // A code is one in a million, three of which count at a time: 40 guesses a day are one chance in 8,000.
  secondFactor: new RateLimiterMemory({ points: 8, duration: 15 * 60 }),
  secondFactorDaily: new RateLimiterMemory({ points: 40, duration: 24 * 3600 }),
  oldPassword: new RateLimiterMemory({ points: 8, duration: 15 * 60 }),
  wrongLink: new RateLimiterMemory({ points: 20, duration: 60 }),
  wrongFeed: new RateLimiterMemory({ points: 20, duration: 60 }),
  answerLink: new RateLimiterMemory({ points: 20, duration: 60 }),
  // At every change of a form of twenty questions, and its pages.
  testLink: new RateLimiterMemory({ points: 120, duration: 60 }),
  wrongCode: new RateLimiterMemory({ points: 100, duration: 60 }),
  checkInAddress: new RateLimiterMemory({ points: 600, duration: 60 }),
  fileLink: new RateLimiterMemory({ points: 6, duration: 60 }),
  apiToken: new RateLimiterMemory({ points: 300, duration: 60 }),
  wrongApiToken: new RateLimiterMemory({ points: 20, duration: 60 }),
  answerAddress: new RateLimiterMemory({ points: 600, duration: 60 }),
};

export type Limit = keyof typeof limits;

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

export async function giveBack(limit: Limit, key: string): Promise<void> {
  await limits[limit].reward(key, 1);
}

/**
 * Counts before the work and gives back on success, so that parallel guesses cannot pass the limit.
 * @returns null where the limit is used up
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
