import { demoList } from "./addresses";
import { complaintOf, dayInWords, draft, ownName, ownYear } from "./meetings";
import { expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

const staff = { role: "PUSKESMAS_STAFF", organisation: "Sragi" };

test("a year is planned in one form: moved, checked, saved once; what is taken stands beside it @tanpa-js", async ({
  page,
}) => {
  const year = ownYear(12);
  await signIn(page, staff);
  await draft(page, { kind: "Lokmin Bulanan", day: `${year}-03-04` });

  await page.goto(`/kegiatan/rencana?tahun=${year}`);
  await expect(page.getByRole("heading", { level: 1, name: `Rencana Lokmin ${year}` })).toBeVisible();
  await expect(page.getByText("1 Lokmin sudah ada dan tidak diusulkan lagi")).toBeVisible();
  await expect(page.getByRole("group", { name: `Maret ${year}` })).toHaveCount(0);
  await expect(page.getByRole("checkbox", { name: String(year) })).toHaveCount(16);
  await expect(page.getByRole("checkbox", { name: "Jadwalkan" })).toHaveCount(1);

  await page.locator('select[name="hari"]').selectOption("Rabu");
  await page.getByLabel("Jam mulai").fill("08:30");
  await page.getByLabel("Tempat untuk semuanya").fill("Balai desa Baktirasa");
  await page.getByRole("button", { name: "Usulkan ulang" }).click();
  const second = page.getByRole("group", { name: `Triwulan II ${year}` });
  await expect(second.getByLabel("Mulai")).toHaveValue("08:30");
  await expect(second.getByLabel("Tempat")).toHaveValue("Balai desa Baktirasa");

  // Independence Day, a triwulan out of its month, and two on one day.
  await second.getByLabel("Tanggal").fill(`${year}-06-24`);
  await page
    .getByRole("group", { name: `Agustus ${year}` })
    .getByLabel("Tanggal")
    .fill(`${year}-08-17`);
  await page
    .getByRole("group", { name: `Juni ${year}` })
    .getByLabel("Tanggal")
    .fill(`${year}-06-24`);
  await page.getByRole("checkbox", { name: `Desember ${year}` }).uncheck();
  await page.getByRole("button", { name: "Periksa tanggal" }).click();
  await expect(second).toContainText("Juknis ILP menganjurkan Mei; tetap tercatat sebagai Triwulan II.");
  await expect(second).toContainText(`Sehari dengan Lokmin Bulanan Juni ${year} dalam rencana ini`);
  await expect(second.getByLabel("Tanggal")).toHaveValue(`${year}-06-24`);
  await expect(page.getByRole("group", { name: `Agustus ${year}` })).toContainText("Libur: Hari Kemerdekaan RI");
  await expect(page.getByRole("checkbox", { name: `Desember ${year}` })).not.toBeChecked();
  await expectAccessible(page);

  await page
    .getByRole("group", { name: `Juni ${year}` })
    .getByLabel("Tempat")
    .fill("");
  await page.getByRole("button", { name: "Simpan yang dicentang" }).click();
  await expect(complaintOf(page)).toContainText("Isi tempat");
  await expect(second.getByLabel("Tanggal")).toHaveValue(`${year}-06-24`);
  await expect(page.getByRole("checkbox", { name: `Desember ${year}` })).not.toBeChecked();
  await page
    .getByRole("group", { name: `Juni ${year}` })
    .getByLabel("Tempat")
    .fill("Ruang rapat");
  await page.getByRole("button", { name: "Simpan yang dicentang" }).click();
  await expect(page.getByText(`14 Lokmin ${year} tersimpan sebagai draf`)).toBeVisible();
  await expect(page.getByText("15 Lokmin sudah ada dan tidak diusulkan lagi")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: `Desember ${year}` })).toBeVisible();

  await page.goto(`/kegiatan?tahun=${year}&jenis=QUARTERLY_LOKMIN`);
  await page.getByRole("link", { name: `Lokakarya Mini Lintas Sektor Triwulan II ${year}` }).click();
  await expect(page.getByText(dayInWords(`${year}-06-24`))).toBeVisible();
  await expect(page.getByText("Juknis ILP menganjurkan Mei; tetap tercatat sebagai Triwulan II.")).toBeVisible();
  await expect(page.getByText("Lokmin Triwulanan Rutin")).toBeVisible();

  await page.goto(`/kegiatan/rencana?tahun=${year}`);
  await page.getByRole("checkbox", { name: `Jadwalkan Lokakarya Mini Lintas Sektor Triwulan IV ${year}` }).uncheck();
  await page.getByRole("button", { name: "Jadwalkan draf yang dicentang" }).click();
  await expect(page.getByText(`14 Lokmin ${year} dijadwalkan.`)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Jadwalkan" })).toHaveCount(1);
});

