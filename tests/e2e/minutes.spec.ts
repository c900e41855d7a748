// The note-taker's screen: two people at once, the network cut for real, and the same page without script.
import "./plan-rows";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page, type Route, test } from "@playwright/test";
import { db } from "@/lib/db";
import { byPlace } from "@/lib/minutes/lines";
import { noteEditSchema } from "@/lib/minutes/schema";
import { deleteNote, editNote } from "@/lib/minutes/writes";
import type { NoteSection } from "@/prisma/generated/enums";
import { makeNote } from "@/tests/factories/notes";
import { actorOf } from "@/tests/factories/users";
import { type Journey, openJourney } from "./journey";
import { expect, makeRunningMeeting, openAs, type RunningMeeting, signInAs } from "./running-meeting";
import { expectAccessible } from "./support";

test.describe.configure({ timeout: 240_000 });

let road: Journey;
test.beforeAll(async () => {
  road = await openJourney(Number(process.env.LOKMIN_E2E_PORT));
});
test.beforeEach(() => road.mend());
test.afterAll(() => road.close());

const minutesOf = ({ meeting }: RunningMeeting) => `/kegiatan/${meeting.id}/notulen`;

async function openMinutes(page: Page, running: RunningMeeting, who: { email: string }) {
  page.on("dialog", (dialog) => void dialog.accept());
  await openAs(page, who, minutesOf(running));
  await expect(page.getByRole("status").filter({ hasText: "Tersimpan" })).toBeVisible();
}

const lineOf = (page: Page, number: number, section = "Permasalahan") =>
  page.getByRole("textbox", { name: `${section}, baris ${number}`, exact: true });

const addLine = (page: Page, section = "Permasalahan") =>
  page.getByRole("button", { name: `Tambah baris ${section}` }).click();

const state = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words });

/** Lines of a section in the database, in their order. */
async function written({ meeting }: RunningMeeting, section: NoteSection = "PROBLEMS"): Promise<string[]> {
  const notes = await db.note.findMany({ where: { meetingId: meeting.id, section, deletedAt: null } });
  return notes.sort(byPlace).map(({ text }) => text);
}

async function newPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: road.address })).newPage();
}

