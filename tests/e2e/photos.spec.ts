// Photos from a phone: shrunk on the device, sent one by one, lost and sent again, captioned and dragged into order.
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { db } from "@/lib/db";
import { findTakenClock } from "@/lib/documents/taken";
import { crowdPhoto, heic, smallPdf } from "@/tests/factories/files";
import { expect, makeRunningMeeting, openAs } from "./running-meeting";
import { test } from "./test";

const taken = "2026:06:24 09:10:00";

async function bigPhoto(): Promise<Buffer> {
  return sharp(await crowdPhoto(2400, 1800))
    .jpeg({ quality: 95 })
    .withExif({ IFD0: { Orientation: "6" }, IFD2: { DateTimeOriginal: taken } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

test("photos are shrunk on the phone, one that is lost is sent again, and their order is typed and dragged", async ({
  page,
}) => {
  const { meeting, officer } = await makeRunningMeeting(1);
  await page.setViewportSize({ width: 360, height: 740 });
  await openAs(page, officer, `/kegiatan/${meeting.id}/foto`);
  const sent: number[] = [];
  await page.route(
    (url) => url.pathname.endsWith("/foto"),
    (route) => {
      if (route.request().method() !== "POST") return route.continue();
      sent.push(route.request().postDataBuffer()?.length ?? 0);
      return sent.length === 1 ? route.abort() : route.continue();
    },
  );
  const photo = await bigPhoto();
  expect(photo.length).toBeGreaterThan(1_000_000);
  await page.locator("input[type=file]").setInputFiles([
    { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: photo },
    { name: "IMG_0002.heic", mimeType: "image/heic", buffer: heic },
    { name: "daftar.pdf", mimeType: "application/pdf", buffer: smallPdf },
    { name: "IMG_0003.jpg", mimeType: "image/jpeg", buffer: await sharp(photo).rotate(90).jpeg().toBuffer() },
  ]);
  await page.getByRole("button", { name: "Simpan foto" }).click();
  await expect(page.getByText("daftar.pdf: Ini PDF, bukan foto")).toBeVisible();
  await expect(page.getByText(/IMG_0002.heic: .*Paling Kompatibel/)).toBeVisible();
  await expect(page.getByText("IMG_0001.jpg: belum terkirim")).toBeVisible();
  await page.getByRole("button", { name: "Kirim lagi 1 foto" }).click();
  await expect(page.getByText("2 foto tersimpan.")).toBeVisible();
  expect(Math.max(...sent)).toBeLessThan(450_000);
  await page.unrouteAll();

  await expect(page.getByLabel("Tanggal foto 2")).toHaveValue("2026-06-24");
  const kept = await db.document.findFirstOrThrow({
    where: { meetingId: meeting.id, name: "IMG_0001.jpg" },
    include: { content: true },
  });
  const bytes = Buffer.from(kept.content?.bytes ?? []);
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 1600 });
  expect(findTakenClock(bytes)).toBeNull();

  await page.getByLabel("Keterangan foto 1").click();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "Peserta dari desa\nPembukaan oleh Camat\n");
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  });
  await expect(page.getByLabel("Keterangan foto 2")).toHaveValue("Pembukaan oleh Camat");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByLabel("Keterangan foto 1")).toHaveValue("Pembukaan oleh Camat");
  await expect(page.getByLabel("Keterangan foto 1")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Keterangan foto 2")).toBeFocused();
  await expect(page.getByText("Urutan belum disimpan.")).toBeVisible();
  await page.getByRole("button", { name: "Simpan keterangan" }).click();
  await expect(page.getByText("Keterangan dan urutan foto tersimpan.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("img").first()).toHaveAccessibleName("Pembukaan oleh Camat");

  await dragPhoto(page, 2, 1);
  await expect(page.getByLabel("Keterangan foto 1")).toHaveValue("Peserta dari desa");
  await page.getByRole("button", { name: "Pindahkan foto 1 ke bawah" }).press("Enter");
  await expect(page.getByRole("button", { name: "Pindahkan foto 2 ke atas" })).toBeFocused();
});

test("photos and their caption outlive a session that ended, and a caption a reload", async ({ page, context }) => {
  const { meeting, officer } = await makeRunningMeeting(1);
  await openAs(page, officer, `/kegiatan/${meeting.id}/foto`);
  const caption = page.getByLabel("Keterangan untuk semua foto ini");
  await caption.pressSequentially("Penyuluhan di balai desa");
  const buffer = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#286" } })
    .jpeg()
    .toBuffer();
  await page.locator("input[type=file]").setInputFiles([{ name: "IMG_0009.jpg", mimeType: "image/jpeg", buffer }]);
  const session = await context.cookies();
  await context.clearCookies();
  await page.getByRole("button", { name: "Simpan foto" }).click();
  await expect(page.getByText("IMG_0009.jpg: belum terkirim")).toBeVisible();
  await expect(page.getByRole("link", { name: "masuk lagi di tab baru" })).toBeVisible();
  await expect(page).toHaveURL(/\/foto$/);
  await context.addCookies(session);
  await page.getByRole("button", { name: "Kirim lagi 1 foto" }).click();
  await expect(page.getByText("1 foto tersimpan.")).toBeVisible();
  const [kept] = await db.document.findMany({ where: { meetingId: meeting.id }, select: { caption: true } });
  expect(kept).toEqual({ caption: "Penyuluhan di balai desa" });

  await caption.pressSequentially("Pembukaan");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText("Isian Anda yang belum tersimpan dikembalikan")).toBeVisible();
  await expect(caption).toHaveValue("Pembukaan");
});

async function dragPhoto(page: Page, from: number, to: number) {
  await page
    .getByTitle("Seret untuk memindahkan")
    .nth(from - 1)
    .hover();
  await page.mouse.down();
  // Scrolled into view with the grip held, wherever the page stood; the grip has captured the pointer.
  await page
    .getByRole("img")
    .nth(to - 1)
    .hover({ force: true });
  await page.mouse.up();
}
