// What was done is said once, with an undo in reach on a phone.
import "./plan-rows";
import { db } from "@/lib/db";
import { makeRunningMeeting, openAs } from "./running-meeting";
import { expect, test } from "./test";

test.use({ viewport: { width: 360, height: 740 } });

test("a mark is confirmed and taken back on a phone, with and without script @tanpa-js", async ({ page }) => {
  const running = await makeRunningMeeting(2);
  await openAs(page, running.officer, `/kegiatan/${running.meeting.id}/kehadiran`);
  await page.getByRole("button", { name: "Tandai hadir: Kepala Desa 2" }).click();
  const notice = page.getByRole("status").filter({ hasText: "Ditandai hadir." });
  await expect(notice).toBeVisible();
  const undo = notice.getByRole("button", { name: "Urungkan" });
  await expect(undo).toBeInViewport();
  await undo.click();
  await expect(page.getByText("Diurungkan: catatan kehadiran.")).toBeVisible();
  expect(await db.attendance.count({ where: { meetingId: running.meeting.id } })).toBe(0);
});

test("what was said is gone on the next page", async ({ page }) => {
  const running = await makeRunningMeeting(1);
  await openAs(page, running.officer, `/kegiatan/${running.meeting.id}/kehadiran`);
  await page.getByRole("button", { name: "Tandai hadir: Kepala Desa 1" }).click();
  await expect(page.getByText("Ditandai hadir.")).toBeVisible();
  await page.getByRole("link", { name: "Undangan", exact: true }).click();
  await expect(page).toHaveURL(/undangan$/);
  await expect(page.getByText("Ditandai hadir.")).toBeHidden();
  await page.reload();
  await expect(page.getByText("Ditandai hadir.")).toBeHidden();
});

test("ticked invitations are withdrawn and brought back on a phone, with and without script @tanpa-js", async ({
  page,
}) => {
  const { officer, meeting } = await makeRunningMeeting(3);
  await openAs(page, officer, `/kegiatan/${meeting.id}/undangan`);
  const tools = page.locator(".selection-bar");
  await expect(tools).toBeHidden();
  await page.getByRole("checkbox", { name: /^Pilih undangan Kepala Desa 1/ }).check();
  await page.getByRole("checkbox", { name: /^Pilih undangan Kepala Desa 3/ }).check();
  await tools.getByRole("button", { name: "Batalkan undangan" }).click();
  const notice = page.getByRole("status").filter({ hasText: "2 undangan dibatalkan; tautannya tidak berlaku lagi." });
  await expect(notice).toBeVisible();
  await expect(tools).toBeHidden();
  expect(await db.invitation.count({ where: { meetingId: meeting.id } })).toBe(1);
  await notice.getByRole("button", { name: "Urungkan" }).click();
  await expect(page.getByRole("checkbox", { name: /^Pilih undangan/ })).toHaveCount(3);
  await expect(tools).toBeHidden();
});

test("what was ticked is left behind with the list it was ticked in", async ({ page }) => {
  const { officer, meeting } = await makeRunningMeeting(2);
  await openAs(page, officer, `/kegiatan/${meeting.id}/undangan`);
  await page.getByRole("checkbox", { name: "Pilih semua 2 undangan" }).check();
  await expect(page.getByText("2 dipilih")).toBeVisible();
  await page.getByRole("link", { name: /^Belum menjawab/ }).click();
  await expect(page).toHaveURL(/jawaban=belum/);
  await expect(page.locator(".selection-bar")).toBeHidden();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
});
