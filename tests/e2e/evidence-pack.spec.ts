// The evidence of a year from one button to a download that goes on after it broke off.
import { db } from "@/lib/db";
import { documentRow } from "@/tests/factories/evidence";
import { phonePhoto } from "@/tests/factories/files";
import { expect, makeRunningMeeting, openAs } from "./running-meeting";
import { expectAccessibleOnBoth } from "./support";
import { test } from "./test";

test("a year's evidence is made by one button, shows how far it is, and is downloaded in parts", async ({ page }) => {
  const { meeting, officer } = await makeRunningMeeting(1);
  const bytes = new Uint8Array(await phonePhoto(400, 300));
  const photo = documentRow({ meetingId: meeting.id, kind: "MEETING_PHOTO", caption: "Pembukaan" });
  await db.document.create({ data: { ...photo, size: bytes.length, content: { create: { bytes } } } });
  await openAs(page, officer, `/berkas-akreditasi?tahun=${meeting.year}`);
  await page.getByRole("button", { name: `Buat berkas ${meeting.year}` }).click();
  const link = page.getByRole("link", { name: /^Unduh ZIP/ });
  await expect(link).toBeVisible();
  await expect(page.getByText("tidak ada yang berubah sejak itu")).toBeVisible();
  await page.getByText("EP 1.6.2 a: Jadwal", { exact: false }).click();
  await expect(page.getByText("Foto 1 Pembukaan")).toBeVisible();
  await expectAccessibleOnBoth(page);

  const address = (await link.getAttribute("href")) ?? "";
  const whole = await page.request.get(address);
  const body = await whole.body();
  expect(whole.headers()).toMatchObject({ "content-type": "application/zip", "content-length": String(body.length) });
  expect(body.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
  const from = Math.floor(body.length / 2);
  const resume = { Range: `bytes=${from}-`, "If-Range": whole.headers().etag ?? "" };
  const rest = await page.request.get(address, { headers: resume });
  expect(rest.status()).toBe(206);
  expect(rest.headers()["content-range"]).toBe(`bytes ${from}-${body.length - 1}/${body.length}`);
  expect((await rest.body()).equals(body.subarray(from))).toBe(true);
  const other = await page.request.get(address, { headers: { ...resume, "If-Range": '"lain"' } });
  expect([other.status(), (await other.body()).equals(body)]).toEqual([200, true]);
  expect((await page.request.get(address, { headers: { Range: `bytes=${body.length}-` } })).status()).toBe(416);
});
