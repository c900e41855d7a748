import type { Page } from "@playwright/test";
import { csvFile, fileRow, xlsxFile } from "@/tests/factories/directory-files";
import { crowdPhoto, phonePhoto, program, smallPdf } from "@/tests/factories/files";
import { ownName, ownOf } from "./meetings";
import { demoAccount, expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

const sragi = { role: "PUSKESMAS_STAFF", organisation: "Sragi" };

/** Thirty rows: two share a number, one names a desa that is not there, one has no name. */
function thirtyRows() {
  const digits = ownOf(["71", "72", "73", "74"]);
  const rows = Array.from({ length: 30 }, (_, index) =>
    fileRow({
      title: `${ownName("Kader")} ${index}`,
      name: index === 0 ? "<script>alert(1)</script>" : "Sulastri, S.Tr.Keb., SKM, MKM",
      phone: `0840-${digits}00-00${String(index).padStart(2, "0")}`,
    }),
  );
  Object.assign(rows[10] ?? {}, { phone: `0840-${digits}99-0001` });
  Object.assign(rows[18] ?? {}, { phone: `+62 840 ${digits}99 0001`, name: "Orang lain" });
  Object.assign(rows[23] ?? {}, { villageCode: "18.01.15.2999" });
  Object.assign(rows[29] ?? {}, { name: "" });
  return rows;
}

async function upload(page: Page, name: string, buffer: Buffer) {
  await page.goto("/impor/mitra");
  await page.getByLabel("Berkas mitra").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "Unggah dan periksa" }).click();
}

