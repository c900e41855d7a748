import { ownName } from "./meetings";
import { expectAccessibleOnBoth, signIn } from "./support";
import { expect, test } from "./test";

test("a clerk adds a nurse, writes down her new status, and gives her the link to her record", async ({
  page,
  somebodyElse,
}) => {
  const name = `${ownName("Wening Pramudita")}, A.Md.Kep.`;
  await signIn(page, { organisation: "Senduro" });
  await page.goto("/pegawai");
  await expect(page.getByRole("link", { name: "Joko Purwantoro, A.Md.Kep." }).first()).toBeAttached();
  await page.getByRole("link", { name: "Tambah pegawai" }).click();
  await expect(page.getByRole("heading", { name: "Tambah pegawai" })).toBeVisible();
  await page.getByLabel("Nama").fill(name);
  await page.getByLabel("Profesi", { exact: true }).selectOption("Perawat");
  await page.getByLabel("Status kepegawaian").selectOption("Honorer");
  await page.getByLabel("Mulai").fill("2020-03-01");
  await page.getByRole("button", { name: "Tambah pegawai" }).click();
  await expect(page.getByText("Tersimpan.")).toBeVisible();

  await page.getByText("Catat masa kerja lain").click();
  const form = page.locator("form", { has: page.getByRole("button", { name: "Catat masa kerja", exact: true }) });
  await form.getByLabel("Status kepegawaian").selectOption("PPPK");
  await form.getByLabel("Mulai").fill("2024-03-01");
  await form.getByRole("button", { name: "Catat masa kerja" }).click();
  await expect(form.getByText("Bertindih dengan Honorer").first()).toBeVisible();

  await page.goto(page.url());
  await page.getByText("Ubah atau akhiri").click();
  const running = page.locator("form", { has: page.getByRole("button", { name: "Simpan", exact: true }) }).first();
  await running.getByLabel("Sampai").fill("2024-02-29");
  await running.getByLabel("Sebab berakhir").selectOption("Diangkat menjadi PPPK");
  await running.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByText("Tidak bertugas lagi")).toBeVisible();
  await page.goto(page.url());
  await page.getByText("Catat masa kerja lain").click();
  await form.getByLabel("Status kepegawaian").selectOption("PPPK");
  await form.getByLabel("Mulai").fill("2024-03-01");
  await form.getByRole("button", { name: "Catat masa kerja" }).click();
  await expect(page.getByText("Tidak bertugas lagi")).toBeHidden();

  await page.getByRole("button", { name: "Buat tautan" }).click();
  const link = await page.getByLabel("Tautan", { exact: true }).inputValue();
  await expectAccessibleOnBoth(page);
  const hers = await somebodyElse();
  await hers.goto(new URL(link).pathname);
  await expect(hers.getByRole("heading", { name: "Data Anda sebagai pegawai" })).toBeVisible();
  await expect(hers.getByText("Honorer")).toBeVisible();
  await expect(hers.locator("script")).toHaveCount(0);

  await hers.getByText("Minta pembetulan atau penghapusan").click();
  await hers.getByLabel("Betulkan data saya").check();
  await hers.getByLabel("Yang keliru dan seharusnya, atau yang ingin dihapus").fill("Saya PPPK sejak April 2024");
  await hers.getByRole("button", { name: "Kirim permintaan" }).click();
  await expect(hers.getByRole("status")).toContainText("Permintaan Anda terkirim");
  await expectAccessibleOnBoth(hers);

  await page.goto("/pegawai");
  await page.getByRole("link", { name: `${name}: pembetulan` }).click();
  await expect(page.getByRole("heading", { name: "Permintaan orang ini atas datanya" })).toBeVisible();
  await expectAccessibleOnBoth(page);
  await page.getByLabel("Jawaban").fill("Sudah dibetulkan");
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(page.getByText("Tersimpan.")).toBeVisible();
  await hers.reload();
  await expect(hers.getByText("Sudah dibetulkan")).toBeVisible();
});
