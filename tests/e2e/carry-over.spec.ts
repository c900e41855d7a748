import type { Locator, Page } from "@playwright/test";
import { dateToDay } from "@/lib/time";
import { close, complaintOf, draft, ownName, ownYear, schedule, start } from "./meetings";
import { expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

/** A puskesmas with few carriedItems of its own. */
const staff = { role: "PUSKESMAS_ADMIN", organisation: "Katibung" };
const reviewer = { role: "DINKES_REVIEWER", organisation: "Lampung Selatan" };

test("a promise of triwulan II gets its status in triwulan III, is continued, and goes to the Dinkes for a letter", async ({
  page,
  somebodyElse,
}) => {
  test.slow();
  const year = ownYear(13);
  const activity = ownName("Perbaikan jembatan ke Pustu");
  await signIn(page, staff);
  await holdSecondQuarter(page, year, activity);

  const third = await draft(page, { day: `${year}-08-12` });
  await schedule(page, third);
  await page.goto(`${third}/janji`);
  const row = page.getByRole("listitem").filter({ hasText: activity });
  await expect(row).toContainText("Dinas PUPR Kabupaten Lampung Selatan");
  await expect(row.getByRole("radio")).toHaveCount(0);
  await start(page, third);
  await page.goto(`${third}/janji`);
  await expect(page.getByRole("link", { name: /^Belum diberi status \(\d+\)$/ })).toBeVisible();
  await giveStatus(page, row, year);
  await expectAccessible(page);

  await row.getByRole("link", { name: activity }).click();
  await expect(page.getByRole("heading", { name: `RTL 1. ${activity}` })).toBeVisible();
  await expect(page.getByText("Ditunda ke-1")).toBeVisible();
  await expect(page.getByText(`31 Oktober ${year}`, { exact: false }).first()).toBeVisible();
  const history = page.getByRole("region", { name: "Kemajuan", exact: true }).getByRole("listitem");
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText(`Dilanjutkan sampai 31 Oktober ${year}. Alasan: Anggaran belum turun`);
  await expect(history.last()).toContainText("Gambar selesai");
  await expect(page.getByRole("region", { name: "Status per triwulan" }).getByRole("row").nth(1)).toContainText(
    `TW II ${year}`,
  );
  await expectAccessible(page);
  const item = new URL(page.url()).pathname;

  await page.getByText("Eskalasikan ke Dinkes", { exact: true }).click();
  await page.getByRole("button", { name: "Kirim eskalasi" }).click();
  await expect(complaintOf(page)).toContainText("Isi alasan");
  await page.getByLabel("Alasan eskalasi").fill("Jembatan milik kabupaten; puskesmas tidak dapat memperbaikinya");
  await page.getByRole("button", { name: "Kirim eskalasi" }).click();
  await expect(page.getByText("Menunggu jawaban Dinkes")).toBeVisible();

  const dinkes = await somebodyElse();
  await signIn(dinkes, reviewer);
  await dinkes.goto("/beranda");
  await expect(dinkes.getByRole("link", { name: /^Jawab eskalasi \(\d+\)$/ })).toBeVisible();
  await answerWithLetter(dinkes, activity);

  await page.goto(item);
  const escalation = page.getByRole("region", { name: "Eskalasi ke Dinas Kesehatan" });
  await expect(escalation).toContainText("Ditindaklanjuti Dinkes");
  await expect(escalation).toContainText(`440/${year}/Dinkes`);
  await escalation.getByRole("link", { name: "Buka eskalasi ini" }).click();
  await expect(page.getByRole("button", { name: "Simpan jawaban" })).toHaveCount(0);
  await page.getByRole("link", { name: "Lihat Bukti tindak lanjut Dinas Kesehatan" }).click();
  await expect(page.getByText("Bukti EP 1.7.1 f")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(`440/${year}/Dinkes`);
  await expectAccessible(page);
});

/** Triwulan II: one row of the plan, one report, closed. */
async function holdSecondQuarter(page: Page, year: number, activity: string) {
  const second = await draft(page, { day: `${year}-05-12` });
  await schedule(page, second);
  await start(page, second);
  await page.goto(`${second}/rtl/tambah`);
  await page.getByLabel("Kegiatan", { exact: true }).fill(activity);
  await page.getByLabel("Instansi", { exact: true }).fill("Dinas PUPR Kabupaten Lampung Selatan");
  await page.getByLabel("Batas waktu").fill(`${year}-07-31`);
  await page.getByRole("button", { name: "Simpan RTL" }).click();
  await expect(page).toHaveURL(/\/rtl$/);
  await close(page, second);
  await page.goto(`${second}/rtl`);
  await page.getByRole("link", { name: activity }).locator("visible=true").click();
  await page.getByLabel("Kemajuan (persen)").fill("20");
  await page.getByLabel("Catatan").fill("Gambar selesai");
  await page.getByRole("button", { name: "Simpan laporan" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Laporan kemajuan tersimpan." })).toBeVisible();
}

/** Late, so running is refused; continued needs its date and its reason. */
async function giveStatus(page: Page, row: Locator, year: number) {
  const save = row.getByRole("button", { name: "Simpan status" });
  await row.getByRole("radio", { name: "Berjalan" }).check();
  await row.getByLabel("Kemajuan (persen)").fill("35");
  await save.click();
  await expect(complaintOf(page)).toContainText("sudah lewat pada hari kegiatan. Pilih Dilanjutkan");
  await row.getByRole("radio", { name: "Dilanjutkan" }).check();
  await save.click();
  await expect(complaintOf(page).getByRole("link")).toHaveText([
    "Isi batas waktu baru",
    "Isi alasan: mengapa belum selesai",
  ]);
  await row.getByLabel("Batas waktu baru").fill(`${year}-08-12`);
  await row.getByLabel("Alasan", { exact: true }).fill("Anggaran belum turun");
  await save.click();
  await expect(complaintOf(page)).toContainText("Batas waktu baru harus sesudah tanggal kegiatan");
  await row.getByLabel("Batas waktu baru").fill(`${year}-10-31`);
  await save.click();
  await expect(page.getByRole("status").filter({ hasText: "Status RTL 1 tersimpan." })).toBeVisible();
  await expect(row).toContainText("ditunda ke-1");
  await expect(row).toContainText(`sampai 31 Oktober ${year}`);
  await expect(row.getByText("Perbaiki status")).toBeVisible();
}

/** Without the letter's number nothing is followed up. */
async function answerWithLetter(dinkes: Page, activity: string) {
  await dinkes.goto("/eskalasi?status=menunggu");
  await dinkes.getByRole("link", { name: activity }).click();
  await dinkes.getByRole("radio", { name: "Ditindaklanjuti" }).check();
  await dinkes.getByLabel("Keterangan").fill("Sudah dianggarkan Dinas PUPR pada perubahan APBD");
  await dinkes.getByRole("button", { name: "Simpan jawaban" }).click();
  await expect(complaintOf(dinkes).getByRole("link")).toHaveText([
    "Isi nomor surat: tanpa surat, tindak lanjut belum resmi",
    "Isi tanggal surat",
  ]);
  await expectAccessible(dinkes);
  await dinkes.getByLabel("Nomor surat").fill(`440/${ownYear(13)}/Dinkes`);
  await dinkes.getByLabel("Tanggal surat").fill(dateToDay(new Date(Date.now() - 86_400_000)));
  await dinkes.getByRole("button", { name: "Simpan jawaban" }).click();
  await expect(dinkes.getByRole("status").filter({ hasText: "Jawaban tersimpan." })).toBeVisible();
  await expect(dinkes.getByText("Ditindaklanjuti Dinkes")).toBeVisible();
}
