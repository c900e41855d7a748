import pg from "pg";
import { currentScope, type Scope } from "@/lib/database-scope";
import { scopeEachTransaction } from "@/lib/scoped-transactions";

type Lent = (error: Error | undefined, client?: pg.PoolClient, release?: (gone?: Error | boolean) => void) => void;

const setStatement = { name: "scope-set", text: "SELECT set_config('lokmin.scope', $1, false)" };

/**
 * A pool whose connections are lent with the scope of who asks for them; the policies of the database read it.
 * @param byTransaction where a pooler gives the next transaction another session: the scope is said in each
 */
export class ScopedPool extends pg.Pool {
  readonly #scopes = new WeakMap<pg.PoolClient, Scope>();
  readonly #byTransaction: boolean;

  constructor(config: pg.PoolConfig, { byTransaction }: { byTransaction: boolean }) {
    super(config);
    this.#byTransaction = byTransaction;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(lent: Lent): void;
  override connect(lent?: Lent): Promise<pg.PoolClient> | undefined {
    // Of now: whoever waits gets his connection while another request runs.
    const scope = currentScope();
    if (lent) this.#lend(scope, lent);
    else
      return new Promise((done, fail) =>
        this.#lend(scope, (error, client) => (client ? done(client) : fail(error ?? new Error("no connection")))),
      );
  }

  #lend(scope: Scope, lent: Lent): void {
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
