import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { sendOneByOne } from "@/lib/one-by-one";
import { fitForPooler, isPooled, startOptions } from "@/lib/pooler";
import { ScopedPool } from "@/lib/scoped-pool";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

/** A client or a transaction: what a write hands to the helpers it calls. */
export type Db = Prisma.TransactionClient;

// Next bundles this module apart from the server around it, and again at every hot reload: one pool for all.
const shared = globalThis as { lokminPool?: ScopedPool; lokminDb?: PrismaClient };

shared.lokminPool ??= new ScopedPool(
  {
    connectionString: process.env.DATABASE_URL,
    max: 14,
    // Each connection is a process of PostgreSQL with memory of its own: a few stay, the others end after a rush.
    min: 2,
    idleTimeoutMillis: 5000,
    // Nobody waits for a connection longer than for an answer.
    connectionTimeoutMillis: 6000,
    // A database that stopped without closing its connections answers nothing, not even its own time-out.
    query_timeout: 25_000,
    ...startOptions,
  },
  { byTransaction: isPooled, allRole: process.env.LOKMIN_ALL_ROLE },
);

/** For the few statements whose speed is measured; everything else goes through `db`. */
export const pool: ScopedPool = shared.lokminPool;
// A connection cut by the database while idle is no reason to fall: the pool opens another.
if (pool.listenerCount("error") === 0) pool.on("error", () => {});
// Neither is one cut between two statements of its holder: the next statement fails.
if (pool.listenerCount("connect") === 0)
  pool.on("connect", (client) => {
    client.on("error", () => {});
    fitForPooler(client);
  });

shared.lokminDb ??= openClient();

function openClient(): PrismaClient {
  const client = new PrismaClient({
    // What was to be written would stand in the message of an error, and so in the log.
    errorFormat: process.env.NODE_ENV === "production" ? "minimal" : "colorless",
    // Many writers wait their turn instead of being refused: Prisma's own limits are two and five seconds.
    transactionOptions: { maxWait: 15_000, timeout: 20_000 },
    adapter: new PrismaPg(pool, {
      statementNameGenerator: ({ sql }) => statementName(sql),
    }),
  });
  sendOneByOne(client);
  return client;
}

export const db: PrismaClient = shared.lokminDb;

function statementName(text: string): string {
  return createHash("md5").update(text).digest("base64url");
}

/**
 * Rows of a statement as pg gives them, on pages that are asked for most: Prisma's client takes a tenth of such a page's
 * time. No days and no bigints: pg reads them otherwise.
 */
export async function readRows<T extends object>({ text, values }: Prisma.Sql): Promise<T[]> {
  const { rows } = await pool.query<T>({ name: statementName(text), text, values });
  return rows;
}

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "P2002" || error.code === "23505");
}

export function isBrokenConstraint(error: unknown): boolean {
  const text = error instanceof Error ? `${"code" in error ? error.code : ""} ${error.message}` : "";
  return /P200[23]|2350[235]/.test(text);
}

/** Whether something can be an id at all: anything else would make PostgreSQL complain instead of finding nothing. */
export function isId(text: unknown): boolean {
  return typeof text === "string" && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
