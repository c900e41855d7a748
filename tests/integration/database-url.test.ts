// What is between the app and its database, asked before anything is served.
import pg from "pg";
import { expect, inject, test } from "vitest";
import { requireOwnSession, requireUsable } from "@/prisma/run/database-url.mjs";
import { startRelay } from "@/tests/setup/postgres-proxy";

/** The first message without the settings that the client asks for, as a pooler that ignores them passes it on. */
function withoutOptions(message: Buffer): Buffer {
  const pairs = message.subarray(8).toString("utf8").split("\0");
  const kept: string[] = [];
  for (let index = 0; index + 1 < pairs.length && pairs[index]; index += 2)
    if (pairs[index] !== "options") kept.push(pairs[index] ?? "", pairs[index + 1] ?? "");
  const body = Buffer.from(`${kept.map((part) => `${part}\0`).join("")}\0`);
  const head = Buffer.from(message.subarray(0, 8));
  head.writeInt32BE(8 + body.length, 0);
  return Buffer.concat([head, body]);
}

test("a proxy that drops the session's zone is refused with the statement that mends it", async () => {
  await requireUsable(inject("adminUrl"));
  const relay = await startRelay(inject("adminUrl"), { startup: withoutOptions });
  await expect(requireUsable(relay.url)).rejects.toThrow(/semua jam akan bergeser.+ALTER ROLE "lokmin" IN DATABASE/);
  await relay.close();
});

test("a database that can only be read is refused", async () => {
  const admin = new pg.Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  await admin.query("DROP DATABASE IF EXISTS lokmin_read_only");
  await admin.query("CREATE DATABASE lokmin_read_only TEMPLATE template0");
  await admin.query("ALTER DATABASE lokmin_read_only SET default_transaction_read_only = on");
  const url = new URL(inject("adminUrl"));
  url.pathname = "/lokmin_read_only";
  await expect(requireUsable(url.href)).rejects.toThrow(/hanya dapat dibaca/);
  await admin.query("DROP DATABASE lokmin_read_only WITH (FORCE)");
  await admin.end();
});

/** A client of a pooler: each statement outside a transaction is answered by whichever backend is free. */
function pooled(backends: number[]) {
  let held: number | undefined;
  return {
    async query(sql: string) {
      if (sql === "ROLLBACK" && held !== undefined) backends.unshift(held);
      if (sql === "BEGIN") held = backends.shift();
      return { rows: [{ pid: held ?? backends[0] }] };
    },
  };
}

test("a pooler that shares connections between transactions is refused, one that does not is taken", async () => {
  const shared = [101, 102];
  await expect(requireOwnSession(pooled(shared), pooled(shared))).rejects.toThrow(/pool_mode=session/);
  await requireOwnSession(pooled([101]), pooled([102]));
});
