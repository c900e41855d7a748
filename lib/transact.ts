import { isRefusal } from "@/lib/actor";
import { acrossOffices } from "@/lib/database-scope";
import { type Db, db, isUniqueViolation } from "@/lib/db";
import { insideTransaction } from "@/lib/transaction-context";
import { labelUnavailable } from "@/lib/unavailable";
import { inTurn } from "@/lib/write-turns";

type Options<T> = {
  /** What answers a row that exists already: asked after everything was rolled back, so it may read with `db`. */
  onDuplicate?: () => T | Promise<T>;
  /** Milliseconds; only for imports, which write thousands of rows. */
  timeout?: number;
  maxWait?: number;
  /** With every office's rows: for the few writes that move something from one office to another. */
  acrossOffices?: boolean;
};

class RolledBack extends Error {}

/**
 * Runs a write in one transaction. A refusal returned from it rolls everything back and is returned, an error thrown in
 * it rolls everything back and is thrown.
 * @param work reads and writes through `tx` alone: a second connection asked for inside can exhaust the pool
 */
export async function transact<T>(work: (tx: Db) => Promise<T>, options: Options<T> = {}): Promise<T> {
  const { acrossOffices: isWide = false, ...narrow } = options;
  if (isWide) return acrossOffices(() => transact(work, narrow));
  const { onDuplicate, ...limits } = narrow;
  const refusals: T[] = [];
  try {
    return await inTurn(() =>
      db.$transaction(async (tx) => {
        const result = await insideTransaction(() => work(tx));
        if (!isRefusal(result)) return result;
        refusals.push(result);
        throw new RolledBack();
      }, limits),
    );
  } catch (error) {
    const [refusal] = refusals;
    if (error instanceof RolledBack && refusal) return refusal;
    if (onDuplicate && isUniqueViolation(error)) return onDuplicate();
    labelUnavailable(error);
    throw error;
  }
}
