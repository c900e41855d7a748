// Without script: a form that is sent after the session has ended is handed on over the sign-in.
import { ownName } from "./meetings";
import { demo, expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

test("a form sent after the session ended is filled again after signing in, and saved from there @tanpa-js @hanya-tanpa-js", async ({
  page,
}) => {
  const { email } = await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Katibung" });
  const institution = ownName("Karang Taruna Uji Coba");
  await page.goto("/mitra/baru");
  await page.getByLabel("Jabatan", { exact: true }).fill("Ketua Karang Taruna");
  await page.getByLabel("Instansi", { exact: true }).fill(institution);
  await page.getByLabel("Sektor").selectOption({ index: 1 });
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Simpan", exact: true }).click();

  await expect(page.getByText("Isian yang baru Anda kirim disimpan 15 menit")).toBeVisible();
  await page.getByLabel("Alamat email").fill(email);
  await page.getByLabel("Kata sandi").fill(demo().password);
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Isian Anda belum tersimpan" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: institution })).toBeVisible();
  await expectAccessible(page);
  // The form itself, as it was filled, with its own words beside what is to be mended.
  await page.getByRole("button", { name: "Buka formulirnya lagi, terisi" }).click();
  await expect(page.getByText("Isian ini belum tersimpan. Periksa, lalu simpan.")).toBeVisible();
  await expect(page.getByLabel("Jabatan", { exact: true })).toHaveValue("Ketua Karang Taruna");
  await page.getByLabel("Instansi", { exact: true }).fill(`${institution} Dua`);
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(page).toHaveURL(/\/mitra\/[0-9a-f-]{36}$/);
  await expect(page.getByText(`${institution} Dua`).first()).toBeVisible();
});
