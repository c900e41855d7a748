// Without script: a form that is sent after the session has ended is handed on over the sign-in.
import { demo, expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

test("a form sent after the session ended is shown after signing in, and saved by being sent @tanpa-js @hanya-tanpa-js", async ({
  page,
}) => {
  const { email } = await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Katibung" });
  await page.goto("/mitra/baru");
  await page.getByLabel("Jabatan", { exact: true }).fill("Ketua Karang Taruna");
  await page.getByLabel("Instansi", { exact: true }).fill("Karang Taruna Uji Coba");
  await page.getByLabel("Sektor").selectOption({ index: 1 });
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Simpan", exact: true }).click();

  await expect(page.getByText("Isian yang baru Anda kirim disimpan 15 menit")).toBeVisible();
  await page.getByLabel("Alamat email").fill(email);
  await page.getByLabel("Kata sandi").fill(demo().password);
  await page.getByRole("button", { name: "Masuk" }).click();
  await expect(page.getByRole("heading", { name: "Isian Anda belum tersimpan" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Karang Taruna Uji Coba" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Kirim isian ini" }).click();
  await expect(page).toHaveURL(/\/mitra\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Karang Taruna Uji Coba").first()).toBeVisible();
});
