// From the projector view to the roll: a code on the projector, phones without script, an officer who says that it is so.
import "./plan-rows";
import { type Browser, type Page, test } from "@playwright/test";
import jsQR from "jsqr";
import sharp from "sharp";
import { db } from "@/lib/db";
import { pagesOf } from "./pdf-text";
import {
  expect,
  makeRunningMeeting,
  openAs,
  openScreen,
  type RunningMeeting,
  rollOf,
  signInAs,
} from "./running-meeting";
import { expectAccessible } from "./support";

test.describe.configure({ timeout: 120_000 });

/** What a phone's camera reads from the projector. */
async function readProjector(page: Page): Promise<string> {
  const png = await page.getByRole("img", { name: "Kode QR untuk mencatat kehadiran" }).screenshot();
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? "";
}

/** A visitor's phone: no script, no session. */
async function openPhone(browser: Browser, address: string): Promise<Page> {
  const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await phone.newPage();
  await page.goto(address);
  return page;
}

test.describe("by code", () => {
  test("an invitee, a delegate and a guest check in from their phones; an officer confirms with one tap", async ({
    browser,
    context,
    page,
  }) => {
    const running = await makeRunningMeeting(3);
    await openScreen(page, running);
    const projector = await context.newPage();
    await projector.goto(`/kegiatan/${running.meeting.id}/layar`);
    const code = await projector.getByText(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/).textContent();
    const address = await readProjector(projector);
    expect(address).toMatch(new RegExp(`^http://localhost:\\d+/h/${code?.replace("-", "")}$`));

    const invitee = await openPhone(browser, address);
    await expect(invitee.getByText("Bapak Nomor")).toHaveCount(0);
    await invitee.getByText("Pejabat yang diundang", { exact: true }).click();
    await invitee
      .getByLabel("Jabatan yang diundang")
      .locator("visible=true")
      .selectOption({ label: "Kepala Desa 1, Pemerintah Desa" });
    await invitee.getByRole("button", { name: "Saya hadir", exact: true }).click();
    await expect(invitee.getByText(/Tercatat pukul \d\d\.\d\d WIB/)).toBeVisible();

    const delegate = await openPhone(browser, address);
    await delegate.getByText("Wakil pejabat yang diundang", { exact: true }).click();
    const form = delegate.locator("details[open]");
    await form.getByRole("button", { name: "Saya mewakili" }).click();
    await expect(delegate.getByRole("alert")).toContainText("Belum tercatat");
    await form.getByLabel("Jabatan yang diundang").selectOption({ label: "Kepala Desa 2, Pemerintah Desa" });
    await form.getByLabel("Nama Anda").fill("Sri Uji");
    await form.getByLabel("Jabatan Anda").fill("Sekretaris Desa");
    await form.getByRole("button", { name: "Saya mewakili" }).click();
    await expect(delegate.getByText(/Tercatat pukul/)).toBeVisible();

    // Typed by hand, as the projector view says, and small.
    const guest = await openPhone(browser, "/h");
    await guest.getByLabel("Kode di layar").fill((code ?? "").toLowerCase());
    await guest.getByRole("button", { name: "Lanjut" }).click();
    await guest.getByText("Tamu tanpa undangan", { exact: true }).click();
    const fields = guest.locator("details[open]");
    await fields.getByLabel("Nama Anda").fill("Bukan Siapa-siapa");
    await fields.getByLabel("Jabatan Anda").fill("Tamu");
    await fields.getByLabel("Instansi Anda").fill("Kantor lain");
    await fields.getByRole("button", { name: "Saya hadir sebagai tamu" }).click();
    await expect(guest.getByText(/Tercatat pukul/)).toBeVisible();
    for (const phone of [invitee, delegate, guest]) await phone.context().close();

    // The officer's screen learns of them by itself.
    const waiting = page.getByRole("region", { name: /perlu dikonfirmasi/ });
    await expect(waiting).toContainText("perlu dikonfirmasi (3)");
    const counters = page.getByRole("definition");
    await expect(counters.first()).toHaveText("0");
    await expectAccessible(page);
    await waiting
      .getByRole("listitem")
      .filter({ hasText: "Bapak Nomor 1" })
      .getByRole("button", { name: "Konfirmasi" })
      .click();
    await waiting
      .getByRole("listitem")
      .filter({ hasText: "Sri Uji" })
      .getByRole("button", { name: "Konfirmasi" })
      .click();
    await waiting
      .getByRole("listitem")
      .filter({ hasText: "Bukan Siapa" })
      .getByRole("button", { name: "Bukan" })
      .click();
    await expect(waiting).toHaveCount(0);
    await expect(counters.first()).toHaveText("1");
    await expect(page.getByText("Semua terkirim")).toBeVisible();
    await expect.poll(() => rollOf(running)).toEqual(["Kepala Desa 1: PRESENT", "Kepala Desa 2: REPRESENTED Sri Uji"]);
    const confirmed = await db.attendance.findMany({
      where: { meetingId: running.meeting.id },
      select: { source: true, confirmedById: true },
    });
    expect(confirmed).toEqual(Array(2).fill({ source: "CODE", confirmedById: running.officer.id }));
  });

  test("the list to print has all invitees, twelve empty rows, and its head on every sheet", async ({ page }) => {
    const running = await makeRunningMeeting(60);
    await openAs(page, running.officer, `/kegiatan/${running.meeting.id}/daftar-hadir`);
    await expect(page.getByRole("heading", { name: "DAFTAR HADIR" })).toBeVisible();
    const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
    expect(pages.length).toBeGreaterThan(2);
    const whole = pages.join("\n");
    for (let number = 1; number <= 60; number += 1) expect(whole).toContain(`BapakNomor${number}Kepala`);
    // The number, the signature's number: twice each, to the last empty row.
    for (const text of pages.slice(0, -1)) expect(text).toContain("NoNamaJabatanInstansiTandatanganKet");
    expect(whole).toContain("72.");
    expect(whole).not.toContain("73.");
    expect(whole).not.toContain("Kembali");
    await expectAccessible(page);
  });
});

