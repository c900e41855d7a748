import { close, complaintOf, dayInWords, draft, invite, messageTo, ownYear, rowOf, schedule, start } from "./meetings";
import { expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

const staff = { role: "PUSKESMAS_STAFF", organisation: "Sragi" };
const everybody = [/^Camat Sragi/, /^Danramil/, /^Kapolsek/, /^KUPT/, /^(Pj\. )?Kepala Desa/, /^Bidan Desa/];

test("a Lokmin lintas sektor is prepared: agenda, everybody from the directory, the links once it is scheduled", async ({
  page,
}) => {
  const day = `${ownYear(4)}-02-26`;
  await signIn(page, staff);
  const address = await draft(page, { day, to: "12:00", leader: "Kepala Puskesmas" });
  await expect(page.getByText("susunan acara belum diisi")).toBeVisible();

  await page.getByRole("link", { name: "Ubah kegiatan" }).click();
  for (const [index, topic] of ["Capaian per desa", "Penyusunan RTL"].entries())
    await page.getByLabel(`Acara ${index + 1}`, { exact: true }).fill(topic);
  await page.getByRole("button", { name: "Simpan perubahan" }).click();
  await expect(page.locator("main").getByRole("listitem").filter({ hasText: "Penyusunan RTL" })).toBeVisible();

  await page.getByRole("link", { name: "Undangan", exact: true }).click();
  await expect(page.getByText("Belum ada yang diundang")).toBeVisible();
  await page.getByRole("link", { name: "Pilih dari mitra" }).click();
  await page.getByRole("button", { name: "Undang yang dipilih" }).click();
  await expect(complaintOf(page)).toContainText("Pilih sekurangnya satu undangan");
  const ticked = page.getByRole("checkbox", { checked: true });
  await page.getByRole("link", { name: /^Pilih semua \(\d+\)$/ }).click();
  await expect(ticked.nth(24)).toBeVisible();
  await page.getByRole("link", { name: /^Seperti / }).click();
  await expect(page).toHaveURL(/\?pilih=terakhir$/);
  await expect(ticked).not.toHaveCount(0);
  await invite(page, address, ...everybody);
  await expect(page.getByText("24 undangan", { exact: false }).first()).toBeVisible();
  await expect(page.locator("main ol:not(nav ol) > li").first()).toContainText("Camat Sragi");
  await expect(page.getByText(/^Pj\. Kepala Desa \w+/)).toHaveCount(1);

  await expect(page.getByText("Tautan undangan baru dapat dibagikan setelah kegiatan dijadwalkan.")).toBeVisible();
  await page.goto(`${address}/kirim`);
  await expect(page.getByText("Dari draf tidak ada yang dikirim.", { exact: false })).toBeVisible();
  await schedule(page, address);
  await page.goto(`${address}/undangan`);
  await page.getByRole("link", { name: "Kirim undangan (24)" }).click();
  await expect(page.getByText("0 dari 24 undangan sudah dikirim")).toBeVisible();
  const { text } = await messageTo(page, address, "Camat Sragi");
  expect(text).toContain(dayInWords(day));
  expect(text).toContain("09.00–12.00 WIB");
  await rowOf(page, "Danramil Sragi").getByRole("button", { name: "Tandai terkirim" }).click();
  await expect(page.getByText("1 dari 24 undangan sudah dikirim")).toBeVisible();
  await expectAccessible(page);
});

test("invitees answer on their telephones, staff sees it, and the start closes the answers", async ({
  page,
  somebodyElse,
}) => {
  test.slow();
  const day = `${ownYear(5)}-02-26`;
  await signIn(page, staff);
  const address = await draft(page, { day, agenda: [["Capaian per desa", "45", "Pengelola Imunisasi"]] });
  await invite(page, address, /^Camat Sragi/, /^Danramil/, /^Kapolsek/, /^Kepala Desa (Kedaung|Margasari)/);
  await schedule(page, address);
  const links: Record<string, string> = {};
  for (const seat of [
    "Camat Sragi",
    "Danramil Sragi",
    "Kapolsek Sragi",
    "Kepala Desa Kedaung",
    "Kepala Desa Margasari",
  ])
    links[seat] = (await messageTo(page, address, seat)).link;
  await page.goto(`${address}/undangan`);

  const kedaung = await somebodyElse();
  await kedaung.goto(links["Kepala Desa Kedaung"] ?? "");
  await expect(kedaung.getByText("Kepada Yth.")).toContainText("Kepala Desa Kedaung");
  await expect(kedaung.getByText(dayInWords(day))).toBeVisible();
  await expect(kedaung.getByText("09.00 WIB s.d. selesai")).toBeVisible();
  await expect(kedaung.getByText("Capaian per desa")).toBeVisible();
  await expectAccessible(kedaung);
  await kedaung.getByRole("button", { name: "Saya hadir" }).click();
  await expect(kedaung.getByRole("status")).toContainText("Jawaban Anda: Hadir");
  await expectAccessible(kedaung);

  const camat = await somebodyElse();
  await camat.goto(links["Camat Sragi"] ?? "");
  await camat.getByText("Diwakili orang lain").click();
  await camat.getByLabel("Nama wakil").fill("Laksmi Handayani");
  await camat.getByRole("button", { name: "Kirim nama wakil" }).click();
  await expect(camat.getByText("Isi jabatan wakil")).toBeVisible();
  await expect(camat.getByLabel("Nama wakil")).toHaveValue("Laksmi Handayani");
  await expectAccessible(camat);
  await camat.getByLabel("Jabatan wakil").fill("Sekretaris Kecamatan");
  await expect(camat.getByLabel("Instansi wakil")).toHaveValue("Kecamatan Sragi");
  await camat.getByRole("button", { name: "Kirim nama wakil" }).click();
  await expect(camat.getByRole("status")).toContainText(
    "Jawaban Anda: Diwakili oleh Laksmi Handayani, Sekretaris Kecamatan, Kecamatan Sragi",
  );

  const danramil = await somebodyElse();
  await danramil.goto(links["Danramil Sragi"] ?? "");
  await danramil.getByText("Tidak dapat hadir").click();
  await danramil.getByRole("button", { name: "Kirim alasan" }).click();
  await expect(danramil.getByText("Isi alasan tidak hadir")).toBeVisible();
  await danramil.getByRole("textbox", { name: "Alasan" }).fill("Apel <b>gelar</b> pasukan & upacara");
  await danramil.getByRole("button", { name: "Kirim alasan" }).click();
  await expect(danramil.getByRole("status")).toContainText("Tidak hadir (Apel <b>gelar</b> pasukan & upacara)");

  const wrong = await somebodyElse();
  const link = links["Kapolsek Sragi"] ?? "";
  const answer = await wrong.goto(link.slice(0, -1) + (link.endsWith("a") ? "b" : "a"));
  expect(answer?.status()).toBe(404);
  await expect(wrong.getByRole("heading", { name: "Tautan tidak ditemukan" })).toBeVisible();
  await expect(wrong.locator("body")).not.toContainText(/Sragi|Kapolsek|Lokakarya|Terima kasih/);
  await expectAccessible(wrong);

  await page.reload();
  await expect(page.getByText("3 sudah menjawab", { exact: false }).first()).toBeVisible();
  await expect(rowOf(page, "Kepala Desa Kedaung")).toContainText("lewat tautan");
  await expect(rowOf(page, "Camat Sragi")).toContainText(
    "oleh Laksmi Handayani, Sekretaris Kecamatan, Kecamatan Sragi",
  );
  await expect(rowOf(page, "Danramil Sragi")).toContainText("Apel <b>gelar</b> pasukan & upacara");
  await expect(rowOf(page, "Kepala Desa Margasari")).toContainText("Belum menjawab");

  const late = await somebodyElse();
  await late.goto(links["Kepala Desa Margasari"] ?? "");
  await start(page, address);
  await late.getByRole("button", { name: "Saya hadir" }).click();
  await expect(complaintOf(late)).toContainText("Jawaban tidak tersimpan: kegiatan sudah dimulai");
  await kedaung.reload();
  await expect(kedaung.getByText("Jawaban untuk undangan ini sudah ditutup")).toBeVisible();
  await expect(kedaung.getByText("Jawaban Anda: Hadir")).toBeVisible();
  await expect(kedaung.getByRole("button")).toHaveCount(0);
  await expectAccessible(kedaung);
  await close(page, address);
});

test("an answer can be changed, and one given by word of mouth is noted by staff @tanpa-js", async ({
  page,
  somebodyElse,
}) => {
  await signIn(page, staff);
  const address = await draft(page, { day: `${ownYear(6)}-08-20` });
  await invite(page, address, /^Camat Sragi/, /^Kapolsek/);
  await schedule(page, address);

  const invitee = await somebodyElse();
  await invitee.goto((await messageTo(page, address, "Camat Sragi")).link);
  await invitee.getByRole("button", { name: "Saya hadir" }).click();
  await expect(invitee.getByRole("status")).toContainText("Jawaban Anda: Hadir");
  await expect(invitee.getByRole("button", { name: "Saya hadir" })).toBeHidden();
  await invitee.getByText("Ubah jawaban").click();
  await invitee.getByText("Tidak dapat hadir").click();
  await invitee.getByRole("textbox", { name: "Alasan" }).fill("Dipanggil Bupati");
  await invitee.getByRole("button", { name: "Kirim alasan" }).click();
  await expect(invitee.getByRole("status")).toContainText("Tidak hadir (Dipanggil Bupati)");

  await page.goto(`${address}/undangan`);
  const row = rowOf(page, "Kapolsek Sragi");
  await row.locator("summary").click();
  await row.getByRole("radio", { name: "Diwakili" }).check();
  await row.getByRole("button", { name: "Catat jawaban" }).click();
  await expect(row.getByRole("alert")).toContainText("Isi nama wakil");
  await row.getByLabel("Nama wakil").fill("Aiptu Bambang Suseno");
  await row.getByLabel("Jabatan wakil").fill("Kanit Binmas");
  await row.getByRole("button", { name: "Catat jawaban" }).click();
  await expect(row).toContainText("oleh Aiptu Bambang Suseno, Kanit Binmas, Polsek Sragi");
  await expect(row).toContainText("dicatat");
  await expect(rowOf(page, "Camat Sragi")).toContainText("Dipanggil Bupati");
});