test("thirty rows: looked at, confirmed, and uploaded again without doubling @tanpa-js", async ({ page }) => {
  await signIn(page, sragi);
  await page.goto("/impor/mitra");
  await expectAccessible(page);
  const rows = thirtyRows();
  await upload(page, "mitra.xlsx", await xlsxFile(rows));
  await expect(page.getByRole("heading", { name: "28 siap, 2 perlu diperbaiki" })).toBeVisible();
  await expect(page.getByText(/^Nomor HP .* juga dipakai/)).toHaveCount(2);
  for (const row of [12, 20, 25, 31]) await expect(page.getByText(`Baris ${row}`, { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/mitra?q=Kader");
  await expect(page.getByText(ownName("Kader"))).toHaveCount(0);
  await page.goBack();
  await page.getByRole("button", { name: "Impor 28 baris yang siap" }).click();
  await expect(page.locator("main").getByRole("status")).toContainText("28 jabatan baru");
  await upload(page, "mitra.csv", csvFile(rows));
  await expect(page.getByText("Semua yang siap sudah sama dengan daftar mitra.")).toBeVisible();
  await page.getByRole("button", { name: "Batalkan, jangan impor apa pun" }).click();
  await expect(page).toHaveURL(/\/impor\/mitra$/);
  await upload(page, "mitra.xlsx", program);
  await expect(page.getByText("Isi berkas ini bukan XLSX atau CSV")).toBeVisible();
});

test("an export comes back without a change", async ({ page }) => {
  await signIn(page, { role: "PUSKESMAS_STAFF", organisation: "Senduro" });
  for (const form of ["xlsx", "csv"]) {
    const exported = await page.request.get(`/mitra/ekspor?bentuk=${form}`);
    expect(exported.headers()["content-disposition"]).toMatch(new RegExp(`^attachment; filename="Mitra .*\\.${form}"`));
    await upload(page, `mitra.${form}`, await exported.body());
    await expect(page.getByRole("heading", { name: /^\d+ siap, 0 perlu diperbaiki$/ })).toBeVisible();
    await expect(page.getByText("Semua yang siap sudah sama dengan daftar mitra.")).toBeVisible();
  }
});

test("a large photo is shrunk upright on the device before it is sent, and how long that takes is said", async ({
  page,
}) => {
  await signIn(page, sragi);
  await page.goto("/kegiatan?keadaan=CLOSED");
  const meeting = page.locator('main a[href^="/kegiatan/"]').filter({ hasText: "Lokakarya" }).first();
  await page.goto(`${await meeting.getAttribute("href")}/kehadiran`);
  const field = page.getByLabel("Foto atau PDF daftar hadir");
  const words = page.getByText(/^Tiap 1 MB terkirim sekitar 30 detik di jaringan lambat/);
  await expect(words).toBeVisible();
  const buffer = await crowdPhoto(2800, 2100);
  expect(buffer.length).toBeGreaterThan(2 * 1024 * 1024);
  await field.setInputFiles({ name: "daftar.png", mimeType: "image/jpeg", buffer });
  await expect(page.getByText(/: terkirim .+ di jaringan lambat\.$/)).toBeVisible();
  const sent = await field.evaluate(async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return null;
    const { width, height } = await createImageBitmap(file);
    return { name: file.name, size: file.size, width, height };
  });
  expect(sent).toMatchObject({ name: "daftar.jpg", width: 1500, height: 2000 });
  expect(sent?.size).toBeLessThan(buffer.length / 2);
});

test("a scan of the signed list is kept, shown to those who may see it, and shut to all others", async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page, sragi);
  await page.goto("/kegiatan?keadaan=CLOSED");
  const meeting = await page
    .locator('main a[href^="/kegiatan/"]')
    .filter({ hasText: "Lokakarya" })
    .first()
    .getAttribute("href");
  const name = ownName("daftar hadir");
  const send = async (file: string, buffer: Buffer) => {
    await page.goto(`${meeting}/kehadiran`);
    await page.getByLabel("Foto atau PDF daftar hadir").setInputFiles({ name: file, mimeType: "image/jpeg", buffer });
    await page.getByRole("button", { name: "Simpan pindaian" }).click();
  };
  await send(`${name}.jpg`, program);
  await expect(page.getByText(/bukan foto \(JPEG, PNG, WebP\) atau PDF/).first()).toBeVisible();
  await send(`${name}.jpg`, await phonePhoto(1200, 900));
  const photo = await page.getByRole("link", { name: `${name}.jpg` }).getAttribute("href");
  await send(`${name}.pdf`, smallPdf);
  const pdf = await page.getByRole("link", { name: `${name}.pdf` }).getAttribute("href");
  await expectAccessible(page);

  const seen = await page.request.get(photo ?? "");
  expect(seen.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "content-disposition": expect.stringMatching(/^inline; filename="daftar hadir /),
    "content-security-policy": expect.stringMatching(/^sandbox; default-src 'none'/),
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  expect((await seen.body()).includes("Exif")).toBe(false);
  const shownPdf = await page.request.get(pdf ?? "");
  expect(shownPdf.headers()["content-security-policy"]).toMatch(/^default-src 'none'/);
  expect((await shownPdf.body()).equals(smallPdf)).toBe(true);

  const others = [
    { who: { role: "PUSKESMAS_READER", organisation: "Sragi" }, status: 200 },
    { who: { role: "PUSKESMAS_ADMIN", organisation: "Katibung" }, status: 404 },
  ];
  for (const { who, status } of others) {
    const context = await browser.newContext();
    const other = await context.newPage();
    await signIn(other, who);
    expect((await other.request.get(photo ?? "")).status(), demoAccount(who).email).toBe(status);
    for (const address of ["/mitra/ekspor?bentuk=xlsx", "/impor/mitra/templat?bentuk=csv", "/impor/mitra"])
      expect((await other.request.get(address)).status(), `${who.role} ${address}`).toBe(
        who.role === "PUSKESMAS_ADMIN" ? 200 : 404,
      );
    await context.close();
  }
  const nobody = await browser.newContext();
  const answer = await nobody.request.get(photo ?? "", { maxRedirects: 0 });
  expect(answer.status()).toBe(307);
  expect((await answer.body()).includes("JFIF")).toBe(false);
  await nobody.close();
});