test("a paper list is typed in afterwards, with script and without @tanpa-js", async ({ page }) => {
  const running: RunningMeeting = await makeRunningMeeting(4);
  await openAs(page, running.officer, `/kegiatan/${running.meeting.id}/kehadiran/kertas`);
  await expectAccessible(page);
  const row = (number: number) => page.getByRole("listitem").filter({ hasText: `Kepala Desa ${number}` });
  await row(1).getByLabel("Kehadiran").selectOption("Hadir");
  await row(2).getByLabel("Kehadiran").selectOption("Diwakili");
  await row(3).getByLabel("Kehadiran").selectOption("Izin");
  const save = page.getByRole("button", { name: "Simpan semua baris" });
  await save.click();
  await expect(page.getByRole("alert").filter({ hasText: "Isi nama wakil" })).toBeVisible();
  // What was chosen is still there, and nothing is written yet.
  await expect(row(1).getByLabel("Kehadiran")).toHaveValue("PRESENT");
  expect(await rollOf(running)).toEqual([]);
  await row(2).getByLabel("Nama wakil").fill("Sri Uji");
  await row(2).getByLabel("Jabatan wakil").fill("Sekretaris Desa");
  await save.click();
  await expect(page).toHaveURL(/\/kehadiran$/);
  expect(await rollOf(running)).toEqual([
    "Kepala Desa 1: PRESENT",
    "Kepala Desa 2: REPRESENTED Sri Uji",
    "Kepala Desa 3: EXCUSED",
  ]);
  const sources = await db.attendance.groupBy({ by: ["source"], where: { meetingId: running.meeting.id } });
  expect(sources).toEqual([{ source: "PAPER" }]);
  await page.goto(`/kegiatan/${running.meeting.id}/kehadiran/kertas`);
  await expect(page.getByText("1 dari 4 undangan belum tercatat")).toBeVisible();
});

test("a paper list says all are present except some numbers", async ({ page }) => {
  const running: RunningMeeting = await makeRunningMeeting(5);
  await openAs(page, running.officer, `/kegiatan/${running.meeting.id}/kehadiran/kertas`);
  await page.getByRole("button", { name: "Semua hadir" }).click();
  for (const typed of ["2", "9", "3-4s", "3"]) {
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    if (typed === "9") {
      await expect(page.getByText("Nomor 9 tidak ada di daftar ini")).toBeVisible();
      await page.keyboard.press("Backspace");
    }
  }
  await expect(page.getByText("3. Kepala Desa 3: Tanpa keterangan")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Simpan semua baris" }).click();
  await expect(page).toHaveURL(/\/kehadiran$/);
  expect(await rollOf(running)).toEqual([
    "Kepala Desa 1: PRESENT",
    "Kepala Desa 2: UNEXCUSED",
    "Kepala Desa 3: UNEXCUSED",
    "Kepala Desa 4: SICK",
    "Kepala Desa 5: PRESENT",
  ]);
});

test("who came is told over the quarters, in a sentence, and narrowed by the address", async ({ page }) => {
  const running = await makeRunningMeeting(2);
  const [first] = running.invitations;
  if (!first) throw new Error("No invitation");
  await db.invitation.update({ where: { id: first.id }, data: { sector: "EDUCATION" } });
  await db.meeting.update({ where: { id: running.meeting.id }, data: { status: "CLOSED" } });
  await page.goto("/siapa-datang?tahun=2026");
  await signInAs(page, running.officer);
  // Signing in leads back to the page, without what stood behind its question mark.
  await expect(page.getByRole("heading", { name: "Rekap kehadiran" })).toBeVisible();
  await page.goto(`/siapa-datang?tahun=${running.meeting.year}`);
  await expect(page.getByText("Sektor Pendidikan tidak datang dalam satu-satunya Lokmin")).toBeVisible();
  await expect(page.getByRole("row", { name: /^Kepala Desa 2/ })).toContainText("tidak datang, tidak menjawab");
  await expectAccessible(page);
  await page.locator("select[name=sektor]").selectOption("Desa dan kelurahan");
  await page.getByRole("button", { name: "Terapkan" }).click();
  await expect(page).toHaveURL(/sektor=DESA/);
  await expect(page.getByText("Sektor Pendidikan")).toHaveCount(0);
  await expect(page.getByRole("row", { name: /^Kepala Desa/ })).toHaveCount(1);
});
