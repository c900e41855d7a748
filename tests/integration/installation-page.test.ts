import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { findBackups, findBackupTask } from "@/lib/backups/reads";
import { setBackups } from "@/lib/backups/writes";
import { db } from "@/lib/db";
import { keepsInstallation } from "@/lib/installation/keeper";
import { listWaiting } from "@/lib/notifications/waiting";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

const now = new Date("2026-03-10T02:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

beforeEach(() => {
  vi.stubEnv("LOKMIN_BACKUP_DIR", "/data/cadangan");
});

afterEach(() => {
  vi.unstubAllEnvs();
});

test("the admin of the topmost office looks after the installation, of several the first made one's", async () => {
  const province = await makeProvinsi({ createdAt: hoursAgo(100) });
  const below = await makeKabupaten({ parentId: province.id, createdAt: hoursAgo(200) });
  const later = await makeKabupaten({ createdAt: hoursAgo(50) });
  const keeper = await makeActor("DINKES_ADMIN", { organisationId: province.id });
  expect(await keepsInstallation(keeper)).toBe(true);
  const others = [
    await makeActor("DINKES_REVIEWER", { organisationId: province.id }),
    await makeActor("DINKES_ADMIN", { organisationId: below.id }),
    await makeActor("DINKES_ADMIN", { organisationId: later.id }),
  ];
  for (const other of others) {
    expect(await keepsInstallation(other)).toBe(false);
    await expect(findBackups(other, now)).rejects.toThrow(NotAllowed);
    await expect(setBackups(other, { isDaily: false, kept: 3 })).rejects.toThrow(NotAllowed);
    expect(await findBackupTask(other, now)).toBeNull();
  }
});

test("a puskesmas alone on its laptop looks after it itself, and is warned when the last backup is old", async () => {
  const puskesmas = await makePuskesmas({ parentId: null });
  const admin = await makeActor("PUSKESMAS_ADMIN", { organisationId: puskesmas.id });
  const recordedAt = { secretFingerprint: "x", recordedAt: hoursAgo(47) };
  await db.installation.upsert({ where: { id: 1 }, create: recordedAt, update: recordedAt });
  expect(await findBackups(admin, now)).toMatchObject({
    folder: "/data/cadangan",
    isDaily: true,
    kept: 7,
    warning: null,
  });
  expect(await findBackupTask(admin, new Date(now.getTime() + 2 * 3_600_000))).toBe("Belum ada cadangan");

  const made = {
    kind: "daily",
    startedAt: hoursAgo(75),
    place: "/data/cadangan/x.lokmin",
    bytes: 10n,
    isEncrypted: false,
  };
  await db.backup.create({ data: { ...made, finishedAt: hoursAgo(75) } });
  await db.backup.create({ data: { ...made, startedAt: hoursAgo(1), failure: "Penyimpanan penuh" } });
  expect(await findBackupTask(admin, now)).toBe("Cadangan terakhir sudah 3 hari");
  expect((await listWaiting(admin, now))[0]).toEqual({
    title: "Periksa cadangan",
    reason: "Cadangan terakhir sudah 3 hari",
    href: "/pengaturan/pemasangan",
    isLate: true,
  });

  expect(await setBackups(admin, { isDaily: false, kept: 3 })).toEqual({ ok: true });
  expect(await findBackups(admin, now)).toMatchObject({ isDaily: false, kept: 3, warning: null });
  expect(await db.event.count({ where: { action: "backups.set" } })).toBe(1);
});
