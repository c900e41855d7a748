// A backup brings back every row and every file: into another database, of another user, from an earlier version.
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import type { Access } from "@/lib/backups/end-access";
import { type BackupRequest, checkBackup, makeBackup } from "@/lib/backups/make";
import { madeAtWords } from "@/lib/backups/moment";
import { BackupProblem, wordsOfReading, wordsOfStorage } from "@/lib/backups/problem";
import { restoreBackup } from "@/lib/backups/restore";
import { currentBucket } from "@/lib/documents/bucket";
import { migrate, migrationsTable, readMigrations } from "@/prisma/run/migrate.mjs";
import { loadOldVersion } from "@/tests/dumps/old-version.mjs";
import { startS3 } from "@/tests/factories/s3";
import { contentOf, createDatabase, dropDatabase, shapeOf, withClient } from "@/tests/setup/databases";

const folder = mkdtempSync(join(tmpdir(), "lokmin-backup-"));
const other = { name: "lokmin_restored", owner: "lokmin_other" };
const sourceName = "lokmin_backed_up";
const secret = "kunci-0123456789abcdef0123456789abcdef";
const passphrase = "kuda benar baterai staples";
let source: string;
let files = 0;

beforeAll(async () => {
  source = await createDatabase(sourceName);
  await loadOldVersion(source);
  await migrate(source);
});

afterEach(() => {
  delete process.env.S3_URL;
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await dropDatabase(sourceName);
  await dropDatabase(other.name, other.owner);
});

const emptyTarget = () => createDatabase(other.name, other.owner);

async function make(options: Partial<BackupRequest> = {}) {
  files += 1;
  const file = join(folder, `${files}.lokmin`);
  const made = await makeBackup({ url: source, file, secret: null, ...options });
  return { file, made };
}

async function restore(
  url: string,
  file: string,
  options: { passphrase?: string; overwrite?: boolean; access?: Access } = {},
) {
  const migrations = await readMigrations();
  return restoreBackup({ url, file, overwrite: false, migrations, migrationTable: migrationsTable, ...options });
}

/** Everything but what says who may come in, which a restore ends. */
async function recordsOf(url: string): Promise<Record<string, string>> {
  const { Session, ApiToken, SignInLink, PendingSignIn, PasskeyChallenge, ...rest } = await contentOf(url);
  return rest;
}

/** The rest are sequences. */
const tablesIn = (content: object) => Object.keys(content).filter((name) => !name.endsWith("_seq")).length;

test("every row, sequence, constraint and trigger is there again, under another user, sealed or not", async () => {
  const before = await recordsOf(source);
  const tables = tablesIn(await contentOf(source));
  for (const sealed of [undefined, passphrase]) {
    const { file, made } = await make({ passphrase: sealed, secret: sealed ? secret : null });
    expect(made).toMatchObject({ objects: 0, missing: [], tables });
    const url = await emptyTarget();
    const { facts } = await restore(url, file, sealed ? { passphrase: sealed } : {});
    expect(facts.secret).toBe(sealed ? secret : null);
    expect(await recordsOf(url)).toEqual(before);
    expect(await shapeOf(url)).toBe(await shapeOf(source));
    const bytes = readFileSync(file);
    expect(bytes.includes(secret)).toBe(false);
    expect(bytes.includes("Organisation")).toBe(!sealed);
  }
});

test("a backup of an earlier version is restored as it was, and migrated like its database", async () => {
  const url = await createDatabase(sourceName);
  await loadOldVersion(url);
  const before = await recordsOf(url);
  const { file } = await make();
  const target = await emptyTarget();
  await restore(target, file);
  expect(await recordsOf(target)).toEqual(before);
  await migrate(url);
  await migrate(target);
  expect(await shapeOf(target)).toBe(await shapeOf(url));
});

async function moveIntoBucket(count: number): Promise<void> {
  await withClient(source, async (client) => {
    const { rows } = await client.query(
      `SELECT d.id, d."mimeType", c.bytes FROM "Document" d JOIN "DocumentContent" c ON c."documentId" = d.id
       ORDER BY d.id LIMIT $1`,
      [count],
    );
    expect(rows).toHaveLength(count);
    for (const { id, mimeType, bytes } of rows) {
      await client.query(`INSERT INTO "BucketObject" (key) VALUES ($1)`, [id]);
      await client.query(`UPDATE "Document" SET "objectKey" = id WHERE id = $1`, [id]);
      await client.query(`DELETE FROM "DocumentContent" WHERE "documentId" = $1`, [id]);
      await currentBucket()?.put(id, new Uint8Array(bytes), mimeType);
    }
  });
}