test("a type's lists are the puskesmas's own; a meeting takes them along and they are ticked there", async ({
  page,
}) => {
  const name = ownName("Rapat klaster");
  const day = `${ownYear(12)}-10-06`;
  await signIn(page, staff);
  await page.goto("/pengaturan/jenis");
  await page.getByRole("link", { name: "Tambah jenis" }).click();
  await page.getByRole("button", { name: "Simpan jenis" }).click();
  await expect(complaintOf(page).getByRole("link")).toHaveText(["Pilih bentuk pertemuan", "Isi nama jenis"]);
  await page.getByRole("radio", { name: "Pra-Lokmin" }).check();
  await page.getByLabel("Nama jenis").fill(name);
  await page.getByLabel("Masukan").fill("Capaian klaster\n\nLaporan pustu");
  await page.getByLabel("Luaran").fill("Masalah untuk Lokmin");
  await page.getByRole("button", { name: "Simpan jenis" }).click();
  await expect(page.getByText("Jenis kegiatan tersimpan.")).toBeVisible();

  await page.goto("/kegiatan/baru");
  await page.getByRole("radio", { name: "Pra-Lokmin" }).check();
  await page.getByLabel("Tanggal", { exact: true }).fill(day);
  await page.getByLabel("Tempat", { exact: true }).fill("Ruang klaster");
  await page.getByRole("button", { name: "Simpan draf" }).click();
  await expect(complaintOf(page)).toContainText("Pilih klaster pra-lokmin");
  await page.getByLabel("Klaster", { exact: true }).selectOption(name);
  await page.getByRole("button", { name: "Simpan draf" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name} Oktober ${ownYear(12)}` })).toBeVisible();

  await expect(page.getByText("0 dari 3 ada")).toBeVisible();
  await page.getByRole("checkbox", { name: "Laporan pustu" }).check();
  await page.getByLabel("Catatan: Laporan pustu").fill("dari dua pustu");
  await page.getByRole("button", { name: "Simpan daftar" }).click();
  await expect(page.getByText("1 dari 3 ada")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Laporan pustu" })).toBeChecked();
  await expect(page.getByLabel("Catatan: Laporan pustu")).toHaveValue("dari dua pustu");
  await expectAccessible(page);
});

test("a neighbour's Lokmin is taken over from its template; its rows are offered while the meeting runs", async ({
  page,
}) => {
  await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Katibung" });
  await page.goto("/kegiatan");
  await page.locator("summary", { hasText: "Tindakan lain" }).click();
  await page.getByRole("link", { name: "Templat", exact: true }).click();
  await page.getByRole("link", { name: /^Lokmin lintas sektor: imunisasi/ }).click();
  await expect(page.getByText("Sweeping imunisasi bayi 9–11 bulan dari rumah ke rumah")).toBeVisible();
  await expect(page.getByText("UPTD Puskesmas Rawat Inap Sragi").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Pakai templat ini" }).click();
  await expect(page.getByRole("radio", { name: "Lokmin Triwulanan" })).toBeChecked();
  await expect(page.getByLabel("Acara 1", { exact: true })).toHaveValue(/^Masalah per desa/);

  await page.goto(await demoList(page, "keadaan=IN_PROGRESS"));
  await page.getByRole("link", { name: /^Lokakarya Mini Lintas Sektor/ }).click();
  await expect(page.getByText("Dari templat")).toBeVisible();
  await page
    .getByRole("navigation", { name: "Bagian kegiatan" })
    .getByRole("link", { name: "RTL", exact: true })
    .click();
  await expect(page.getByRole("heading", { name: "Usulan dari templat" })).toBeVisible();
  await page.getByRole("link", { name: /^Pakai usulan: Jadwal puskesmas keliling/ }).click();
  await expect(page.getByLabel("Kegiatan", { exact: true })).toHaveValue(/^Jadwal puskesmas keliling/);
  await expect(page.getByLabel("Target", { exact: true })).toHaveValue("4");
});

test("holidays are pasted; a wrong line is named and nothing is lost", async ({ page }) => {
  const year = ownYear(12);
  await signIn(page, staff);
  await page.goto(`/pengaturan/libur?tahun=${year}`);
  const days = `${year}-02-30 Tidak ada\n${year}-03-11 Nyepi\n12 Mei ${year} Waisak`;
  await page.getByLabel("Tambah hari libur").fill(days);
  await page.getByRole("button", { name: "Simpan hari libur" }).click();
  await expect(complaintOf(page)).toContainText("Baris 1: tanggal tidak ada di kalender");
  await expect(page.getByLabel("Tambah hari libur")).toHaveValue(days);
  await page.getByLabel("Tambah hari libur").fill(days.split("\n").slice(1).join("\n"));
  await page.getByRole("button", { name: "Simpan hari libur" }).click();
  await expect(page.getByText("2 hari libur tersimpan.")).toBeVisible();
  await expect(page.getByText(dayInWords(`${year}-05-12`))).toBeVisible();
  await page.getByRole("button", { name: "Hapus Waisak" }).click();
  await expect(page.getByText(dayInWords(`${year}-05-12`))).toHaveCount(0);
});
