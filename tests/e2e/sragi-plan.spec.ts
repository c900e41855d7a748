import { chooseOwner, close, complaintOf, draft, invite, ownName, ownYear, schedule, start } from "./meetings";
import { demoAccount, expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

const staff = { role: "PUSKESMAS_STAFF", organisation: "Sragi" };

test("the plan: rows with owner, desa and figures, locked by the end; progress, and a word with the Dinkes @tanpa-js", async ({
  page,
  somebodyElse,
}) => {
  test.slow();
  const year = ownYear(8);
  const activity = ownName("Sweeping imunisasi");
  await signIn(page, staff);
  const address = await draft(page, { day: `${year}-02-26` });
  await invite(page, address, /^Camat Sragi/, /^Bidan Desa Kedaung/);
  await schedule(page, address);
  await page.goto(`${address}/rtl`);
  await expect(page.getByText("RTL ditulis selama kegiatan berlangsung.", { exact: false })).toBeVisible();
  await start(page, address);
  await page.goto(`${address}/rtl`);
  await page.getByRole("link", { name: "Tambah RTL" }).click();

  await page.getByLabel("Target", { exact: false }).first().fill("sembilan puluh");
  await page.getByLabel("Masalah").fill("Cakupan imunisasi rendah");
  await page.getByRole("button", { name: "Simpan RTL" }).click();
  await expect(complaintOf(page).getByRole("link")).toHaveText([
    "Isi kegiatan",
    "Isi batas waktu",
    "Tulis target sebagai angka, misalnya 77,5",
    "Pilih penanggung jawab dari daftar, atau isi instansi penanggung jawab",
  ]);
  await expect(page.getByLabel("Masalah")).toHaveValue("Cakupan imunisasi rendah");
  await expectAccessible(page);

  await page.getByLabel("Kegiatan", { exact: true }).fill(activity);
  await chooseOwner(page, "bidan kedaung", /^Bidan Desa Kedaung/);
  await page.getByLabel("Batas waktu").fill(`${year}-04-30`);
  await page.getByRole("checkbox", { name: "Kedaung" }).check();
  await page.getByRole("checkbox", { name: "Margasari" }).check();
  await page.getByLabel("Indikator").fill("Bayi dengan imunisasi dasar lengkap");
  await page.getByLabel("Capaian awal").fill("77,5");
  await page.getByLabel("Target", { exact: false }).first().fill("1.095,25");
  await page.getByLabel("Satuan").fill("bayi");
  await page.getByLabel("Sumber dana").selectOption({ label: "BOK" });
  await page.getByRole("radio", { name: "Tinggi" }).check();
  await page.getByRole("button", { name: "Simpan, lalu tambah lagi" }).click();
  await expect(page.locator("main").getByRole("status").filter({ hasText: "RTL 1 tersimpan" })).toBeVisible();

  await expect(page.getByLabel("Kegiatan", { exact: true })).toHaveValue("");
  await page.getByLabel("Kegiatan", { exact: true }).fill("Perbaikan jalan ke Pustu");
  await page.getByLabel("Instansi", { exact: true }).fill("Dinas PUPR Kabupaten Lampung Selatan");
  await page.getByLabel("Batas waktu").fill(`${year}-11-30`);
  await page.getByRole("button", { name: "Simpan RTL" }).click();
  await expect(page).toHaveURL(/\/rtl$/);
  const shown = page.locator("main").locator("tr, li").locator("visible=true");
  const first = shown.filter({ hasText: activity });
  await expect(first).toContainText("77,5 → 1.095,25 bayi");
  await expect(first).toContainText("Kedaung, Margasari");
  await expect(first).toContainText("Bidan Desa Kedaung");
  const second = shown.filter({ hasText: "Perbaikan jalan ke Pustu" });
  await expect(second).toContainText("Belum menyetujui");
  await expect(second).toContainText("Lewat triwulan depan");
  await expectAccessible(page);

  await close(page, address);
  await page.goto(`${address}/rtl`);
  await expect(page.getByText("isi RTL terkunci", { exact: false })).toBeVisible();
  await expect(page.getByRole("link", { name: "Tambah RTL" })).toHaveCount(0);
  await page
    .getByRole("link", { name: `1. ${activity}` })
    .locator("visible=true")
    .click();
  await expect(page.getByRole("heading", { name: `RTL 1. ${activity}` })).toBeVisible();
  await expect(page.getByRole("link", { name: "Ubah", exact: true })).toHaveCount(0);
  const item = new URL(page.url()).pathname;
  await page.getByLabel("Kemajuan (persen)").fill("140");
  await page.getByRole("button", { name: "Simpan laporan" }).click();
  await expect(complaintOf(page)).toContainText("Kemajuan harus angka bulat 0 sampai 100");
  await page.getByLabel("Kemajuan (persen)").fill("40");
  await page.getByLabel("Catatan").fill("Dua dusun selesai");
  await page.getByRole("button", { name: "Simpan laporan" }).click();
  await expect(
    page.locator("main").getByRole("status").filter({ hasText: "Laporan kemajuan tersimpan." }),
  ).toBeVisible();
  await expect(page.getByText("Berjalan, 40 %").first()).toBeVisible();

  const dinkes = await somebodyElse();
  await signIn(dinkes, { role: "DINKES_REVIEWER", organisation: "Lampung Selatan" });
  await dinkes.goto(`/tindak-lanjut?status=semua&cari=${encodeURIComponent(activity)}`);
  await dinkes
    .getByRole("link", { name: `1. ${activity}` })
    .locator("visible=true")
    .click();
  await expect(dinkes.getByRole("heading", { name: `RTL 1. ${activity}` })).toBeVisible();
  await expect(dinkes.getByText("Dua dusun selesai").first()).toBeVisible();
  await expect(dinkes.getByRole("button", { name: "Simpan laporan" })).toHaveCount(0);
  await dinkes.getByRole("button", { name: "Kirim komentar" }).click();
  await expect(complaintOf(dinkes)).toContainText("Isi komentar");
  await dinkes.getByLabel("Tulis komentar").fill("Dusun mana yang belum?");
  await dinkes.getByRole("button", { name: "Kirim komentar" }).click();
  await expect(dinkes.getByRole("status").filter({ hasText: "Komentar tersimpan." }).first()).toBeVisible();
  await expectAccessible(dinkes);

  await page.goto(item);
  const thread = page.getByRole("region", { name: "Komentar" }).getByRole("listitem");
  await expect(thread).toContainText("Dusun mana yang belum?");
  await expect(thread).toContainText(demoAccount({ role: "DINKES_REVIEWER", organisation: "Lampung Selatan" }).name);
  await page.getByLabel("Tulis komentar").fill("Dusun Sidorejo, pekan depan.");
  await page.getByRole("button", { name: "Kirim komentar" }).click();
  await expect(thread).toHaveCount(2);
  await dinkes.reload();
  await expect(dinkes.getByText("Dusun Sidorejo, pekan depan.")).toBeVisible();
});
