// The main journeys, walked by keyboard alone: nothing is clicked, and focus is where work goes on.
import "./plan-rows";
import type { Locator, Page } from "@playwright/test";
import { db } from "@/lib/db";
import { makeSeat } from "@/tests/factories/seats";
import { makeRunningMeeting, openAs } from "./running-meeting";
import { expect, test } from "./test";

/** Moves by Tab until a control has the focus; fails where the keyboard does not come to it. */
async function tabTo(page: Page, target: Locator, most = 80) {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < most; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target, "the keyboard comes to it").toBeFocused({ timeout: 1 });
}

async function press(page: Page, target: Locator, key = "Enter") {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

test("a row of the plan is found in the list, unfolded, ticked and given to somebody else", async ({ page }) => {
  const { host, officer, meeting } = await makeRunningMeeting(0);
  await makeSeat({ organisationId: host.id, title: "Koordinator Gizi", institution: "Puskesmas" });
  await openAs(page, officer, `/kegiatan/${meeting.id}/rtl`);
  await tabTo(page, page.getByLabel("Baris baru 1, kegiatan"));
  await page.keyboard.type("Kelas ibu hamil");
  await page.keyboard.press("Tab");
  await page.keyboard.type("gizi");
  await page.keyboard.press("Enter");
  await page.keyboard.type(`31/3/${meeting.startsAt.getUTCFullYear() + 1}`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Buka RTL 1" })).toBeVisible();
  expect(await db.actionItem.count({ where: { meetingId: meeting.id } })).toBe(1);

  await page.goto("/tindak-lanjut");
  await press(page, page.getByRole("link", { name: "Langsung ke isi" }));
  await expect(page.locator("main")).toBeFocused();
  await press(page, page.locator("summary", { hasText: "Filter" }));
  await tabTo(page, page.getByLabel("Sektor"));
  await page.keyboard.press("Escape");
  await expect(page.locator("summary", { hasText: "Filter" })).toBeFocused();
  await press(page, page.getByRole("checkbox", { name: /^Pilih RTL 1/ }), "Space");
  await expect(page.getByRole("status").filter({ hasText: "1 dipilih" })).toBeVisible();
  await press(page, page.locator("summary[aria-label^='Rincian RTL 1']"));
  await expect(page.locator(".row-more").getByText("Belum ada laporan")).toBeVisible();
  await press(page, page.getByRole("button", { name: "Alihkan" }));
  await expect(page).toHaveURL(/\/tindak-lanjut\/alihkan\?.*rtl=/);
});

test("people are marked on the list of the entrance, and what was marked is read with the name", async ({ page }) => {
  const { officer, address, meeting } = await makeRunningMeeting(3);
  await openAs(page, officer, address);
  await press(page, page.getByRole("button", { name: "Tandai hadir: Kepala Desa 2", exact: true }));
  const marked = page.getByRole("button", { name: "Ubah Kepala Desa 2, Hadir", exact: true });
  await expect(marked).toBeVisible();
  await press(page, page.getByRole("button", { name: "Tandai tidak hadir: Kepala Desa 3", exact: true }));
  await expect(page.getByText("Semua terkirim")).toBeVisible();
  await expect.poll(() => db.attendance.count({ where: { meetingId: meeting.id } })).toBe(2);
  await press(page, marked);
  await expect(page.getByRole("dialog", { name: "Kepala Desa 2" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("on the plain list the focus comes back into the row whose button is gone", async ({ page }) => {
  const { officer, meeting, invitations } = await makeRunningMeeting(3);
  await openAs(page, officer, `/kegiatan/${meeting.id}/kehadiran`);
  await press(page, page.getByRole("button", { name: /^Tandai hadir: Kepala Desa 2 / }));
  const row = page.locator(`#h-${invitations[1]?.id}`);
  await expect(row.locator("summary", { hasText: "Ubah atau hapus" })).toBeFocused();
});

test("the search of everything opens a meeting, its menu a draft of a new one", async ({ page }) => {
  const { officer, meeting } = await makeRunningMeeting(0);
  await openAs(page, officer, "/beranda");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: /^Cari halaman/ })).toBeFocused();
  await page.keyboard.type(meeting.title);
  await expect(page.getByRole("option", { name: meeting.title }).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: meeting.title })).toBeVisible();
  await page.goto("/kegiatan");
  await press(page, page.locator("summary", { hasText: "Tindakan lain" }));
  await press(page, page.getByRole("link", { name: "Rencana setahun" }));
  await expect(page).toHaveURL(/\/kegiatan\/rencana/);
});

test("indicators are written in a grid: Enter makes the next row, a pasted table fills cells and choices", async ({
  page,
}) => {
  const { host, officer } = await makeRunningMeeting(0);
  await openAs(page, officer, "/capaian/indikator/beberapa");
  await tabTo(page, page.getByLabel("Nama indikator, baris 10"), 90);
  await page.keyboard.type("Kunjungan K6");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Nama indikator, baris 11")).toBeFocused();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      "text/plain",
      "Kasus DBD\tP2P\tjumlah saja\tkasus\tdijumlahkan\tmakin kecil\nD/S\tGizi\t\t\tsendiri\n",
    );
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByLabel("Nama indikator, baris 12")).toHaveValue("D/S");
  await expect(page.getByLabel("Arah yang baik, baris 11")).toHaveValue("ya");
  await press(page, page.getByRole("button", { name: "Simpan semua" }));
  await expect(page.getByText("3 indikator tersimpan.")).toBeVisible();
  const select = { name: true, form: true, isCumulative: true, lowerIsBetter: true };
  const saved = { where: { organisationId: host.id }, orderBy: { position: "asc" }, select } as const;
  expect(await db.indicator.findMany(saved)).toEqual([
    { name: "Kunjungan K6", form: "COVERAGE", isCumulative: true, lowerIsBetter: false },
    { name: "Kasus DBD", form: "COUNT", isCumulative: true, lowerIsBetter: true },
    { name: "D/S", form: "COVERAGE", isCumulative: false, lowerIsBetter: false },
  ]);
});
