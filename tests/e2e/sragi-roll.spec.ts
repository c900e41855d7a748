import { close, complaintOf, draft, invite, ownYear, rowOf, schedule, start } from "./meetings";
import { expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

const staff = { role: "PUSKESMAS_STAFF", organisation: "Sragi" };

test("the roll: one tap for hadir, the delegate, the excuse, a guest once, and a lock at the end @tanpa-js", async ({
  page,
}) => {
  test.slow();
  await signIn(page, staff);
  const address = await draft(page, { day: `${ownYear(7)}-02-26` });
  await invite(page, address, /^Camat Sragi/, /^Danramil/, /^Kapolsek/, /^Kepala Desa Kedaung/);
  await schedule(page, address);
  await page.goto(`${address}/kehadiran`);
  await expect(page.getByText("Kehadiran dicatat setelah kegiatan dimulai")).toBeVisible();
  await start(page, address);
  await page.goto(`${address}/kehadiran`);
  const figure = (name: string) =>
    page
      .locator("dl > div")
      .filter({ has: page.getByText(name, { exact: true }) })
      .locator("dd");
  await expect(figure("belum")).toHaveText("4");

  await page.getByRole("button", { name: /^Tandai hadir: Kepala Desa Kedaung/ }).click();
  await expect(rowOf(page, "Kepala Desa Kedaung").getByText("Hadir", { exact: true }).first()).toBeVisible();
  await expect(figure("hadir")).toHaveText("1");

  const camat = rowOf(page, "Camat Sragi");
  await camat.getByText("Diwakili, izin, terlambat …").click();
  await camat.getByLabel("Nama wakil").fill("Laksmi Handayani");
  await camat.getByRole("button", { name: "Tandai diwakili" }).click();
  await expect(camat.getByRole("alert")).toContainText("Isi jabatan wakil");
  await expect(camat.getByLabel("Nama wakil")).toHaveValue("Laksmi Handayani");
  await camat.getByLabel("Jabatan wakil").fill("Sekretaris Kecamatan");
  await camat.getByRole("button", { name: "Tandai diwakili" }).click();
  // The office knows her, as the holder of a seat of her own.
  await camat.getByLabel("Laksmi Handayani, S.Sos.").check();
  await camat.getByRole("button", { name: "Tandai diwakili" }).click();
  await expect(camat).toContainText("diwakili Laksmi Handayani, Sekretaris Kecamatan");
  await expect(figure("diwakili")).toHaveText("1");

  const kapolsek = rowOf(page, "Kapolsek Sragi");
  await kapolsek.getByText("Diwakili, izin, terlambat …").click();
  await kapolsek.getByLabel("Keterangan").fill("Pengamanan pilkades");
  await kapolsek.getByRole("button", { name: "Izin" }).click();
  await expect(kapolsek).toContainText("Pengamanan pilkades");
  await expect(figure("tidak hadir")).toHaveText("1");

  await page.getByRole("button", { name: "Tambah tamu" }).click();
  await expect(complaintOf(page).getByRole("link")).toHaveText([
    "Isi nama tamu",
    "Isi jabatan tamu",
    "Isi instansi tamu",
  ]);
  const welcome = async (name: string) => {
    await page.getByLabel("Nama tamu").fill(name);
    await page.getByLabel("Jabatan tamu").fill("Bidan");
    await page.getByLabel("Instansi tamu").fill("Puskesmas Rawat Inap Katibung");
    await page.getByRole("button", { name: "Tambah tamu" }).click();
  };
  await welcome("Winda Pramesti");
  const guest = rowOf(page, "Winda Pramesti");
  await expect(guest).toContainText("Puskesmas Rawat Inap Katibung");
  await expect(guest.getByText("tanpa undangan")).toBeVisible();
  await welcome("winda  pramesti");
  await expect(complaintOf(page)).toContainText("sudah ada di daftar hadir");
  await expect(figure("tamu")).toHaveText("1");
  await expectAccessible(page);

  await page.getByLabel("Cari nama, jabatan, atau desa").fill("danramil");
  await page.getByRole("button", { name: "Cari" }).click();
  await expect(rowOf(page, "Danramil Sragi")).toBeVisible();
  await expect(rowOf(page, "Camat Sragi")).toHaveCount(0);
  await page.getByRole("button", { name: /^Tandai hadir: Danramil/ }).click();
  await expect(figure("hadir")).toHaveText("2");
  await expect(page).toHaveURL(/cari=danramil/);

  await close(page, address);
  await page.goto(`${address}/kehadiran`);
  await expect(figure("belum")).toHaveText("0");
  await expect(rowOf(page, "Camat Sragi")).toContainText("diwakili Laksmi Handayani");
  await expect(page.locator("main").getByRole("button", { name: /Tandai|Tambah|Hapus|Hadir|Izin/ })).toHaveCount(0);
  await expectAccessible(page);
});
