// The backups that nobody has to think of, and the one that is asked for on the page.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runDailyBackup } from "@/lib/backups/job";
import { checkBackup } from "@/lib/backups/make";
import { findBackups } from "@/lib/backups/reads";
import { askForBackup, setBackups } from "@/lib/backups/writes";
import { db } from "@/lib/db";
import { enqueue } from "@/lib/jobs/queue";
import { failUnqueued } from "@/lib/jobs/recovery";
import { transact } from "@/lib/transact";
import { runJobs } from "@/tests/factories/jobs";
import { makeKabupaten } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

let folder: string;
const day = (number: number) => new Date(Date.UTC(2026, 2, number, 2));
const files = () => readdirSync(folder).sort();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lokmin-daily-"));
  vi.stubEnv("LOKMIN_BACKUP_DIR", folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

async function keeper() {
  const { id: organisationId } = await makeKabupaten({ parentId: null });
  return makeActor("DINKES_ADMIN", { organisationId });
}

test("once a day, so many kept; leftovers of a cut-off writer go, other files stay", async () => {
  const admin = await keeper();
  await setBackups(admin, { isDaily: true, kept: 2 });
  writeFileSync(join(folder, "lokmin-surat.lokmin"), "");
  writeFileSync(join(folder, "lokmin-harian-x.lokmin.belum-selesai"), "");
  utimesSync(join(folder, "lokmin-harian-x.lokmin.belum-selesai"), day(1), day(1));
  expect(await runDailyBackup(day(3))).toBe(true);
  expect(await runDailyBackup(new Date(day(3).getTime() + 3_600_000))).toBe(false);
  expect(await runDailyBackup(day(4))).toBe(true);
  expect(await runDailyBackup(day(5))).toBe(true);
  expect(files()).toEqual([
    "lokmin-harian-2026-03-04-020000.lokmin",
    "lokmin-harian-2026-03-05-020000.lokmin",
    "lokmin-surat.lokmin",
  ]);
  await checkBackup(join(folder, "lokmin-harian-2026-03-05-020000.lokmin"));
  const { lastAt, backups } = await findBackups(admin, day(5));
  expect(lastAt).toEqual(day(5));
  expect(backups).toHaveLength(3);

  await setBackups(admin, { isDaily: false, kept: 2 });
  expect(await runDailyBackup(day(9))).toBe(false);
});

test("after a clock that was ahead there is one a day again, the age is that of the last, and the newest stays", async () => {
  const admin = await keeper();
  await setBackups(admin, { isDaily: true, kept: 2 });
  await runDailyBackup(day(3));
  const ahead = new Date(Date.UTC(2031, 2, 5));
  await runDailyBackup(ahead);
  await runDailyBackup(new Date(ahead.getTime() + 86_400_000));
  expect(await runDailyBackup(day(6))).toBe(true);
  expect(files()).toContain("lokmin-harian-2026-03-06-020000.lokmin");
  expect(await findBackups(admin, day(6))).toMatchObject({ lastAt: day(6), warning: null });
  expect(await findBackups(admin, day(9))).toMatchObject({ lastAt: day(6), warning: "Cadangan terakhir sudah 3 hari" });
});

test("with a passphrase in the environment they are sealed, and hold the secret", async () => {
  await keeper();
  vi.stubEnv("LOKMIN_BACKUP_PASSPHRASE", "kuda benar baterai staples");
  expect(await runDailyBackup(day(3))).toBe(true);
  const file = join(folder, files()[0] ?? "");
  await expect(checkBackup(file)).rejects.toThrow(/disandikan/);
  const { facts } = await checkBackup(file, { passphrase: process.env.LOKMIN_BACKUP_PASSPHRASE });
  expect(facts.secret).toBe(process.env.LOKMIN_SECRET);
});

test("one that cannot be written says why, leaves nothing, and is due again", async () => {
  const hour = (number: number) => new Date(day(3).getTime() + number * 3_600_000);
  const admin = await keeper();
  writeFileSync(join(folder, "berkas"), "");
  vi.stubEnv("LOKMIN_BACKUP_DIR", join(folder, "berkas"));
  expect(await runDailyBackup(day(3))).toBe(false);
  const { backups, lastAt } = await findBackups(admin, day(3));
  expect(lastAt).toBeNull();
  expect(backups[0]).toMatchObject({
    finishedAt: null,
    failure: expect.stringMatching(/bukan folder/),
  });
  vi.stubEnv("LOKMIN_BACKUP_DIR", join(folder, "usb-yang-dicabut/lokmin"));
  expect(await runDailyBackup(hour(1))).toBe(false);
  expect((await findBackups(admin, hour(1))).failure).toMatch(
    /tidak ada\. Buat foldernya dulu, atau pasang disknya\.$/,
  );
  vi.stubEnv("LOKMIN_BACKUP_DIR", folder);
  expect(await runDailyBackup(hour(2))).toBe(true);
  expect((await findBackups(admin, hour(2))).failure).toBeNull();
});

/** A disk of so many bytes; only root may make one. */
function smallDisk(kilobytes: number): string | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  const place = join(folder, "disk");
  mkdirSync(place);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", place], { stdio: "ignore" });
    return place;
  } catch {
    return null;
  }
}

