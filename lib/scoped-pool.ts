import pg from "pg";
import { currentScope, type Scope } from "@/lib/database-scope";
import { scopeEachTransaction } from "@/lib/scoped-transactions";

type Lent = (error: Error | undefined, client?: pg.PoolClient, release?: (gone?: Error | boolean) => void) => void;

type Options = {
  /** Where a pooler gives the next transaction another session: the scope is said in each. */
  byTransaction: boolean;
  /** A role that the policies let through without a question, for the scope "all"; none: they ask for the scope there too. */
  allRole?: string | undefined;
};

const setStatement = { name: "scope-set", text: "SELECT set_config('lokmin.scope', $1, false)" };

/**
 * A pool whose connections are lent with the scope of who asks for them; the policies of the database read it. What shows
 * every office's rows has connections of its own.
 */
export class ScopedPool extends pg.Pool {
  readonly #scopes = new WeakMap<pg.PoolClient, Scope>();
  readonly #byTransaction: boolean;
  readonly #forAll: pg.Pool | null;

  constructor(config: pg.PoolConfig, { byTransaction, allRole }: Options) {
    super(config);
    this.#byTransaction = byTransaction;
    this.#forAll = byTransaction ? null : openForAll(config, allRole);
    for (const event of ["connect", "error"] as const)
      this.#forAll?.on(event, (told: unknown, ...others: unknown[]) => this.emit(event, told, ...others));
  }

  /** How many there are, lie idle, and are waited for. */
  connections(): { all: number; idle: number; waiting: number } {
    const pools = [this, ...(this.#forAll ? [this.#forAll] : [])];
    const sum = (counted: (pool: pg.Pool) => number) => pools.reduce((total, pool) => total + counted(pool), 0);
    return {
      all: sum((pool) => pool.totalCount),
      idle: sum((pool) => pool.idleCount),
      waiting: sum((pool) => pool.waitingCount),
    };
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(lent: Lent): void;
  override connect(lent?: Lent): Promise<pg.PoolClient> | undefined {
    // Of now: who waits gets his connection while another request runs.
    const scope = currentScope();
    if (lent) this.#lend(scope, lent);
    else
      return new Promise((done, fail) =>
        this.#lend(scope, (error, client) => (client ? done(client) : fail(error ?? new Error("no connection")))),
      );
  }

  override end(): Promise<void>;
  override end(done: () => void): void;
  override end(done?: () => void): Promise<void> | undefined {
    const ended = Promise.all([super.end(), this.#forAll?.end()]).then(() => {});
    if (!done) return ended;
    ended.then(done, done);
  }

  #lend(scope: Scope, lent: Lent): void {
    if (scope === "all" && this.#forAll) {
      this.#forAll.connect(lent);
      return;
    }
    super.connect((error, client, release) => {
      if (error || !client) return lent(error ?? new Error("no connection"));
      const known = this.#scopes.get(client);
      if (known === scope) return lent(undefined, client, release);
      if (this.#byTransaction) {
        if (known === undefined) scopeEachTransaction(client, () => this.#scopes.get(client) ?? "");
        this.#scopes.set(client, scope);
        return lent(undefined, client, release);
      }
      client.query({ ...setStatement, values: [scope] }).then(
        () => {
          this.#scopes.set(client, scope);
          lent(undefined, client, release);
        },
        (failed: Error) => {
          release(failed);
          lent(failed);
        },
      );
    });
  }
}

function openForAll(config: pg.PoolConfig, role: string | undefined): pg.Pool {
  const scope = "-c lokmin.scope=all";
  const options = [config.options, scope, ...(role ? [`-c role=${role}`] : [])].filter(Boolean).join(" ");
  return new pg.Pool({ ...config, min: 1, options });
}
