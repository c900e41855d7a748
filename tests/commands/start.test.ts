import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dataFolderCopy, emptyFolder } from "./folder";
import { endOf, expectSentence, health, interruptGroup, postgresOf, startLokmin } from "./lokmin";

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
  expect(readdirSync(join(data, "kunci"))).toEqual(["bebas"]);

  const second = await startLokmin({ data });
  const said = await second.ready();
  expect(said).not.toContain("Mengisi data contoh");
  for (const { email } of accounts) expect(said).toContain(email);
  expect(await second.stop("SIGTERM")).toMatchObject({ code: 0 });
  expect(postgresOf(data)).toBe(0);
});

test("a new secret with the one of before seals everything anew; links that staff copy are the same", async () => {
  const data = dataFolderCopy();
  const file = join(data, "rahasia.json");
  const secrets = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...secrets, secret: "rahasia-baru-yang-cukup-panjang-0123456789" }), {
    mode: 0o600,
  });
  expectSentence(await endOf({ data }), /bukan kunci yang dipakai basis data ini.+LOKMIN_OLD_SECRET/);
  const env = { LOKMIN_NEW_SECRET: "1", LOKMIN_OLD_SECRET: secrets.secret };
  const first = await startLokmin({ data, env });
  const [, count = "0"] = /(\d+) disegel dengan kunci yang baru/.exec(await first.ready()) ?? [];
  expect(Number(count)).toBeGreaterThan(100);
  await first.stop("SIGTERM");
  const again = await startLokmin({ data, env });
  expect(await again.ready()).toContain("0 disegel dengan kunci yang baru");
  expect(await again.stop("SIGTERM")).toMatchObject({ code: 0 });
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
