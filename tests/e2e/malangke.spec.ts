import { firstLink, planRowAddress } from "./addresses";
import { chooseOwner, dayInWords, draft, invite, messageTo, ownYear, rowOf, schedule, start } from "./meetings";
import { expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

const staff = { role: "PUSKESMAS_STAFF", organisation: "Puskesmas Malangke" };

test("in Luwu Utara every clock is WITA, the Plt. stands before Camat, and the KTU of a hospital represents the Dinkes", async ({
  page,
  somebodyElse,
}) => {
  test.slow();
  const day = `${ownYear(9)}-06-24`;
  await signIn(page, staff);
  await page.goto("/kegiatan/baru");
  await expect(page.getByText("Jam mulai (WITA)")).toBeVisible();
  const address = await draft(page, { day, from: "09:00", to: "12:00", leader: "Plt. Camat Malangke" });
  const hours = `${dayInWords(day)}, 09.00–12.00 WITA`;
  await expect(page.getByText(hours)).toBeVisible();
  await invite(page, address, /^Plt\. Camat Malangke/, /^Kapolsek/, /^Kepala Dinas Kesehatan/, /^Kepala Desa Tokke/);
  await schedule(page, address);
  const { text, link } = await messageTo(page, address, "Plt. Camat Malangke");
  expect(text).toContain(", Plt. Camat Malangke");
  expect(text).toContain("09.00–12.00 WITA");
  const linkOfDinkes = (await messageTo(page, address, "Kepala Dinas Kesehatan")).link;

  const dinkes = await somebodyElse();
  await dinkes.goto(linkOfDinkes);
  await expect(dinkes.getByText("09.00–12.00 WITA")).toBeVisible();
  await dinkes.getByText("Diwakili orang lain").click();
  await dinkes.getByLabel("Nama wakil").fill("Andi Rismawati Pakki, S.E.");
  await dinkes.getByLabel("Jabatan wakil").fill("KTU");
  await dinkes.getByLabel("Instansi wakil").fill("RSUD Andi Djemma");
  await dinkes.getByRole("button", { name: "Kirim nama wakil" }).click();
  const delegate = "Andi Rismawati Pakki, S.E., KTU, RSUD Andi Djemma";
  await expect(dinkes.getByRole("status")).toContainText(`Diwakili oleh ${delegate}`);
  await expect(dinkes.getByRole("status")).toContainText("WITA");
  await expect(dinkes.locator("body")).not.toContainText("WIB");

  const camat = await somebodyElse();
  await camat.goto(link);
  await expect(camat.getByText("Kepada Yth.")).toContainText("Plt. Camat Malangke");

  await page.goto(`${address}/undangan`);
  await expect(rowOf(page, "Kepala Dinas Kesehatan")).toContainText(`oleh ${delegate}`);
  await start(page, address);
  await page.goto(`${address}/kehadiran`);
  const row = rowOf(page, "Kepala Dinas Kesehatan");
  await expect(row).toContainText("akan diwakili Andi Rismawati Pakki, S.E., KTU");
  await row.getByText("Diwakili, izin, terlambat …").click();
  await row.getByRole("button", { name: "Tandai diwakili" }).click();
  await expect(row).toContainText(`diwakili ${delegate}`);
  await page.getByRole("button", { name: /^Tandai hadir: Camat Malangke/ }).click();
  await expect(rowOf(page, "Plt. Camat Malangke")).toContainText("Ubah atau hapus");

  await page.goto(`${address}/rtl/tambah`);
  await chooseOwner(page, "camat malangke", /Plt\. Camat Malangke/);
  await page.getByLabel("Kegiatan", { exact: true }).fill("Penambahan vaksinator");
  await chooseOwner(page, "kepala dinas", /^Kepala Dinas Kesehatan/);
  await page.getByLabel("Batas waktu").fill(`${ownYear(9)}-08-31`);
  await page.getByRole("button", { name: "Simpan RTL" }).click();
  await expect(page).toHaveURL(/\/rtl$/);
  const item = await firstLink(page, planRowAddress);

  const reviewer = await somebodyElse();
  await signIn(reviewer, { role: "DINKES_REVIEWER", organisation: "Luwu Utara" });
  await reviewer.goto(item ?? "");
  await expect(reviewer.getByText(hours)).toBeVisible();
  await reviewer.getByLabel("Tulis komentar").fill("Empat vaksinator diperbantukan mulai pekan depan.");
  await reviewer.getByRole("button", { name: "Kirim komentar" }).click();
  const thread = reviewer.getByRole("region", { name: "Komentar" }).getByRole("listitem");
  await expect(thread).toContainText("Empat vaksinator diperbantukan");
  await expect(thread).toContainText("WITA");
  await page.goto(item ?? "");
  await expect(page.getByText("Empat vaksinator diperbantukan mulai pekan depan.")).toBeVisible();
  for (const room of ["", "/undangan", "/kehadiran", "/rtl", "/riwayat"]) {
    await page.goto(`${address}${room}`);
    await expect(page.locator("main")).toContainText("WITA");
    await expect(page.locator("main")).not.toContainText("WIB");
  }
});

test("the original of 2021: a Thursday in WITA, opened by the Plt. Camat, with the delegate beside the principal", async ({
  page,
}) => {
  await signIn(page, staff);
  await page.goto("/kegiatan?tahun=2021");
  const address = await firstLink(page, /^\/kegiatan\/[0-9a-f-]{36}$/);
  await page.goto(address ?? "");
  await expect(page.getByText("Kamis, 24 Juni 2021, 09.00 WITA s.d. selesai")).toBeVisible();
  await expect(page.getByText("Selesai", { exact: true }).first()).toBeVisible();
  await page.goto(`${address}/kehadiran`);
  await expect(rowOf(page, "Plt. Camat Malangke")).toHaveCount(1);
  await expect(rowOf(page, "Kepala Dinas Kesehatan")).toContainText(/diwakili .*RSUD Andi Djemma/);
  await expectAccessible(page);
  await page.goto(`${address}/rtl`);
  await expect(page.getByRole("link", { name: /vaksinator/ }).locator("visible=true")).toHaveCount(1);
});