test("a disk that is too small is refused before, and a full one leaves nothing half", async ({ skip }) => {
  const admin = await keeper();
  const disk = smallDisk(64);
  if (!disk) return skip("needs root and mount");
  try {
    vi.stubEnv("LOKMIN_BACKUP_DIR", disk);
    expect(await runDailyBackup(day(3))).toBe(false);
    expect((await findBackups(admin, day(3))).backups[0]?.failure).toMatch(/^Ruang untuk cadangan .+ tidak cukup/);
    const { makeBackup } = await import("@/lib/backups/make");
    const file = join(disk, "x.lokmin");
    const making = makeBackup({ url: process.env.LOKMIN_OWNER_URL ?? "", file, secret: null });
    await expect(making).rejects.toThrow(/^Penyimpanan penuh, jadi cadangan .+ tidak jadi dibuat/);
    expect(readdirSync(disk)).toEqual([]);
  } finally {
    execFileSync("umount", [disk]);
  }
});

test("asked for on the page it is a job that says where the file is; twice is once", async () => {
  const admin = await keeper();
  expect(await askForBackup(admin)).toEqual({ ok: true });
  expect(await askForBackup(admin)).toEqual({ ok: true });
  expect((await findBackups(admin, new Date())).asked).toEqual({ done: 0 });
  await runJobs();
  const [name = ""] = files();
  expect(files()).toEqual([expect.stringMatching(/^lokmin-\d{4}-\d{2}-\d{2}-\d{6}\.lokmin$/)]);
  expect(await db.job.findMany({ select: { done: true, total: true, outcome: true } })).toEqual([
    { done: 100, total: 100, outcome: expect.stringContaining(join(folder, name)) },
  ]);
  expect((await findBackups(admin, new Date())).asked).toBeNull();
});

test("a job that a restored backup brought without its place in the queue is told as failed", async () => {
  const admin = await keeper();
  const waiting = await transact((tx) => enqueue(tx, { kind: "backup.make", actor: admin, subject: "", payload: {} }));
  const { id } = await db.job.create({
    data: { kind: "backup.make", requester: "Sri", subject: "", payload: {}, organisationId: admin.organisation.id },
  });
  expect(await failUnqueued()).toBe(1);
  expect(await db.job.findUnique({ where: { id } })).toMatchObject({
    failedAt: expect.any(Date),
    outcome: expect.stringContaining("saat cadangan dibuat"),
  });
  expect(await db.job.findUnique({ where: { id: waiting.id } })).toMatchObject({ failedAt: null });
});
