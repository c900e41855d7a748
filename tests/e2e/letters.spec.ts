import { phonePhoto } from "@/tests/factories/files";
import { makeDocx, paragraph } from "@/tests/factories/word-forms";
import { complaintOf, draft, ownName, ownYear } from "./meetings";
import { expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

test("a letterhead is made, a number issued, and the same number refused by the register @tanpa-js", async ({
  page,
}) => {
  await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Katibung" });
  await page.goto("/pengaturan/kop");
  await page.getByLabel("Pola nomor surat").fill("440/{nomer:3}/PKM/{tahun}");
  await page.getByRole("button", { name: "Simpan kertas dan nomor" }).click();
  await expect(complaintOf(page)).toContainText("Maksud Anda {nomor:3}?");
  await page.getByLabel("Pola nomor surat").fill("440/{nomor:3}/PKM/{tahun}");
  await page.getByRole("button", { name: "Simpan kertas dan nomor" }).click();
  await expect(page.getByText("Kertas dan nomor surat tersimpan.")).toBeVisible();

  const name = ownName("Kop");
  await page.getByRole("link", { name: "Tambah kop" }).click();
  await page.getByLabel("Nama kop").fill(name);
  await page.getByLabel("Baris kop").fill(`DINAS KESEHATAN\n${name.toUpperCase()}`);
  const logo = { name: "logo.jpg", mimeType: "image/jpeg", buffer: await phonePhoto(300, 200) };
  await page.getByLabel("Logo kiri").setInputFiles(logo);
  await page.getByRole("button", { name: "Simpan kop" }).click();
  const preview = page.getByRole("region", { name: "Pratinjau kop" });
  await expect(preview.getByText(name.toUpperCase())).toBeVisible();
  await expect(preview.getByRole("img", { name: "Logo kiri" })).toBeVisible();
  await expectAccessible(page);

  const day = `${ownYear(14)}-03-05`;
  const meeting = await draft(page, { kind: "Kalakarya", title: ownName("Kalakarya surat"), day });
  await page.goto(`${meeting}/surat/undangan`);
  await page.getByLabel("Tanggal surat").fill(day);
  await page.getByRole("button", { name: "Terbitkan nomor" }).click();
  const number = `440/001/PKM/${day.slice(0, 4)}`;
  await expect(page.getByText(`Surat tersimpan dengan nomor ${number}.`)).toBeVisible();
  await expectAccessible(page);

  await page.goto("/surat/catat");
  await page.getByLabel("Nomor surat").fill(number.toLowerCase());
  await page.getByLabel("Tanggal surat").fill(day);
  await page.getByLabel("Hal").fill("Surat lain");
  await page.getByLabel("Tujuan").fill("Camat Katibung");
  await page.getByRole("button", { name: "Catat surat" }).click();
  await expect(complaintOf(page)).toContainText(`Nomor surat ${number} sudah dipakai untuk “Undangan`);
  await page.goto(`/surat?tahun=${day.slice(0, 4)}`);
  await expect(page.getByRole("link", { name: `Lihat surat ${number}` })).toBeVisible();
});

test("a Word form of the office's own: each fault is named, then its sample is shown filled @tanpa-js", async ({
  page,
}) => {
  await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Katibung" });
  await draft(page, { kind: "Kalakarya", title: ownName("Kalakarya formulir"), day: `${ownYear(14)}-04-05` });
  const bring = async (text: string) => {
    await page.goto("/pengaturan/naskah/undangan");
    const form = { name: "undangan.docx", mimeType: "application/octet-stream", buffer: makeDocx(paragraph(text)) };
    await page.getByLabel(/^Formulir (Word$|pengganti)/).setInputFiles(form);
    await page.getByRole("button", { name: "Unggah formulir" }).click();
  };
  await bring("Mengundang pada {kegitan} dan {hari");
  await expect(complaintOf(page)).toContainText("Maksud Anda {kegiatan}?");
  await expect(complaintOf(page)).toContainText("Isian {hari belum ditutup");
  await bring("Mengundang pada {kegiatan}.");
  await expect(page.getByText(/^Mengundang pada (?!\{)/)).toBeVisible();
  await expectAccessible(page);
});
