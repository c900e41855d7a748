import { firstLink } from "./addresses";
import { close, dayInWords, draft, invite, messageTo, ownYear, rowOf, schedule, start } from "./meetings";
import { signIn } from "./support";
import { expect, test } from "./test";

const staff = { role: "PUSKESMAS_STAFF", organisation: "Senduro" };

test("a kalakarya: three sessions with narasumber, the secretary for the Camat, points to improve as plan", async ({
  page,
  somebodyElse,
}) => {
  test.slow();
  const year = ownYear(10);
  const title = `Kalakarya Penanganan Kegawatdaruratan Terpadu Tahun ${year}`;
  await signIn(page, staff);
  await page.goto("/kegiatan/baru");
  await page.getByRole("radio", { name: "Kalakarya" }).check();
  await page.getByRole("button", { name: "Simpan draf" }).click();
  await expect(page.locator("main").getByRole("alert")).toContainText("Isi nama kalakarya");
  const address = await draft(page, {
    kind: "Kalakarya",
    title,
    day: `${year}-11-20`,
    from: "08:00",
    to: "14:00",
    place: "Ruang pertemuan UPTD Puskesmas Senduro",
    agenda: [
      ["Teori: bantuan hidup dasar", "120", "Dokter Umum"],
      ["Simulasi kasus", "120", "Koordinator Unit Gawat Darurat"],
      ["Evaluasi sistem", "90", "Kepala Puskesmas"],
    ],
  });
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(`${dayInWords(`${year}-11-20`)}, 08.00–14.00 WIB`)).toBeVisible();
  const sessions = page.getByRole("region", { name: "Susunan acara" }).getByRole("listitem");
  await expect(sessions).toHaveCount(3);
  await expect(sessions.nth(1)).toContainText("Koordinator Unit Gawat Darurat");
  await expect(sessions.nth(2)).toContainText("90 menit");

  await invite(page, address, /^Camat Senduro/, /^Kepala Puskesmas/);
  await schedule(page, address);
  const camat = await somebodyElse();
  await camat.goto((await messageTo(page, address, "Camat Senduro")).link);
  await expect(camat.getByText("Simulasi kasus")).toBeVisible();
  await camat.getByText("Diwakili orang lain").click();
  await camat.getByLabel("Nama wakil").fill("Sri Untari, S.Sos.");
  await camat.getByLabel("Jabatan wakil").fill("Sekretaris Kecamatan");
  await camat.getByRole("button", { name: "Kirim nama wakil" }).click();
  await expect(camat.getByRole("status")).toContainText("Sekretaris Kecamatan, Kecamatan Senduro");

  await start(page, address);
  await page.goto(`${address}/kehadiran`);
  const row = rowOf(page, "Camat Senduro");
  await expect(row).toContainText("akan diwakili Sri Untari, S.Sos., Sekretaris Kecamatan");
  await row.getByText("Diwakili, izin, terlambat …").click();
  await row.getByRole("button", { name: "Tandai diwakili" }).click();
  await expect(row).not.toContainText("akan diwakili");
  await expect(row).toContainText("diwakili Sri Untari, S.Sos., Sekretaris Kecamatan");

  for (const activity of ["Alur gawat darurat ditulis ulang", "Tas darurat dilengkapi"]) {
    await page.goto(`${address}/rtl/tambah`);
    await page.getByLabel("Kegiatan", { exact: true }).fill(activity);
    await page.getByLabel("Instansi", { exact: true }).fill("UPTD Puskesmas Senduro");
    await page.getByLabel("Batas waktu").fill(`${year}-12-19`);
    await page.getByRole("button", { name: "Simpan RTL" }).click();
    await expect(page).toHaveURL(/\/rtl$/);
  }
  await expect(page.getByText("2 RTL", { exact: false }).first()).toBeVisible();
  await close(page, address);
});

test("the original of 2025: a Thursday, three sessions, the secretary for the Camat", async ({ page }) => {
  await signIn(page, staff);
  await page.goto("/kegiatan?tahun=2025&jenis=KALAKARYA");
  const address = await firstLink(page, /^\/kegiatan\/[0-9a-f-]{36}$/);
  await page.goto(address ?? "");
  await expect(
    page.getByRole("heading", { level: 1, name: "Kalakarya Penanganan Kegawatdaruratan Terpadu Tahun 2025" }),
  ).toBeVisible();
  await expect(page.getByText("Kamis, 20 November 2025")).toBeVisible();
  await expect(page.getByRole("region", { name: "Susunan acara" }).getByRole("listitem")).toHaveCount(3);
  await page.goto(`${address}/kehadiran`);
  await expect(rowOf(page, "Camat Senduro")).toContainText(/diwakili .*Sekretaris Kecamatan/);
  await page.goto(`${address}/rtl`);
  await expect(page.locator("main")).toContainText("alur gawat darurat");
});
