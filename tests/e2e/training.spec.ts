import { expect, type Page } from "@playwright/test";
import { addDays } from "@/lib/time";
import { expectAccessibleOnBoth, signIn } from "./support";
import { test } from "./test";

const day = "2031-11-20";

async function fillSession(page: Page, number: number, values: Record<string, string>) {
  const row = page.getByRole("group", { name: `Sesi ${number}`, exact: true });
  for (const [label, value] of Object.entries(values)) {
    const field = row.getByLabel(label);
    if (label === "Bentuk") await field.selectOption(value);
    else await field.fill(value);
  }
}

test("a Dinkes holds a training of two days for staff of many puskesmas", async ({ page }) => {
  await signIn(page, { role: "DINKES_ADMIN", organisation: "Provinsi Banten" });
  await page.goto("/kegiatan");
  await page.getByRole("link", { name: "Buat pelatihan" }).click();
  await page.getByLabel("Nama kegiatan").fill("ACLS Tahun 2031");
  await page.getByLabel("Tanggal", { exact: true }).fill(day);
  await page.getByLabel("Jam mulai").fill("08:00");
  await page.getByLabel("Jam selesai").fill("15:00");
  await page.getByLabel("Tanggal selesai").fill(addDays(day, 1));
  await page.getByLabel("Tempat").fill("Aula Dinkes");
  await page.getByRole("button", { name: "Simpan draf" }).click();
  await page.getByRole("link", { name: "Pelatihan", exact: true }).click();
  await page.getByRole("link", { name: "Isi jadwal sesi" }).click();
  await fillSession(page, 1, {
    "Materi sesi 1": "Protokol ACLS",
    Selesai: "10:15",
    Narasumber: "dr. Wulan / Dokter spesialis / RSUD Banten",
    Ruang: "Aula",
  });
  await fillSession(page, 2, {
    "Materi sesi 2": "Simulasi henti jantung",
    Bentuk: "SIMULATION",
    Hari: addDays(day, 2),
    "Mulai (WIB)": "08:00",
    Selesai: "09:30",
  });
  await page.getByRole("button", { name: "Simpan jadwal sesi" }).click();
  await expect(page.getByText(/Di luar hari kegiatan/).first()).toBeVisible();
  await fillSession(page, 2, { Hari: addDays(day, 1) });
  await page.getByRole("button", { name: "Simpan jadwal sesi" }).click();
  await expect(page.getByText("2 sesi, 5 JPL")).toBeVisible();
  await expect(page.getByRole("region", { name: "Sesi Jumat, 21 November 2031" })).toContainText("Simulasi");

  await page.getByRole("link", { name: "Pilih dari data pegawai" }).click();
  await page.getByRole("checkbox", { name: "Perawat", exact: true }).check();
  await page.getByRole("button", { name: "Terapkan" }).click();
  await page.getByLabel(/Semua \d+ orang/).check();
  await page.getByRole("button", { name: "Tambahkan yang dicentang" }).click();
  const participants = page.getByRole("region", { name: /^Peserta/ });
  await expect(participants).toContainText("Puskesmas Kramatwatu");
  await expect(participants).toContainText("Puskesmas Ciruas");
  await page.getByRole("link", { name: "Ketik peserta atau tamu" }).click();
  await page.getByLabel("Nama 1").fill("dr. Tamu Pembuka");
  await page.getByLabel("Profesi").first().selectOption("TAMU");
  await page.getByLabel("Jabatan").first().fill("Kepala Dinas");
  await page.getByRole("button", { name: "Tambahkan" }).click();
  await expect(participants).not.toContainText("dr. Tamu Pembuka");
  await page.getByRole("link", { name: "Ubah isi pelatihan" }).click();
  await page.getByLabel("Tujuan").fill("Melakukan ACLS\nMemimpin tim");
  await page.getByLabel("Nilai post-test paling rendah").fill("70,5");
  await page.getByRole("button", { name: "Simpan isi pelatihan" }).click();
  await expect(page.getByText("nilai post-test paling sedikit 70,5")).toBeVisible();
  await expectAccessibleOnBoth(page);
});
