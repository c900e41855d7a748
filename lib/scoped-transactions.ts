import pg from "pg";
import type { Scope } from "@/lib/database-scope";

/** Says the scope at the beginning of every transaction, and makes one of every statement outside. */
export function scopeEachTransaction(client: pg.PoolClient, scopeNow: () => Scope): void {
  const begin = () => `BEGIN; SELECT set_config('lokmin.scope', ${pg.escapeLiteral(scopeNow())}, true)`;
  let isOpen = false;
  client.query = new Proxy(client.query, {
    apply(query, self, given: unknown[]) {
      const [first] = given;
      // A stream of COPY is sent inside a transaction that its sender began.
      if (typeof first === "object" && first !== null && "submit" in first) return Reflect.apply(query, self, given);
      const answer = given.at(-1);
      const send = (...statement: unknown[]): Promise<unknown> => Reflect.apply(query, self, statement);
      const whole = typeof answer === "function" ? given.slice(0, -1) : given;
      const run = async () => {
        const text = textOf(first);
        if (text === "BEGIN") {
          const begun = await send(begin());
          isOpen = true;
          return Array.isArray(begun) ? begun[0] : begun;
        }
        if (text === "COMMIT" || text === "ROLLBACK") isOpen = false;
        else if (!isOpen) return alone(whole);
        return send(...whole);
      };
      const alone = async (statement: unknown[]) => {
        await send(begin());
        try {
          const result = await send(...statement);
          await send("COMMIT");
          return result;
        } catch (error) {
          await send("ROLLBACK").catch(() => {});
          throw error;
        }
      };
      const running = run();
      if (typeof answer !== "function") return running;
      running.then(
        (result) => answer(undefined, result),
        (error) => answer(error),
      );
    },
  });
}

function textOf(statement: unknown): string {
  if (typeof statement === "string") return statement.trim();
  return typeof statement === "object" && statement !== null && "text" in statement
    ? String(statement.text).trim()
    : "";
}
