import {
  chownSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pause } from "@/prisma/run/processes.mjs";
import { dataFolderCopy, emptyFolder } from "./folder";
import { clusterOf, endOf, expectSentence, health, interruptGroup, postgresOf, startLokmin } from "./lokmin";

test("after kill -9 the server is back by itself; after one of everything the next start recovers", async () => {
  const data = dataFolderCopy();
  const first = await startLokmin({ data });
  await first.ready();
  const orphan = postgresOf(data);
  const killed = first.server();
  process.kill(killed, "SIGKILL");
  while ((await health(first.url)) === 200) await pause(20);
  while ((await health(first.url)) !== 200) await pause(20);
  expect(first.server()).not.toBe(killed);
  expect(postgresOf(data)).not.toBe(orphan);
  expect(first.output.stderr).toContain("Server Lokmin mati tiba-tiba (SIGKILL)");

  // Without its keeper a server ends in order.
  await first.stop("SIGKILL");
  while (postgresOf(data)) await pause(50);
  expect(readdirSync(join(data, "kunci"))).toEqual(["bebas"]);

  const second = await startLokmin({ data });
  await second.ready();
  expect(await health(second.url)).toBe(200);
  process.kill(postgresOf(data), "SIGKILL");
  interruptGroup(second.child, "SIGKILL");
  await second.ended;

  const third = await startLokmin({ data });
  await third.ready();
  expect(await health(third.url)).toBe(200);
  expect(await third.stop("SIGTERM")).toMatchObject({ code: 0 });
});

test("a first start cut short leaves nothing running, and the next one begins anew", async () => {
  const data = join(emptyFolder(), "data");
  const cut = await startLokmin({ data });
  while (!postgresOf(data) && cut.child.exitCode === null) await pause(20);
  await cut.stop("SIGTERM");
  for (let waited = 0; postgresOf(data) && waited < 10_000; waited += 100) await pause(100);
  expect(postgresOf(data)).toBe(0);
  expect(readdirSync(join(data, "kunci"))).toEqual(["bebas"]);
  const next = await startLokmin({ data });
  expect(await next.ready()).toContain("Mengisi data contoh");
  await next.stop("SIGTERM");
});

test("a damaged data folder is named in one sentence and left as it is", async () => {
  const data = dataFolderCopy();
  const cluster = clusterOf(data);
  const damages: { file: string; damage: (file: string) => void; sentence: RegExp }[] = [
    { file: join(cluster, "PG_VERSION"), damage: rmSync, sentence: /rusak.+pulihkan dari cadangan/ },
    { file: join(cluster, "global/pg_control"), damage: rmSync, sentence: /rusak.+pulihkan dari cadangan/ },
    {
      file: join(cluster, "global/pg_control"),
      damage: (file) => truncateSync(file, 100),
      sentence: /rusak.+pulihkan dari cadangan/,
    },
    { file: join(data, "rahasia.json"), damage: rmSync, sentence: /tidak lengkap: rahasia\.json hilang/ },
    {
      file: join(data, "rahasia.json"),
      damage: (file) => writeFileSync(file, "{"),
      sentence: /tidak lengkap: isi rahasia\.json tidak terbaca/,
    },
    {
      file: join(data, "rahasia.json"),
      damage: (file) => writeFileSync(file, JSON.stringify({ databasePassword: "x", secret: "y", demoPassword: "z" })),
      sentence: /rahasia\.json bukan milik folder data ini\. Datanya utuh/,
    },
  ];
  for (const { file, damage, sentence } of damages) {
    const kept = `${file}.utuh`;
    renameSync(file, kept);
    writeFileSync(file, readFileSync(kept));
    // PostgreSQL's own user: a file of another owner is another fault.
    const { uid, gid } = statSync(kept);
    chownSync(file, uid, gid);
    damage(file);
    expectSentence(await endOf({ data }), sentence);
    expect(postgresOf(data)).toBe(0);
    rmSync(file, { force: true });
    renameSync(kept, file);
  }
  const healed = await startLokmin({ data });
  await healed.ready();
  await healed.stop("SIGTERM");
});

test("a database that ends underneath is noticed, and started again", async () => {
  const data = dataFolderCopy();
  const server = await startLokmin({ data });
  await server.ready();
  expect(await health(server.url)).toBe(200);
  process.kill(postgresOf(data), "SIGINT");
  while ((await health(server.url)) === 200) await pause(20);
  expect(await health(server.url)).toBe(503);
  while ((await health(server.url)) !== 200) await pause(100);
  await server.stop("SIGTERM");
});
