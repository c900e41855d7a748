// A database that stops ends what was asked of it, never the process that asked.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { pool } from "@/lib/db";
import { root } from "@/prisma/run/prepare.mjs";
import { asOwner } from "@/tests/setup/owner";
import { startRelay } from "@/tests/setup/postgres-proxy";

/** What PostgreSQL says to every connection when it is told to stop. */
function shutdownNotice(): Buffer {
  const fields = ["SFATAL", "VFATAL", "C57P01", "Mterminating connection due to administrator command", ""];
  const body = Buffer.from(fields.map((field) => `${field}\0`).join(""));
  const head = Buffer.alloc(5, "E");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

test("a database that stops while the queue's tables are made ready ends no process", async () => {
  const relay = await startRelay(process.env.DATABASE_URL ?? "", { farewell: shutdownNotice() });
  const queue = pathToFileURL(join(root, "prisma/run/queue.mjs")).href;
  const script = `const { prepareQueue } = await import(${JSON.stringify(queue)});
    await prepareQueue(${JSON.stringify(relay.url)}); console.log("ready");`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
  expect({ stdout, stderr }).toEqual({ stdout: "ready\n", stderr: "" });
  await relay.close();
});

test("a connection cut between two statements fails the next statement, and nothing else", async () => {
  const client = await pool.connect();
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const ended = new Promise((done) => client.once("end", done));
  await asOwner(["SELECT pg_terminate_backend($1)", [rows[0]?.pid]]);
  await ended;
  await expect(client.query("SELECT 1")).rejects.toThrow();
  client.release(true);
  expect((await pool.query("SELECT 1")).rowCount).toBe(1);
});
