// npm run cadangan and npm run pulihkan, as somebody types them, beside a server that runs.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentOf } from "@/tests/setup/databases";
import { dataFolderCopy, emptyFolder } from "./folder";
import { clusterOf, endOf, expectSentence, startLokmin } from "./lokmin";
import { page, signIn } from "./visit";

const passphrase = { LOKMIN_BACKUP_PASSPHRASE: "kuda benar baterai staples" };

/** Of the PostgreSQL that runs in a data folder. */
function urlOf(data: string): string {
  const [, , , port] = readFileSync(join(clusterOf(data), "postmaster.pid"), "utf8").split("\n");
  const { databasePassword } = JSON.parse(readFileSync(join(data, "rahasia.json"), "utf8"));
  return `postgresql://lokmin:${databasePassword}@127.0.0.1:${port}/lokmin`;
}

const secretOf = (data: string) => JSON.parse(readFileSync(join(data, "rahasia.json"), "utf8")).secret;

test("a backup of a running installation is restored on another machine: rows, files and links", async () => {
  const data = dataFolderCopy();
  const folder = emptyFolder();
  const server = await startLokmin({ data, env: { LOKMIN_WORKER: "terpisah" } });
  await server.ready();
  const { accounts, links, password } = JSON.parse(readFileSync(join(data, "demo.json"), "utf8"));
  const cookie = await signIn(server.url, accounts[0].email, password);
  const link: string = links[0].path;
  expect((await page(server.url, link, "")).status).toBe(200);

  const file = join(folder, "cadangan.lokmin");
  const made = await endOf({ data, command: "backup", args: [file], env: passphrase });
  expect(made, made.stderr).toMatchObject({ code: 0, stderr: "" });
  expect(made.stdout).toContain(`Cadangan selesai dan sudah diperiksa: ${file}`);
  expect(made.stdout).toContain("Mencadangkan: 100 %");
  expect(made.stdout).not.toContain("Kunci tautan tidak ikut");
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toEqual(["cadangan.lokmin"]);
  expectSentence(await endOf({ data, command: "backup", args: [file] }), /sudah ada\. Pilih nama lain/);

  const other = join(emptyFolder(), "data");
  const restore = { data: other, command: "restore" as const, args: [file] };
  expectSentence(await endOf(restore), /Isi LOKMIN_BACKUP_PASSPHRASE/);
  const wrong = { LOKMIN_BACKUP_PASSPHRASE: "bukan kata sandinya" };
  expectSentence(await endOf({ ...restore, env: wrong }), /yang hilang ialah semua data sampai/);
  expect(existsSync(other)).toBe(false);
  const restored = await endOf({ ...restore, env: passphrase });
  expect(restored, restored.stderr).toMatchObject({ code: 0, stderr: "" });
  expect(restored.stdout).toContain("Semua orang masuk lagi");
  expect(secretOf(other)).toBe(secretOf(data));

  const second = await startLokmin({ data: other, env: { LOKMIN_WORKER: "terpisah" } });
  await second.ready();
  const [before, after] = [await contentOf(urlOf(data)), await contentOf(urlOf(other))];
  // The backup is written down when it is there; who was signed in, or could be by a link, begins anew.
  for (const name of ["Backup", "Session", "ApiToken", "SignInLink", "PendingSignIn", "PasskeyChallenge"])
    for (const content of [before, after]) delete content[name];
  expect(after).toEqual(before);
  expect((await page(second.url, link, "")).status).toBe(200);
  // A session that was ended since the backup would be open again.
  expect((await page(second.url, "/beranda", cookie)).status).toBe(307);
  const again = await signIn(second.url, accounts[0].email, password);
  expect((await page(second.url, "/beranda", again)).status).toBe(200);
  await second.stop("SIGTERM");
  await server.stop("SIGTERM");

  expectSentence(await endOf({ ...restore, env: passphrase }), /sudah berisi \d+ instansi.+--timpa/);
  const over = await endOf({ ...restore, args: [file, "--timpa"], env: passphrase });
  expect(over, over.stderr).toMatchObject({ code: 0, stderr: "" });
  expect(over.stdout).toMatch(/Yang diganti: \d+ instansi, \d+ pengguna, dan \d+ kegiatan/);
  expect(readdirSync(join(other, "cadangan"))).toEqual([expect.stringMatching(/^lokmin-sebelum-dipulihkan-/)]);
});

test("without a passphrase the secret stays behind: links open, and the installation has a secret of its own", async () => {
  const data = dataFolderCopy();
  const file = join(emptyFolder(), "cadangan.lokmin");
  const made = await endOf({ data, command: "backup", args: [file] });
  expect(made, made.stderr).toMatchObject({ code: 0, stderr: "" });
  expect(made.stdout).toContain("Kunci tautan tidak ikut");
  const other = join(emptyFolder(), "data");
  const restore = { data: other, command: "restore" as const };
  expectSentence(await endOf({ ...restore, args: [file], env: passphrase }), /tidak disandikan.+--tanpa-sandi/);
  expect(existsSync(other)).toBe(false);
  const restored = await endOf({ ...restore, args: [file, "--tanpa-sandi", "--sesi-tetap"], env: passphrase });
  expect(restored, restored.stderr).toMatchObject({ code: 0, stderr: "" });
  expect(restored.stdout).toContain("Tautan undangan yang sudah dibagikan tetap terbuka");
  const server = await startLokmin({ data: other });
  await server.ready();
  const { links } = JSON.parse(readFileSync(join(data, "demo.json"), "utf8"));
  expect((await page(server.url, links[0].path, "")).status).toBe(200);
  await server.stop("SIGTERM");
});

test("what is missing is said in one sentence, and nothing is made", async () => {
  const data = join(emptyFolder(), "data");
  const usage = await endOf({ data, command: "backup" });
  expect(usage).toMatchObject({ code: 1, stderr: expect.stringContaining("npm run cadangan -- BERKAS") });
  const file = join(emptyFolder(), "x.lokmin");
  expectSentence(await endOf({ data, command: "backup", args: [file] }), /Tidak ada basis data Lokmin di/);
  expectSentence(await endOf({ data, command: "restore", args: [file] }), /x\.lokmin tidak ada/);
  const short = { LOKMIN_BACKUP_PASSPHRASE: "pendek" };
  expectSentence(await endOf({ data, command: "backup", args: [file], env: short }), /terlalu pendek/);
  expect(existsSync(data)).toBe(false);
});