test.describe("with script", () => {
  test("a list pasted from Word is a line for each item", async ({ page }) => {
    const running = await makeRunningMeeting(1);
    await openMinutes(page, running, running.officer);
    await addLine(page);
    await page.keyboard.type("Disepakati: ");
    await lineOf(page, 1).evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, "1.\tDesa menyiapkan\vtempat\r\n2.\tBidan mencatat\r\n3.\tKader melapor");
    const lines = ["Disepakati: Desa menyiapkan tempat", "Bidan mencatat", "Kader melapor"];
    for (const [index, text] of lines.entries()) await expect(lineOf(page, index + 1)).toHaveValue(text);
    await expect.poll(() => written(running)).toEqual(lines);
  });

  test("two people write side by side: each sees the other's words where they stand, and keeps the own place", async ({
    page,
    browser,
  }) => {
    const running = await makeRunningMeeting(2);
    const other = await (await browser.newContext()).newPage();
    await openMinutes(page, running, running.officer);
    await openMinutes(other, running, running.colleague);

    await addLine(page);
    await page.keyboard.type("Cakupan imunisasi rendah");
    await expect(lineOf(other, 1)).toHaveValue("Cakupan imunisasi rendah");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Kader baru belum dilatih");
    // The other writes below while a line comes in above.
    await addLine(other, "Hambatan");
    await other.keyboard.type("Jalan rusak");
    const top = () => other.evaluate(() => document.activeElement?.getBoundingClientRect().top);
    await expect(lineOf(other, 2)).toHaveValue("Kader baru belum dilatih");
    const before = await top();
    await page.keyboard.press("Enter");
    await page.keyboard.type("Vaksin terlambat tiba");
    await expect(lineOf(other, 3)).toHaveValue("Vaksin terlambat tiba");
    await expect(lineOf(other, 1, "Hambatan")).toBeFocused();
    expect(Math.abs(((await top()) ?? 0) - (before ?? 0))).toBeLessThanOrEqual(1);
    await other.keyboard.type(" di dua dusun");
    await expect(lineOf(page, 1, "Hambatan")).toHaveValue("Jalan rusak di dua dusun");

    // One writes the question, the other its answer.
    await addLine(page, "Tanya jawab");
    await page.keyboard.type("Kapan puskesmas keliling datang?");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Bapak Nomor 1 ");
    await expect(page.getByLabel("Instansi")).toHaveValue("Pemerintah Desa");
    await expect(other.getByLabel("Instansi")).toHaveValue("Pemerintah Desa");
    await other.getByLabel("Jawaban").fill("Selasa pertama");
    await page.getByLabel("Penanya").fill("Ibu Kader");
    await expect(page.getByLabel("Jawaban")).toHaveValue("Selasa pertama");
    await expect(other.getByLabel("Penanya")).toHaveValue("Ibu Kader");

    // Ctrl with the arrows moves a line, for both.
    await lineOf(page, 3).focus();
    await page.keyboard.press("Control+ArrowUp");
    await expect(lineOf(page, 2)).toBeFocused();
    await expect(lineOf(other, 2)).toHaveValue("Vaksin terlambat tiba");
    await expect(lineOf(other, 1, "Hambatan")).toHaveValue("Jalan rusak di dua dusun");
    expect(await written(running)).toEqual([
      "Cakupan imunisasi rendah",
      "Vaksin terlambat tiba",
      "Kader baru belum dilatih",
    ]);
    await expectAccessible(page);
    await other.context().close();
  });

  test("both change the same words: both versions are shown, and both are kept where one chooses so", async ({
    page,
    context,
  }) => {
    const running = await makeRunningMeeting(0);
    const { id } = await makeNote({ meetingId: running.meeting.id, text: "Cakupan rendah" });
    await openMinutes(page, running, running.officer);
    await context.setOffline(true);
    await lineOf(page, 1).fill("Cakupan rendah di Margasari");
    await expect(state(page, "Belum terkirim (1)")).toBeVisible();
    const colleague = await actorOf(running.colleague);
    const theirs = noteEditSchema.parse({ version: 0, text: "Cakupan imunisasi rendah" });
    await editNote(colleague, running.meeting.id, id, theirs);
    await context.setOffline(false);
    await expect(state(page, "Berbeda: pilih (1)")).toBeVisible();
    const clash = page.getByRole("alert").filter({ hasText: "juga mengubah baris ini" });
    await expect(clash).toContainText("Cakupan imunisasi rendah");
    await expect(clash).toContainText("Cakupan rendah di Margasari");
    await expectAccessible(page);
    await page.reload();
    await clash.getByRole("button", { name: "Gabungkan keduanya" }).click();
    await expect(state(page, "Tersimpan")).toBeVisible();
    await expect.poll(() => written(running)).toEqual(["Cakupan imunisasi rendah\nCakupan rendah di Margasari"]);
    expect(await db.noteVersion.count({ where: { noteId: id } })).toBe(2);

    // What another deleted meanwhile can be brought back with one's own words.
    await context.setOffline(true);
    await lineOf(page, 1).fill("Masih saya tulis");
    await expect(state(page, "Belum terkirim (1)")).toBeVisible();
    await deleteNote(colleague, running.meeting.id, id, 2);
    await context.setOffline(false);
    await page.getByRole("button", { name: "Pakai tulisan saya" }).click();
    await expect.poll(() => written(running)).toEqual(["Masih saya tulis"]);
    // Deleting and bringing back is one's own too.
    await page.getByRole("button", { name: "Lainnya: Permasalahan, baris 1" }).click();
    await page.getByRole("button", { name: "Hapus baris" }).click();
    await expect.poll(() => written(running)).toEqual([]);
    await page.getByText("Baris yang dihapus (1)").click();
    await page.getByRole("button", { name: "Pulihkan" }).click();
    await expect.poll(() => written(running)).toEqual(["Masih saya tulis"]);
  });

  test("without a network one writes on: nothing is lost by a reload or a closed browser, and all is sent once", async () => {
    const running = await makeRunningMeeting(0);
    const folder = mkdtempSync(join(tmpdir(), "lokmin-notulen-"));
    const { launchOptions, locale, timezoneId } = test.info().project.use;
    const openLaptop = () =>
      chromium.launchPersistentContext(folder, { ...launchOptions, locale, timezoneId, baseURL: road.address });
    let laptop: BrowserContext = await openLaptop();
    try {
      const first = laptop.pages()[0] ?? (await laptop.newPage());
      await openMinutes(first, running, running.officer);
      await expect(first.getByText("siap dipakai tanpa jaringan")).toBeVisible();
      road.cut();
      await addLine(first);
      for (const [index, words] of ["Pertama", "Kedua", "Ketiga"].entries()) {
        await expect(lineOf(first, index + 1)).toBeFocused();
        await first.keyboard.type(words);
        await first.keyboard.press("Enter");
      }
      await expect(state(first, "Belum terkirim (3)")).toBeVisible();
      await first.reload();
      await expect(state(first, "Belum terkirim (3)")).toBeVisible();
      await expect(lineOf(first, 3)).toHaveValue("Ketiga");

      await laptop.close();
      laptop = await openLaptop();
      const second = laptop.pages()[0] ?? (await laptop.newPage());
      second.on("dialog", (dialog) => void dialog.accept());
      await second.goto(minutesOf(running));
      await expect(state(second, "Belum terkirim (3)")).toBeVisible();
      await lineOf(second, 2).fill("Kedua, ditulis lagi");
      expect(await written(running)).toEqual([]);

      // The first answer is lost on its way back, and written on meanwhile.
      const lost = road.loseNextAnswer();
      road.mend();
      await lost;
      await lineOf(second, 1).fill("Pertama, ditulis lagi");
      await expect(state(second, "Belum terkirim")).toBeVisible();
      road.mend();
      await second.evaluate(() => window.dispatchEvent(new Event("online")));
      await expect(state(second, "Tersimpan")).toBeVisible();
      expect(await written(running)).toEqual(["Pertama, ditulis lagi", "Kedua, ditulis lagi", "Ketiga"]);
      expect(await db.note.count({ where: { meetingId: running.meeting.id } })).toBe(3);
    } finally {
      await laptop.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("a session that ended asks to sign in again; another's words stay that one's", async ({ browser }) => {
    const running = await makeRunningMeeting(0);
    const page = await newPage(browser);
    await openMinutes(page, running, running.officer);
    const endSession = () =>
      db.session.updateMany({ where: { userId: running.officer.id }, data: { endedAt: new Date() } });
    await endSession();
    await addLine(page);
    await page.keyboard.type("Ditulis sesudah sesi berakhir");
    await expect(page.getByText("Sesi Anda berakhir; tidak ada yang hilang.")).toBeVisible();
    // While the device tries again, the way to the sign-in stays where it is.
    const tried = page.waitForRequest(
      (request) => request.method() === "POST" && request.url().includes("/api/notulen/"),
    );
    const held: Route[] = [];
    await page.route("**/api/notulen/*", (route) => void held.push(route));
    await page.keyboard.type(", dan sesudahnya");
    await tried;
    expect(await page.getByRole("link", { name: "Masuk lagi" }).isVisible()).toBe(true);
    await page.getByRole("link", { name: "Masuk lagi" }).click();
    await page.unroute("**/api/notulen/*");
    await signInAs(page, running.colleague);
    await expect(page).toHaveURL(new RegExp(`${minutesOf(running)}$`));
    await expect(page.getByText("belum terkirim milik")).toContainText(running.officer.name);
    expect(await written(running)).toEqual([]);
    await page.context().clearCookies();
    await page.goto(minutesOf(running));
    await signInAs(page, running.officer);
    await expect.poll(() => written(running)).toEqual(["Ditulis sesudah sesi berakhir, dan sesudahnya"]);
    await page.context().close();
  });

  test("a line becomes a row of the plan with one tap", async ({ page }) => {
    const running = await makeRunningMeeting(0);
    await openMinutes(page, running, running.officer);
    await addLine(page, "Keputusan dan kesimpulan");
    await page.keyboard.type("Jumat bersih serentak");
    await page.keyboard.press("Tab");
    await page.getByRole("link", { name: "Jadikan RTL" }).click();
    await expect(page.getByLabel("Kegiatan", { exact: true })).toHaveValue("Jumat bersih serentak");
    await page.getByLabel("Instansi", { exact: true }).fill("Kecamatan");
    await page.getByLabel("Batas waktu").fill("2099-01-01");
    await page.getByRole("button", { name: "Simpan RTL" }).click();
    await expect(page).toHaveURL(/\/rtl$/);
    await page.goto(minutesOf(running));
    await expect(page.getByRole("link", { name: "RTL 1" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Jadikan RTL" })).toHaveCount(0);
  });
});

test("without script: lines are added, changed, and a clash shows both versions with what was typed @tanpa-js @hanya-tanpa-js", async ({
  page,
}) => {
  const running = await makeRunningMeeting(1);
  await openAs(page, running.officer, minutesOf(running));
  const openForm = page.locator("#tambah-QUESTIONS");
  await openForm.getByText("Tambah baris Tanya jawab").click();
  await openForm.getByLabel(/^Penanya/).fill("Bapak Nomor 1");
  await openForm.getByRole("button", { name: "Simpan baris" }).click();
  await expect(openForm.getByRole("alert")).toContainText("Isi tulisan baris");
  await expect(openForm.getByLabel(/^Penanya/)).toHaveValue("Bapak Nomor 1");
  await openForm.getByLabel("Pertanyaan").fill("Kapan?");
  await openForm.getByRole("button", { name: "Simpan baris" }).click();
  await expect(page.getByText("Bapak Nomor 1 bertanya:")).toBeVisible();

  await page.getByRole("link", { name: "Ubah" }).click();
  const note = await db.note.findFirstOrThrow({ where: { meetingId: running.meeting.id } });
  const theirs = noteEditSchema.parse({ version: 0, text: "Kapan puskesmas keliling?", asker: note.asker });
  await editNote(await actorOf(running.colleague), running.meeting.id, note.id, theirs);
  await page.getByLabel("Pertanyaan").fill("Kapan ke dusun?");
  await page.getByRole("button", { name: "Simpan baris" }).click();
  await expect(page.locator("main").getByRole("alert")).toContainText("baru saja diubah");
  await expect(page.getByText("Kapan puskesmas keliling?").first()).toBeVisible();
  await expect(page.getByLabel("Pertanyaan")).toHaveValue("Kapan ke dusun?");
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Gabungkan keduanya" }).check();
  await page.getByRole("button", { name: "Simpan baris" }).click();
  await expect(page).toHaveURL(/\/notulen#baris-/);
  expect(await written(running, "QUESTIONS")).toEqual(["Kapan puskesmas keliling?\nKapan ke dusun?"]);

  await page.getByRole("link", { name: "Ubah" }).click();
  await expect(page.getByText("Kapan puskesmas keliling?", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Hapus baris" }).click();
  await page.getByText("Baris yang dihapus (1)").click();
  await page.getByRole("link", { name: "Lihat atau pulihkan" }).click();
  await page.getByRole("button", { name: "Pulihkan baris" }).click();
  await expect(page).toHaveURL(/\/notulen#baris-/);
  await page.goto(`${minutesOf(running)}?tampil=utuh`);
  await expect(
    page.getByText("Untuk bukti EP 1.6.2 b masih kosong: Permasalahan, Hambatan, dan Rekomendasi."),
  ).toBeVisible();
});