/** Every file by its id with the hash of its bytes, wherever they are. */
function filesOf(url: string): Promise<Record<string, string>> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT d.id, d."objectKey" AS key, c.bytes FROM "Document" d LEFT JOIN "DocumentContent" c ON c."documentId" = d.id`,
    );
    const found: Record<string, string> = {};
    for (const { id, key, bytes } of rows)
      found[id] = createHash("sha256")
        .update((key ? await currentBucket()?.get(key) : bytes) ?? "")
        .digest("hex");
    return found;
  });
}

test("files in a bucket go into another bucket, or into the database where there is none", async () => {
  const s3 = await startS3();
  const another = await startS3();
  try {
    process.env.S3_URL = s3.url;
    await moveIntoBucket(2);
    const before = await recordsOf(source);
    const hashes = await filesOf(source);
    const { file, made } = await make();
    expect(made.objects).toBe(2);

    process.env.S3_URL = another.url;
    let url = await emptyTarget();
    expect(await restore(url, file)).toMatchObject({ objects: 2, missing: [] });
    expect(await recordsOf(url)).toEqual(before);
    expect(await filesOf(url)).toEqual(hashes);
    expect((await another.keys()).sort()).toEqual((await s3.keys()).sort());

    delete process.env.S3_URL;
    url = await emptyTarget();
    await restore(url, file);
    expect(await filesOf(url)).toEqual(hashes);
    await expect(make()).rejects.toThrow(/2 berkas ada di penyimpanan S3, tetapi S3_URL belum diisi/);

    process.env.S3_URL = s3.url;
    const [lost = ""] = await s3.keys();
    await currentBucket()?.remove(lost);
    expect((await make()).made.missing).toEqual([lost]);
  } finally {
    await withClient(source, (client) => client.query(`UPDATE "Document" SET "objectKey" = NULL`));
    await s3.stop();
    await another.stop();
  }
});

test("a damaged, cut or foreign file, and a wrong passphrase, are refused in words and change nothing", async () => {
  const plain = (await make()).file;
  const sealed = (await make({ passphrase })).file;
  const url = await emptyTarget();
  await migrate(url);
  const before = await contentOf(url);
  const wordsOf = (file: string, given?: string) =>
    checkBackup(file, given ? { passphrase: given } : {}).then(
      () => "whole",
      (reason) => (reason instanceof BackupProblem ? reason.message : String(reason)),
    );
  const refusal = async (file: string, given?: string) => {
    const options = given ? { passphrase: given } : {};
    const error = await restore(url, file, options).then(
      () => "restored",
      (reason) => (reason instanceof BackupProblem ? reason.message : String(reason)),
    );
    expect(await contentOf(url)).toEqual(before);
    return error;
  };
  for (const [file, given] of [[plain], [sealed, passphrase]] as const) {
    const bytes = readFileSync(file);
    const broken = join(folder, "rusak.lokmin");
    for (const place of [0.3, 0.5, 0.9]) {
      const changed = Buffer.from(bytes);
      const at = Math.floor(bytes.length * place);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(broken, changed);
      expect(await wordsOf(broken, given), `byte ${at} of ${bytes.length}`).toMatch(/rusak atau terpotong/);
    }
    expect(await refusal(broken, given)).toMatch(/rusak atau terpotong/);
    for (const length of [200, Math.floor(bytes.length / 2), bytes.length - 1]) {
      writeFileSync(broken, bytes.subarray(0, length));
      expect(await wordsOf(broken, given), `cut at ${length}`).toMatch(/rusak atau terpotong/);
    }
  }
  writeFileSync(join(folder, "surat.pdf"), "%PDF-1.7");
  expect(await refusal(join(folder, "surat.pdf"))).toBe("Berkas ini bukan cadangan Lokmin.");
  expect(await refusal(sealed)).toMatch(/disandikan. Isi kata sandinya lewat LOKMIN_BACKUP_PASSPHRASE/);
  expect(await refusal(sealed, "bukan kata sandinya")).toMatch(
    /tidak dapat dibaca siapa pun.+yang hilang ialah semua data/,
  );
  expect(await refusal(join(folder, "tidak-ada.lokmin"))).toMatch(/tidak-ada\.lokmin tidak ada/);
  expect(await refusal(folder)).toMatch(/adalah folder\. Sebut berkas cadangan/);
});

test("what a disk or a name says no to is said in words, with what helps", () => {
  const failing = (code: string) => Object.assign(new Error(code), { code });
  const said = (words: unknown) => (words instanceof BackupProblem ? words.message : "");
  expect(said(wordsOfStorage(failing("EFBIG"), "/usb/x.lokmin"))).toMatch(/FAT32.+4 GB.+exFAT/);
  expect(said(wordsOfStorage(failing("EIO"), "/usb/x.lokmin"))).toMatch(/rusak, atau dicabut/);
  expect(said(wordsOfStorage(failing("ENAMETOOLONG"), "x"))).toMatch(/terlalu panjang/);
  expect(said(wordsOfStorage(failing("57P01"), "x"))).toMatch(/Basis data berhenti menjawab/);
  expect(said(wordsOfReading(failing("EACCES"), "/usb/x.lokmin"))).toMatch(/tidak boleh dibaca.+sudo chown/);
  expect(said(wordsOfReading(failing("EIO"), "/usb/x.lokmin"))).toMatch(/rusak, atau dicabut/);
  expect(madeAtWords("2026-11-29T01:10:58.669Z")).toMatch(/^\d+ November 2026 pukul \d\d\.\d\d \S+$/);
});

test("a database that goes away in the middle is told in words, and has what it had", async () => {
  const { file } = await make();
  const url = await emptyTarget();
  let isCut = false;
  const cutOnce = () => {
    if (isCut) return;
    isCut = true;
    const cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1";
    withClient(inject("adminUrl"), (client) => client.query(cut, [other.name])).catch(() => {});
  };
  const migrations = await readMigrations();
  const tables = { migrations, migrationTable: migrationsTable };
  const restoring = restoreBackup({ url, file, overwrite: false, ...tables, onProgress: cutOnce });
  await expect(restoring).rejects.toThrow(/berhenti menjawab di tengah pemulihan/);
  expect(await contentOf(url)).toEqual({});
});

test("a filled installation is replaced only where that was said, and one in use not at all", async () => {
  const { file } = await make();
  const url = await emptyTarget();
  await restore(url, file);
  await expect(restore(url, file)).rejects.toThrow(/sudah berisi \d+ instansi, \d+ pengguna.+--timpa/);
  await withClient(url, async (client) => {
    await client.query(`UPDATE "Organisation" SET address = 'Lain'`);
    await client.query(`INSERT INTO "BucketObject" (key) VALUES ('${unnamed}')`);
    await expect(restore(url, file, { overwrite: true })).rejects.toThrow(/sedang dipakai 1 sambungan lain/);
  });
  const asAnotherRole = new URL(inject("adminUrl"));
  asAnotherRole.pathname = `/${other.name}`;
  await withClient(asAnotherRole.href, async (client) => {
    // A server's keeper put it there: the owner of the database may not drop it.
    await client.query("CREATE EXTENSION pg_stat_statements");
    await expect(restore(url, file, { overwrite: true })).rejects.toThrow(/sedang dipakai 1 sambungan lain/);
  });
  await restore(url, file, { overwrite: true });
  // An object of what was replaced is known until it is swept from the bucket.
  await withClient(url, async (client) => {
    expect((await client.query(`DELETE FROM "BucketObject" WHERE key = '${unnamed}'`)).rowCount).toBe(1);
  });
  expect(await recordsOf(url)).toEqual(await recordsOf(source));
});

const unnamed = "01a224e0-54af-74f2-b4fc-b387ef83d0d7";

test("tables of another program are left alone", async () => {
  const { file } = await make();
  const url = await emptyTarget();
  await withClient(url, (client) => client.query("CREATE TABLE pasien (nama text)"));
  await expect(restore(url, file, { overwrite: true })).rejects.toThrow(/bukan milik Lokmin \(pasien\)/);
  expect(Object.keys(await contentOf(url))).toEqual(["pasien"]);
});

test("a role that sees only some rows makes no backup", async () => {
  const reader = new URL(source);
  [reader.username, reader.password] = ["lokmin_reader", "lokmin_reader"];
  await withClient(source, async (client) => {
    await client.query('CREATE TABLE "Closed" (id int)');
    await client.query('ALTER TABLE "Closed" ENABLE ROW LEVEL SECURITY');
    await client.query("CREATE ROLE lokmin_reader LOGIN PASSWORD 'lokmin_reader'");
    await client.query("GRANT SELECT ON ALL TABLES IN SCHEMA public TO lokmin_reader");
    await client.query("GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO lokmin_reader");
  });
  try {
    await expect(make({ url: reader.href })).rejects.toThrow(/tidak akan lengkap.+LOKMIN_OWNER_URL/);
  } finally {
    await withClient(source, async (client) => {
      await client.query('DROP TABLE "Closed"');
      await client.query("DROP OWNED BY lokmin_reader");
      await client.query("DROP ROLE lokmin_reader");
    });
  }
});

test("a backup of a newer version is refused", async () => {
  const { file } = await make();
  const url = await emptyTarget();
  const migrations = (await readMigrations()).slice(0, -1);
  const old = restoreBackup({ url, file, overwrite: false, migrations, migrationTable: migrationsTable });
  await expect(old).rejects.toThrow(/dibuat Lokmin yang lebih baru \(migrasi \d+/);
});

test("what cannot be finished leaves nothing: stopped, an unwritable or missing folder", async () => {
  const stopping = new AbortController();
  const stopped = make({ signal: stopping.signal, onProgress: () => stopping.abort() });
  await expect(stopped).rejects.toThrow(/abort/i);
  const into = (file: string) => makeBackup({ url: source, file, secret: null });
  await expect(into(join(folder, "tidak/ada.lokmin"))).rejects.toThrow(/Tempat untuk .+ tidak ada/);
  if (existsSync("/proc/version")) await expect(into("/proc/x.lokmin")).rejects.toThrow(BackupProblem);
  expect(readdirSync(folder).filter((name) => name.endsWith("belum-selesai"))).toEqual([]);
});

/** Of one user: how many of each would let somebody in. */
const openWays = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM "Session" WHERE "endedAt" IS NULL AND "expiresAt" > now()) AS sessions,
         (SELECT count(*)::int FROM "ApiToken" WHERE "revokedAt" IS NULL AND "expiresAt" > now()) AS tokens,
         (SELECT count(*)::int FROM "SignInLink" WHERE "usedAt" IS NULL AND "expiresAt" > now()) AS links,
         (SELECT count(*)::int FROM "PendingSignIn") AS pending, (SELECT count(*)::int FROM "PasskeyChallenge") AS asked`,
    );
    return rows[0];
  });

