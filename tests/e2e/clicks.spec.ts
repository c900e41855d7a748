// How many clicks and keys the work of a meeting day costs, counted in the browser. `npm run bench -- klik` prints it.
import "./plan-rows";
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeSeat } from "@/tests/factories/seats";
import { makeReported } from "@/tests/factories/submissions";
import { makeUser } from "@/tests/factories/users";
import { ownOf } from "./meetings";
import { makeRunningMeeting, openAs, password } from "./running-meeting";
import { signIn } from "./support";
import { expect, test } from "./test";

type Count = { clicks: number; keys: number };

/** Counts what a person does on the pages that are opened from now on. */
async function countOn(page: Page): Promise<Count> {
  const count = { clicks: 0, keys: 0 };
  await page.exposeFunction("countInput", (kind: "clicks" | "keys") => {
    count[kind] += 1;
  });
  await page.addInitScript(() => {
    const tell = (kind: string) => (event: Event) => {
      if (event.isTrusted) Reflect.get(window, "countInput")(kind);
    };
    addEventListener("pointerdown", tell("clicks"), true);
    addEventListener("keydown", tell("keys"), true);
  });
  return count;
}

function print(work: string, { clicks, keys }: Count) {
  console.log(`klik | ${work.padEnd(34)} | ${String(clicks).padStart(3)} klik | ${String(keys).padStart(4)} tombol`);
}

const cells = (page: Page, row: string, name: string) => page.getByLabel(`${row}, ${name}`);

test("ten rows of the plan take less than 15 clicks", async ({ page }) => {
  const running = await makeRunningMeeting(3);
  await makeSeat({ organisationId: running.host.id, title: "Koordinator Gizi", institution: "Puskesmas" });
  const count = await countOn(page);
  await openAs(page, running.officer, `/kegiatan/${running.meeting.id}`);
  await page.getByRole("link", { name: "RTL", exact: true }).click();
  await cells(page, "Baris baru 1", "kegiatan").click();
  const year = running.meeting.startsAt.getUTCFullYear() + 1;
  for (let row = 1; row <= 10; row++) {
    await page.keyboard.type(`Kelas ibu hamil desa ${row}`);
    await page.keyboard.press("Tab");
    await page.keyboard.type("gizi");
    await page.keyboard.press("Enter");
    await page.keyboard.type(`31/3/${year}`);
    await page.keyboard.press("Enter");
  }
  await expect(page.getByRole("link", { name: "Buka RTL 10" })).toBeVisible();
  expect(await db.actionItem.count({ where: { meetingId: running.meeting.id } })).toBe(10);
  print("sepuluh baris RTL", count);
  expect(count.clicks).toBeLessThan(15);
});

test("46 people from a paper list take less than 12 clicks", async ({ page }) => {
  const running = await makeRunningMeeting(46);
  const count = await countOn(page);
  await openAs(page, running.officer, `/kegiatan/${running.meeting.id}/kehadiran`);
  await page
    .getByRole("link", { name: /kertas/i })
    .first()
    .click();
  await page.getByRole("button", { name: "Semua hadir" }).click();
  for (const number of ["4", "17", "23s", "31i", "40"]) {
    await page.keyboard.type(number);
    await page.keyboard.press("Enter");
  }
  await page.getByRole("button", { name: "Simpan semua baris" }).click();
  await expect(page).toHaveURL(/\/kehadiran$/);
  const { meeting } = running;
  expect(await db.attendance.count({ where: { meetingId: meeting.id, status: "PRESENT" } })).toBe(41);
  print("46 orang dari kertas", count);
  expect(count.clicks).toBeLessThan(12);
});

