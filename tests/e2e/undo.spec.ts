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
