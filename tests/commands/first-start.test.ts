// A first start that ends at any moment, by a signal or by the power, is followed by one that comes up whole.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listMigrations } from "@/prisma/run/migrate.mjs";
import { isAlive, pause } from "@/prisma/run/processes.mjs";
import { emptyFolder } from "./folder";
import { postgresOf, startLokmin } from "./lokmin";
import { page, signIn } from "./visit";

/** Each takes as long as a start and a half: many of them are for a machine of one's own. */
const cuts = Number(process.env.LOKMIN_CUTS ?? 3);

const ways = ["power", "SIGKILL", "SIGTERM", "SIGINT"] as const;

type Started = Awaited<ReturnType<typeof startLokmin>>;

async function cut({ child, ended }: Started, data: string, way: (typeof ways)[number]) {
  const group = -(child.pid ?? 0);
  const database = postgresOf(data);
  try {
    process.kill(group, way === "power" ? "SIGKILL" : way);
    // PostgreSQL is its own master, as it is without power.
    if (way === "power" && database) process.kill(database, "SIGKILL");
  } catch {
    // It was faster.
  }
  await ended;
  while (way === "power" && database && isAlive(database)) await pause(20);
}

async function expectWhole(server: Started, data: string) {
  const health = await fetch(`${server.url}/api/sehat`);
  expect(await health.json()).toMatchObject({ ok: true, migrations: (await listMigrations()).length });
  const { accounts, password } = JSON.parse(readFileSync(join(data, "demo.json"), "utf8"));
  const cookie = await signIn(server.url, accounts[0].email, password);
  for (const path of ["/beranda", "/kegiatan", "/mitra", "/capaian"])
    expect((await page(server.url, path, cookie)).status, path).toBe(200);
}

test(`cut at ${cuts} random moments, each next start has everything or says why not`, {
  timeout: 120_000 + cuts * 60_000,
}, async () => {
  const whole = await startLokmin({ data: join(emptyFolder(), "data") });
  const begun = performance.now();
  await whole.ready();
  const duration = performance.now() - begun;
  await whole.stop("SIGTERM");
  const told: string[] = [];
  for (let number = 0; number < cuts; number += 1) {
    const data = join(emptyFolder(), "data");
    const first = await startLokmin({ data });
    const moment = Math.random() * duration;
    const way = ways[number % ways.length] ?? "power";
    await pause(moment);
    await cut(first, data, way);
    const place = `${way} after ${Math.round(moment)} of ${Math.round(duration)} ms`;
    const next = await startLokmin({ data });
    const said = await next.ready().then(
      () => null,
      () => next.output.stderr.trim(),
    );
    if (said === null) {
      await expectWhole(next, data);
      await next.stop("SIGTERM");
    } else expect(said, place).toMatch(/^✗ [^\n]+$/);
    told.push(`${place}: ${said ?? "whole"}`);
  }
  if (cuts > 3) console.log(told.join("\n"));
});