test("a Lokmin like the last one is scheduled and invited in a few clicks", async ({ page }) => {
  const { host, officer, meeting } = await makeRunningMeeting(0);
  for (let number = 1; number <= 31; number++) {
    const seat = await makeSeat({ organisationId: host.id, title: `Jabatan ${number}` });
    await makeInvitation({ meetingId: meeting.id, seat });
  }
  const year = meeting.startsAt.getUTCFullYear() + 1;
  const count = await countOn(page);
  await openAs(page, officer, "/kegiatan");
  await page.getByRole("link", { name: "Buat kegiatan" }).first().click();
  await expect(page.getByRole("heading", { name: "Buat kegiatan" })).toBeVisible();
  await page.getByRole("link", { name: meeting.title }).click();
  await expect(page.getByText(`diisi dari ${meeting.title}`)).toBeVisible();
  await expect(page.getByLabel("Tempat", { exact: true })).toHaveValue(meeting.place);
  await page.getByLabel("Tanggal", { exact: true }).fill(`${year}-02-10`);
  // Day, month and year.
  count.keys += 8;
  await expect(page.getByText(`, 10 Februari ${year}`)).toBeVisible();
  await page.getByRole("button", { name: "Simpan draf" }).click();
  await expect(page).toHaveURL(/\/kegiatan\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Jadwalkan kegiatan" }).click();
  await expect(page.locator("header").getByText("Terjadwal", { exact: true })).toBeVisible();
  const meetingId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  expect(await db.invitation.count({ where: { meetingId } })).toBe(31);
  print("Lokmin dijadwalkan, 31 diundang", count);
  expect(count.clicks).toBeLessThan(8);
});

test("30 figures take two clicks", async ({ page }) => {
  const count = await countOn(page);
  await signIn(page, { role: "PUSKESMAS_STAFF", organisation: "Sragi" });
  await page.goto(`/capaian/isi?tahun=${ownOf([1996, 1995, 1994, 1993])}`);
  await page.locator("form[data-isian] input[name^='c.']").first().click();
  for (let figure = 1; figure <= 30; figure++) {
    await page.keyboard.type(String(figure % 9));
    await page.keyboard.press("Tab");
  }
  await page
    .getByRole("button", { name: /^Simpan/ })
    .last()
    .click();
  await expect(page.getByText(/\d+ sel tersimpan/)).toBeVisible();
  print("30 angka capaian", count);
  expect(count.clicks).toBeLessThan(5);
});

test("31 seats of the directory are invited in three clicks", async ({ page }) => {
  const { host, officer } = await makeRunningMeeting(0);
  const meeting = await makeMeeting("SCHEDULED", { host, kind: "MONTHLY_LOKMIN" });
  for (let number = 1; number <= 31; number++)
    await makeSeat({ organisationId: host.id, title: `Jabatan ${number}`, protocolOrder: number });
  const count = await countOn(page);
  await openAs(page, officer, `/kegiatan/${meeting.id}`);
  await page.getByRole("link", { name: "Pilih undangan" }).click();
  await page.getByRole("link", { name: "Pilih semua (31)" }).click();
  await expect(page.getByRole("checkbox", { name: "Jabatan 31" })).toBeChecked();
  await page.getByRole("button", { name: "Undang yang dipilih" }).click();
  await expect(page).toHaveURL(/\/undangan$/);
  expect(await db.invitation.count({ where: { meetingId: meeting.id } })).toBe(31);
  print("31 jabatan diundang dari mitra", count);
  expect(count.clicks).toBeLessThan(6);
});

test("an overdue row of the plan is found from the start page in a few clicks", async ({ page }) => {
  const { host, officer } = await makeRunningMeeting(0);
  const meeting = await makeMeeting("CLOSED", { host, startsAt: new Date(Date.now() - 90 * 86_400_000) });
  const soon = { meetingId: meeting.id, deadline: new Date(Date.now() + 30 * 86_400_000) };
  for (let number = 1; number <= 9; number++) await makeActionItem({ ...soon, number });
  const late = { activity: "Sweeping imunisasi", deadline: new Date(Date.now() - 9 * 86_400_000) };
  const item = await makeActionItem({ ...late, meetingId: meeting.id, number: 10 });
  const count = await countOn(page);
  await openAs(page, officer, "/beranda");
  await page
    .getByRole("link", { name: /terlambat/i })
    .first()
    .click();
  await expect(page).toHaveURL(/tindak-lanjut/);
  await page.getByRole("link", { name: /Sweeping imunisasi/ }).click();
  await expect(page).toHaveURL(new RegExp(`/rtl/${item.id}`));
  print("RTL terlambat ditemukan", count);
  expect(count.clicks).toBeLessThan(4);
});

test("a report is reviewed from the start page in a few clicks", async ({ page }) => {
  const dinkes = await makeKabupaten();
  const host = await makePuskesmas({ parentId: dinkes.id });
  const { submission } = await makeReported(host);
  const email = `${randomUUID()}@lokmin.example`;
  await makeUser("DINKES_REVIEWER", { organisationId: dinkes.id, email, password });
  const count = await countOn(page);
  await openAs(page, { email }, "/beranda");
  await page.getByRole("link", { name: "Tinjauan", exact: true }).click();
  await page
    .locator("main")
    .getByRole("link", { name: /Lokakarya Mini/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/tinjauan/${submission.id}`));
  await page.getByRole("button", { name: /^Terima dan lanjut/ }).click();
  await expect(page).toHaveURL(/selesai=/);
  print("satu laporan ditinjau", count);
  expect(count.clicks).toBeLessThan(5);
});

test("an empty puskesmas has its mitra on the second page, and its indicators a few clicks later", async ({ page }) => {
  const host = await makePuskesmas({ name: "Puskesmas Hari Pertama" });
  await db.startOfUse.create({ data: { organisationId: host.id, month: new Date("2026-11-01") } });
  const email = `${randomUUID()}@lokmin.example`;
  await makeUser("PUSKESMAS_ADMIN", { organisationId: host.id, email, password });
  const count = await countOn(page);
  const seen: string[] = [];
  page.on("framenavigated", (frame) => {
    const { pathname } = new URL(frame.url());
    if (frame === page.mainFrame() && seen.at(-1) !== pathname) seen.push(pathname);
  });
  await openAs(page, { email }, "/beranda");
  await expect(page.getByText("Tidak ada yang menunggu")).toHaveCount(0);
  await page.getByRole("link", { name: "Isi daftar mitra" }).click();
  await page.getByLabel("Nama Camat, Kecamatan Sragi").click();
  for (const name of ["Arisandi", "Laksmi", "Hartono"]) {
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
  }
  await page.getByRole("button", { name: "Simpan ke daftar mitra" }).click();
  await expect(page.getByText("36 jabatan ditambahkan")).toBeVisible();
  expect(seen.filter((path) => path !== "blank")).toEqual(["/beranda", "/mitra/usulan"]);
  expect(await db.seatHolder.count({ where: { seat: { organisationId: host.id } } })).toBe(3);
  print("mitra pertama: 36 jabatan, 3 nama", count);
  expect(count.clicks).toBeLessThan(5);
  await page.getByRole("link", { name: "lanjut ke langkah berikutnya" }).click();
  await page.getByRole("link", { name: "Pilih indikator" }).click();
  await page.getByRole("button", { name: /^Pakai semua/ }).click();
  await expect(page.getByText(/\d+ indikator dipakai/)).toBeVisible();
  print("lalu 39 indikator baku", count);
});
