import "./plan-rows";
import { type Page, test as plain } from "@playwright/test";
import { db } from "@/lib/db";
import { makeSeat } from "@/tests/factories/seats";
import { makeRunningMeeting, openAs } from "./running-meeting";
import { expectAccessibleOnBoth } from "./support";
import { expect, test } from "./test";

async function openPlan(page: Page) {
  const running = await makeRunningMeeting(3);
  await makeSeat({ organisationId: running.host.id, title: "Koordinator Gizi", institution: "Puskesmas" });
  await openAs(page, running.officer, `/kegiatan/${running.meeting.id}/rtl`);
  const stored = () =>
    db.actionItem.findMany({
      where: { meetingId: running.meeting.id },
      orderBy: { number: "asc" },
      select: { activity: true, responsibleInstitution: true, responsibleTitle: true, deadline: true },
    });
  const year = running.meeting.startsAt.getUTCFullYear() + 1;
  return { ...running, stored, year };
}

const cell = (page: Page, row: string, name: string) => page.getByLabel(`${row}, ${name}`, { exact: false });

test("rows of the plan are written by keys alone, each saved by itself, and stay after a reload", async ({ page }) => {
  const { stored, year } = await openPlan(page);
  await cell(page, "Baris baru 1", "kegiatan").click();
  for (const [activity, owner] of [
    ["Sweeping imunisasi", "gizi"],
    ["Kelas ibu hamil", "Karang Taruna"],
  ]) {
    await page.keyboard.type(activity ?? "");
    await page.keyboard.press("Tab");
    await page.keyboard.type(owner ?? "");
    // The first that fits, or the words themselves.
    await page.keyboard.press("Enter");
    await page.keyboard.type(`31/12/${year}`);
    await page.keyboard.press("Enter");
  }
  await expect(page.getByRole("link", { name: "Buka RTL 2" })).toBeVisible();
  expect(await stored()).toMatchObject([
    { activity: "Sweeping imunisasi", responsibleTitle: "Koordinator Gizi", responsibleInstitution: "Puskesmas" },
    { activity: "Kelas ibu hamil", responsibleTitle: null, responsibleInstitution: "Karang Taruna" },
  ]);
  await expect(cell(page, "Baris baru 3", "kegiatan")).toBeFocused();
  await page.keyboard.type("Tanpa penanggung jawab");
  await page.keyboard.press("Shift+Enter");
  await expect(page.getByText("Isi penanggung jawab")).toBeVisible();
  await expectAccessibleOnBoth(page);

  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(page.getByRole("link", { name: "2. Kelas ibu hamil" }).locator("visible=true")).toBeVisible();
  await expect(cell(page, "Baris baru 1", "kegiatan")).toHaveValue("Tanpa penanggung jawab");
});

test("a table from Word is shown before it is taken, with what each column is and which cell is refused", async ({
  page,
}) => {
  const { stored, year } = await openPlan(page);
  await cell(page, "Baris baru 1", "kegiatan").click();
  const html = `<table>
    <tr><td><p>No</p></td><td><p>Rencana tindak lanjut</p></td><td><p>PJ</p></td><td><p>Waktu</p></td></tr>
    <tr><td>1</td><td><p>Sweeping
      imunisasi</p></td><td>Koordinator Gizi</td><td>Desember ${year}</td></tr>
    <tr><td>2</td><td>Kelas ibu hamil</td><td>PKK</td><td>segera</td></tr></table>`;
  await page.evaluate((table) => {
    const data = new DataTransfer();
    data.setData("text/html", table);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, html);
  const preview = page.getByRole("dialog", { name: "2 baris akan dimasukkan" });
  await expect(preview.getByLabel("Arti kolom 3")).toHaveValue("owner");
  await expect(preview).toContainText(`31 Desember ${year}`);
  await expect(preview).toContainText("Koordinator Gizi · Puskesmas");
  await expect(preview).toContainText("Tulis batas waktu seperti 31/12/2026");
  await expectAccessibleOnBoth(page);
  await preview.getByRole("button", { name: "Masukkan 2 baris" }).click();
  await expect(page.getByRole("link", { name: "Buka RTL 1" })).toBeVisible();
  await cell(page, "Baris baru 2", "batas waktu").fill(`30/9/${year}`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Buka RTL 2" })).toBeVisible();
  expect(await stored()).toMatchObject([
    { activity: "Sweeping imunisasi", responsibleTitle: "Koordinator Gizi" },
    { activity: "Kelas ibu hamil", responsibleInstitution: "PKK", deadline: new Date(`${year}-09-30`) },
  ]);
});

plain("a row that is written without a network is kept and goes when it is back", async ({ page, context }) => {
  const { stored, year } = await openPlan(page);
  await cell(page, "Baris baru 1", "kegiatan").click();
  await context.setOffline(true);
  await page.keyboard.type("Sweeping imunisasi");
  await page.keyboard.press("Tab");
  await page.keyboard.type("gizi");
  await page.keyboard.press("Enter");
  await page.keyboard.type(`31/12/${year}`);
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 baris belum terkirim.")).toBeVisible();
  expect(await stored()).toEqual([]);
  await context.setOffline(false);
  await expect(page.getByRole("link", { name: "Buka RTL 1" })).toBeVisible();
  expect(await stored()).toMatchObject([{ activity: "Sweeping imunisasi", responsibleTitle: "Koordinator Gizi" }]);
});