const fillWays = (url: string) =>
  withClient(url, (client) =>
    client.query(`
      WITH one AS (SELECT id, now() + interval '1 day' AS later FROM "User" ORDER BY id LIMIT 1),
        session AS (INSERT INTO "Session" (id, "userId", "tokenHash", device, "expiresAt")
          SELECT gen_random_uuid(), id, 'sesi', 'Chrome', later FROM one),
        token AS (INSERT INTO "ApiToken" (id, "userId", name, "tokenHash", "expiresAt")
          SELECT gen_random_uuid(), id, 'Dasbor', 'token', later FROM one),
        link AS (INSERT INTO "SignInLink" (id, "userId", "tokenHash", "expiresAt")
          SELECT gen_random_uuid(), id, 'tautan', later FROM one),
        pending AS (INSERT INTO "PendingSignIn" (id, "userId", "tokenHash", "expiresAt")
          SELECT gen_random_uuid(), id, 'menunggu', later FROM one)
      INSERT INTO "PasskeyChallenge" (challenge, purpose, "userId", "expiresAt") SELECT 'tanya', 'CONFIRM', id, later FROM one`),
  );

test("nobody is let in by what may have been ended since, unless sessions are said to stay", async () => {
  const url = await createDatabase(sourceName);
  await loadOldVersion(url);
  await migrate(url);
  await fillWays(url);
  const before = await openWays(url);
  expect(before).toMatchObject({ sessions: 1, tokens: 1, pending: 1, asked: 1 });
  const invitations = (await contentOf(url)).Invitation;
  const { file } = await make();
  const target = await emptyTarget();
  await restore(target, file);
  expect(await openWays(target)).toEqual({ sessions: 0, tokens: 0, links: 0, pending: 0, asked: 0 });
  expect((await contentOf(target)).Invitation).toBe(invitations);
  await restore(target, file, { overwrite: true, access: "sessions" });
  expect(await openWays(target)).toEqual({ sessions: 1, tokens: 1, links: 0, pending: 0, asked: 0 });
  await restore(target, file, { overwrite: true, access: "whole" });
  expect(await openWays(target)).toEqual(before);
});
