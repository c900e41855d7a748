import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { pool } from "@/lib/db";
import { log } from "@/lib/log";
import { keyedHash } from "@/lib/secrets";

/**
 * guesses: counted in the database, for all servers on it. failures: likewise, but what goes well costs no statement.
 * load: what one process bears, counted by each for itself.
 */
type Kind = "guesses" | "failures" | "load";

const minute = 60;
const quarter = 15 * minute;
const day = 24 * 60 * minute;

const rules = {
  signInAccount: { points: 8, duration: quarter, kind: "guesses" },
  signInAddress: { points: 60, duration: quarter, kind: "guesses" },
  signInAnywhere: { points: 30, duration: quarter, kind: "guesses" },
  signInSlowly: { points: 1, duration: 10, kind: "guesses" },
  wrongSignInLink: { points: 20, duration: quarter, kind: "guesses" },
  // A code is one in a million, three of which count at a time: 40 guesses a day are one chance in 8,000.
  secondFactor: { points: 8, duration: quarter, kind: "guesses" },
  secondFactorDaily: { points: 40, duration: day, kind: "guesses" },
  passkeyAddress: { points: 120, duration: quarter, kind: "load" },
  oldPassword: { points: 8, duration: quarter, kind: "guesses" },
  wrongLink: { points: 20, duration: minute, kind: "guesses" },
  wrongFeed: { points: 20, duration: minute, kind: "guesses" },
  answerLink: { points: 20, duration: minute, kind: "load" },
  // At every change of a form of twenty questions, and its pages.
  testLink: { points: 120, duration: minute, kind: "load" },
  wrongCode: { points: 100, duration: minute, kind: "failures" },
  checkInAddress: { points: 600, duration: minute, kind: "failures" },
  fileLink: { points: 6, duration: minute, kind: "load" },
  apiToken: { points: 300, duration: minute, kind: "load" },
  wrongApiToken: { points: 20, duration: minute, kind: "guesses" },
  answerAddress: { points: 600, duration: minute, kind: "failures" },
} as const satisfies Record<string, { points: number; duration: number; kind: Kind }>;

export type Limit = keyof typeof rules;

/** Who is over a limit is refused for so long without asking the database again. */
const refusedFor = 10;

const inMemory = new Map<Limit, RateLimiterAbstract>();
const inDatabase = new Map<Limit, RateLimiterAbstract>();

function memoryOf(limit: Limit): RateLimiterAbstract {
  const { points, duration } = rules[limit];
  const limiter = inMemory.get(limit) ?? new RateLimiterMemory({ points, duration });
  inMemory.set(limit, limiter);
  return limiter;
}

/** Where other servers may count too (prisma/run/application.mjs says so); null: each counts for itself. */
function sharedOf(limit: Limit): RateLimiterAbstract | null {
  const { points, duration, kind } = rules[limit];
  if (process.env.LOKMIN_SHARED_LIMITS !== "1" || kind === "load") return null;
  const limiter = inDatabase.get(limit) ?? openShared(limit, { points, duration });
  inDatabase.set(limit, limiter);
  return limiter;
}

function openShared(limit: Limit, { points, duration }: { points: number; duration: number }): RateLimiterAbstract {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: limit,
    points,
    duration,
    inMemoryBlockOnConsumed: points + 1,
    inMemoryBlockDuration: Math.min(refusedFor, duration),
    // While the database is away.
    insuranceLimiter: memoryOf(limit),
  });
}

const limiterOf = (limit: Limit): RateLimiterAbstract => sharedOf(limit) ?? memoryOf(limit);

/** In the database nobody's address or account is kept, only its keyed hash. */
const keyOf = (limit: Limit, key: string): string => (sharedOf(limit) ? keyedHash(key) : key);

export function take(limit: Limit, key: string): Promise<boolean> {
  return consume(limit, limiterOf(limit), keyOf(limit, key));
}

async function consume(limit: Limit, limiter: RateLimiterAbstract, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (rejection) {
    if (rejection instanceof Error) throw rejection;
    // Once, when it is reached; the key is somebody's address or link.
    if (rejection instanceof RateLimiterRes && rejection.consumedPoints === rules[limit].points + 1)
      log.warn({ limit }, "batas tercapai");
    return false;
  }
}

export async function giveBack(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).reward(keyOf(limit, key), 1);
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
  if (rules[limit].kind === "failures" && sharedOf(limit)) return countOnlyFailures(limit, key, work, wentWell);
  if (!(await take(limit, key))) return null;
  const outcome = await work();
  if (wentWell(outcome)) await giveBack(limit, key);
  return outcome;
}

/** What is under way is counted by this process; the database is told of what failed. */
async function countOnlyFailures<T>(
  limit: Limit,
  key: string,
  work: () => Promise<T>,
  wentWell: (outcome: T) => boolean,
): Promise<T | null> {
  const memory = memoryOf(limit);
  const under = `sedang ${key}`;
  if (!(await consume(limit, memory, under))) return null;
  const outcome = await work();
  if (wentWell(outcome)) await memory.reward(under, 1);
  else if (!(await take(limit, key))) await memory.block(under, refusedFor);
  return outcome;
}

export async function forgive(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).delete(keyOf(limit, key));
}
