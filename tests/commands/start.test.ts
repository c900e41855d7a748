import { existsSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pause } from "@/prisma/run/processes.mjs";
import { dataFolderCopy, emptyFolder } from "./folder";
import { clusterOf, type Ended, endOf, health, interruptGroup, postgresOf, startLokmin } from "./lokmin";

/** Ended with 1 and one sentence: no stack, nothing else on the error stream. */
function expectSentence({ code, stderr }: Ended, sentence: RegExp) {
  expect(stderr.trim()).toMatch(sentence);
  expect(stderr.trim().split("\n"), stderr).toHaveLength(1);
  expect(stderr).toMatch(/^\s*✗ /);
  expect(code).toBe(1);
}

test("Ctrl-C stops everything in order, and the next start finds the data as they were", async () => {
  const data = dataFolderCopy();
  const first = await startLokmin({ data });
  expect(await first.ready()).toContain(`Lokmin siap di http://localhost:${first.port}`);
  expect(await health(first.url)).toBe(200);
  expect(statSync(join(data, "rahasia.json")).mode & 0o777).toBe(0o600);
  const accounts = JSON.parse(readFileSync(join(data, "demo.json"), "utf8")).accounts;

  interruptGroup(first.child);
  expect(await first.ended).toMatchObject({ code: 0, stderr: "" });
  expect(postgresOf(data)).toBe(0);
  expect(existsSync(join(data, "sedang-jalan"))).toBe(false);

  const second = await startLokmin({ data });
  const said = await second.ready();
  expect(said).not.toContain("Mengisi data contoh");
  for (const { email } of accounts) expect(said).toContain(email);
  expect(await second.stop("SIGTERM")).toMatchObject({ code: 0 });
  expect(postgresOf(data)).toBe(0);
});

test("a second start on the same folder is refused in one sentence, on the same port or another", async () => {
  const data = dataFolderCopy();
  const first = await startLokmin({ data });
  await first.ready();
  expectSentence(await endOf({ data }), /Lokmin sudah berjalan di folder data .+ \(proses \d+\)/);
  expectSentence(await endOf({ data, port: first.port }), /Lokmin sudah berjalan di folder data/);
  expect(await health(first.url)).toBe(200);
  await first.stop("SIGTERM");
});

test("a busy port, an impossible port and a wrong address are refused in one sentence", async () => {
  const data = join(emptyFolder(), "data");
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  expectSentence(await endOf({ data, port }), new RegExp(`Port ${port} sedang dipakai program lain`));
  other.close();
  expectSentence(await endOf({ data, env: { PORT: "delapan" } }), /PORT harus angka 1 sampai 65535, bukan "delapan"/);
  expectSentence(await endOf({ data, env: { APP_URL: "lokmin.contoh" } }), /APP_URL harus seperti https:/);
  expectSentence(await endOf({ data, env: { HOST: "203.0.113.9" } }), /HOST 203\.0\.113\.9 bukan alamat mesin ini/);
  expect(existsSync(data)).toBe(false);
});

test("the address others use is printed, and said to browsers", async () => {
  const data = dataFolderCopy();
  const server = await startLokmin({ data, env: { HOST: "0.0.0.0", APP_URL: "https://lokmin.contoh.go.id/" } });
  expect(await server.ready()).toMatch(/^Lokmin siap di https:\/\/lokmin\.contoh\.go\.id \(/m);
  const page = await fetch(`${server.url}/masuk`);
  expect(page.headers.get("strict-transport-security")).toContain("max-age");
  await server.stop("SIGTERM");
});

test("after kill -9 the next start recovers: of the server alone, and of everything", async () => {
  const data = dataFolderCopy();
  const first = await startLokmin({ data });
  await first.ready();
  const orphan = postgresOf(data);
  await first.stop("SIGKILL");
  expect(postgresOf(data)).toBe(orphan);

  const second = await startLokmin({ data });
  await second.ready();
  expect(await health(second.url)).toBe(200);
  expect(postgresOf(data)).not.toBe(orphan);
  process.kill(postgresOf(data), "SIGKILL");
  await second.stop("SIGKILL");

  const third = await startLokmin({ data });
  await third.ready();
  expect(await health(third.url)).toBe(200);
  expect(await third.stop("SIGTERM")).toMatchObject({ code: 0 });
});

test("a first start cut short leaves nothing running, and the next one begins anew", async () => {
  const data = join(emptyFolder(), "data");
  const cut = await startLokmin({ data });
  while (!existsSync(clusterOf(data)) && cut.child.exitCode === null) await pause(20);
  await pause(150);
  await cut.stop("SIGTERM");
  for (let waited = 0; postgresOf(data) && waited < 10_000; waited += 100) await pause(100);
  expect(postgresOf(data)).toBe(0);
  expect(existsSync(join(data, "sedang-jalan"))).toBe(false);
  const next = await startLokmin({ data });
  expect(await next.ready()).toContain("Mengisi data contoh");
  await next.stop("SIGTERM");
});

test("a damaged data folder is named in one sentence and left as it is", async () => {
  const data = dataFolderCopy();
  const cluster = clusterOf(data);
  const damages: { file: string; damage: (file: string) => void; sentence: RegExp }[] = [
    { file: join(cluster, "PG_VERSION"), damage: rmSync, sentence: /rusak.+Pulihkan dari cadangan/ },
    { file: join(cluster, "global/pg_control"), damage: rmSync, sentence: /rusak.+Pulihkan dari cadangan/ },
    {
      file: join(cluster, "global/pg_control"),
      damage: (file) => truncateSync(file, 100),
      sentence: /rusak.+Pulihkan dari cadangan/,
    },
    { file: join(data, "rahasia.json"), damage: rmSync, sentence: /rusak: rahasia\.json hilang/ },
    {
      file: join(data, "rahasia.json"),
      damage: (file) => writeFileSync(file, "{"),
      sentence: /rusak: rahasia\.json tidak terbaca/,
    },
    {
      file: join(data, "rahasia.json"),
      damage: (file) => writeFileSync(file, JSON.stringify({ databasePassword: "x", secret: "y", demoPassword: "z" })),
      sentence: /Kata sandi basis data di folder data tidak cocok/,
    },
  ];
  for (const { file, damage, sentence } of damages) {
    const kept = `${file}.utuh`;
    renameSync(file, kept);
    writeFileSync(file, readFileSync(kept));
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
