import type { Page } from "@playwright/test";
import { readSheet } from "read-excel-file/node";
import writeWorkbook, { type Cell } from "write-excel-file/node";
import { phonePhoto } from "@/tests/factories/files";
import { chooseOwner, close, complaintOf, draft, invite, ownName, ownOf, ownYear, schedule, start } from "./meetings";
import { demo, expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

const sragi = { role: "PUSKESMAS_STAFF", organisation: "Sragi" };

/** A village head of one's own: anyone who was reminded today waits for nothing. */
const head = () => `Kepala Desa ${ownOf(["Kedaung", "Sukapura", "Mandala Sari", "Marga Jasa"])}`;

/** A held Lokmin with a plan of one row each, owned by the same village head. */
async function held(page: Page, day: string, activities: string[], deadline: string): Promise<string> {
  const address = await draft(page, { day });
  await invite(page, address, new RegExp(`^${head()}`));
  await schedule(page, address);
  await start(page, address);
  for (const activity of activities) {
    await page.goto(`${address}/rtl/tambah`);
    await page.getByLabel("Kegiatan", { exact: true }).fill(activity);
    await chooseOwner(page, head(), new RegExp(`^${head()}`));
    await page.getByLabel("Batas waktu").fill(deadline);
    await page.getByRole("button", { name: "Simpan RTL" }).click();
    await expect(page).toHaveURL(/\/rtl$/);
  }
  await close(page, address);
  return address;
}

const rowWith = (page: Page, activity: string) => page.locator(".item-rows > li").filter({ hasText: activity });

/** Ticks rows of the list that hold a word, and says what is done with them. */
async function choose(page: Page, word: string, button: string) {
  await page.goto(`/tindak-lanjut?cari=${encodeURIComponent(word)}`);
  for (const box of await page.locator(".item-rows").getByRole("checkbox", { name: "Pilih" }).all()) await box.check();
  await page.getByRole("button", { name: button, exact: true }).click();
}

test("a village head is reminded, reports through the link with a photo and without an account; staff sees it", async ({
  page,
  somebodyElse,
}) => {
  test.slow();
  const year = ownYear(16);
  const activity = ownName("Kelas ibu hamil");
  await signIn(page, sragi);
  const address = await held(page, `${year}-02-26`, [activity], `${year}-05-30`);

  await choose(page, activity, "Ingatkan");
  await expect(page).toHaveURL(/\/tindak-lanjut\/kirim\?/);
  const prepare = page.getByRole("button", { name: /^Buat tautan pribadi untuk/ });
  if ((await prepare.count()) > 0) await prepare.click();
  const row = page.locator("main li").filter({ hasText: head() });
  const chat = new URL((await row.getByRole("link", { name: "WhatsApp" }).getAttribute("href")) ?? "");
  const text = chat.searchParams.get("text") ?? "";
  expect(text).toContain("mengingatkan rencana tindak lanjut");
  const link = text.split("\n").at(-1) ?? "";
  expect(link).toMatch(/\/t\/[0-9A-Za-z]{22}$/);
  await expectAccessible(page);
  await row.getByRole("button", { name: "Tandai terkirim" }).click();
  await expect(row).toContainText("Dikirim");

  const phone = await somebodyElse();
  const opened = await phone.goto(link);
  expect(Number((await opened?.body())?.length)).toBeLessThan(14_000);
  expect(await phone.locator("script").count()).toBe(0);
  const mine = phone.getByRole("listitem").filter({ hasText: activity });
  await expect(mine).toBeVisible();
  const report = mine.getByRole("link", { name: "Laporkan kemajuan" });
  if ((await report.count()) > 0) await report.click();
  await phone.getByRole("radio", { name: "Ada kendala" }).check();
  await phone.getByLabel("Kemajuan dalam persen").fill("30");
  await phone.getByRole("button", { name: "Kirim laporan" }).click();
  await expect(phone.getByText("Isi catatan: apa kendalanya")).toBeVisible();
  await expect(phone.getByLabel("Kemajuan dalam persen")).toHaveValue("30");
  await expectAccessible(phone);
  await phone.getByLabel("Catatan").fill("Bidan desa sedang cuti");
  await phone
    .getByLabel("Foto bukti")
    .setInputFiles([{ name: "kelas.jpg", mimeType: "image/jpeg", buffer: await phonePhoto(1200, 900) }]);
  await phone.getByRole("button", { name: "Kirim laporan" }).click();
  await expect(phone.getByRole("status")).toContainText("laporan Anda sudah kami terima");
  await expect(phone.getByRole("listitem").filter({ hasText: activity })).toContainText("Menunggu pemeriksaan");
  await expectAccessible(phone);

  await page.goto(`/tindak-lanjut?status=periksa&cari=${encodeURIComponent(activity)}`);
  await expect(rowWith(page, activity)).toContainText("Kendala: Bidan desa sedang cuti");
  await page.goto(`${address}/rtl`);
  await page.getByRole("link", { name: `1. ${activity}` }).click();
  await expect(page.getByText("Berjalan, 30 %").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Tautan penanggung jawab" })).toBeVisible();
  await expectAccessible(page);
});

test("rows go out to Excel, come back filled in, are looked at and saved; then they change hands", async ({ page }) => {
  test.slow();
  const year = ownYear(16);
  const word = ownName("Posyandu lansia");
  await signIn(page, sragi);
  await held(page, `${year}-08-20`, [`${word} satu`, `${word} dua`, `${word} tiga`], `${year}-11-30`);

  const exported = await page.request.get(`/tindak-lanjut/ekspor?cari=${encodeURIComponent(word)}`);
  expect(exported.headers()["content-disposition"]).toMatch(/^attachment; filename="RTL .*\.xlsx"/);
  const [header = [], ...rows] = await readSheet(await exported.body());
  expect(rows).toHaveLength(3);
  const place = (name: string) => header.indexOf(name);
  const [one, two, three] = rows;
  if (!one || !two || !three) throw new Error("three rows were written");
  one[place("Kemajuan (%)")] = 40;
  one[place("Status")] = "Berjalan";
  one[place("Laporan baru")] = "=Sudah dua posyandu";
  two[place("Kemajuan (%)")] = "12,5";
  two[place("Status")] = "Berjalan";
  const filled = await writeWorkbook([header, ...rows].map((cells) => cells.map(cellOf))).toBuffer();

  await page.goto("/impor/rtl");
  await expectAccessible(page);
  await page.getByLabel("Berkas RTL").setInputFiles({ name: "rtl.xlsx", mimeType: "", buffer: filled });
  await page.getByRole("button", { name: "Unggah dan periksa" }).click();
  await expect(page.getByRole("heading", { name: "1 berubah, 1 perlu diperbaiki, 0 bentrok" })).toBeVisible();
  await expect(page.getByText("Belum mulai, 0 % → Berjalan, 40 %")).toBeVisible();
  await expect(page.getByText("Kemajuan “12,5” belum benar", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Simpan 1 laporan kemajuan" }).click();
  await expect(page.locator("main").getByRole("status")).toContainText("1 laporan kemajuan tersimpan");
  await page.goto(`/tindak-lanjut?cari=${encodeURIComponent(`${word} satu`)}`);
  await expect(rowWith(page, `${word} satu`)).toContainText("Berjalan, 40 %");
  await expect(rowWith(page, `${word} satu`)).toContainText("=Sudah dua posyandu");

  await choose(page, word, "Alihkan");
  await page.getByRole("button", { name: "Alihkan RTL yang dicentang" }).click();
  await expect(complaintOf(page)).toContainText("Isi alasan");
  await page.getByLabel("Instansi", { exact: true }).fill("Pemerintah Desa Kedaung");
  await page.getByLabel("Alasan").fill("Wilayah kerja dibagi ulang");
  await page.getByRole("button", { name: "Alihkan RTL yang dicentang" }).click();
  await expect(page.locator("main").getByRole("status")).toContainText("3 RTL dialihkan");
  await page.goto(`/tindak-lanjut?cari=${encodeURIComponent(word)}`);
  await expect(rowWith(page, `${word} tiga`)).toContainText("Pemerintah Desa Kedaung");
  await page.getByRole("link", { name: `${word} satu` }).click();
  await expect(page.getByRole("heading", { name: `${word} satu` })).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname.split("/rtl/")[0]}/riwayat`);
  await expect(page.getByText("alasan: Wilayah kerja dibagi ulang").first()).toBeVisible();
});

test("the links of owners open, and a wrong one says nothing", async ({ page }) => {
  const links = demo().links.filter(({ path }) => path.startsWith("/t/"));
  expect(links.length).toBeGreaterThan(1);
  for (const { path } of links) {
    await page.goto(path);
    await expect(page.getByRole("button", { name: "Kirim laporan" })).toBeVisible();
    await expectAccessible(page);
  }
  const wrong = await page.goto(`/t/${"A".repeat(22)}`);
  expect(wrong?.status()).toBe(404);
  await expect(page.getByRole("heading")).toHaveText("Tautan ini sudah tidak berlaku");
});

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return { value, type: Date, format: "dd/mm/yyyy" };
  if (typeof value === "number") return value;
  return typeof value === "string" ? { value, type: String } : null;
}
