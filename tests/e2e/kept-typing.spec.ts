// What is typed into a form outlives the session, a failing server and a reload, and leaving it asks. Keys are pressed
// one by one: what a script fills in is nobody's typing.
import { sessionCookie } from "@/lib/web/session-cookie";
import { demo, signIn } from "./support";
import { expect, test } from "./test";

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "The page itself keeps what is typed");

test("a form filled while the session ends is filled after its writer signs in again", async ({ page }) => {
  const { email } = await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Katibung" });
  await page.goto("/mitra/baru");
  await page.getByLabel("Jabatan", { exact: true }).pressSequentially("Ketua Karang Taruna");
  await page.getByLabel("Instansi", { exact: true }).pressSequentially("Karang Taruna Uji");
  const cookies = await page.context().cookies();
  const ended = cookies.map((one) => (one.name === sessionCookie() ? { ...one, value: "0".repeat(22) } : one));
  await page.context().addCookies(ended);
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(page.getByText("Sesi Anda sudah berakhir")).toBeVisible();
  // Another person who signs in here sees an empty form.
  await signIn(page, { role: "PUSKESMAS_STAFF", organisation: "Sragi" });
  await page.goto("/mitra/baru");
  await expect(page.getByRole("button", { name: "Keluar" }).first()).toBeAttached();
  await expect(page.getByLabel("Jabatan", { exact: true })).toHaveValue("");
  await page.context().clearCookies();
  await page.goto("/masuk?lanjut=/mitra/baru");
  await page.getByLabel("Alamat email").fill(email);
  await page.getByLabel("Kata sandi").fill(demo().password);
  await page.getByRole("button", { name: "Masuk", exact: true }).click();

  await expect(page).toHaveURL(/\/mitra\/baru$/);
  await expect(page.getByText("Isian Anda yang belum tersimpan dikembalikan")).toBeVisible();
  await expect(page.getByLabel("Jabatan", { exact: true })).toHaveValue("Ketua Karang Taruna");
  await expect(page.getByLabel("Instansi", { exact: true })).toHaveValue("Karang Taruna Uji");

  await page.reload();
  await expect(page.getByLabel("Jabatan", { exact: true })).toHaveValue("Ketua Karang Taruna");
});

test("leaving a form with unsaved words by a link asks, and staying keeps them", async ({ page }) => {
  await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Katibung" });
  await page.goto("/mitra/baru");
  await page.getByLabel("Jabatan", { exact: true }).pressSequentially("Ketua RT");
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole("link", { name: "Beranda" }).first().click();
  await expect.poll(() => asked).toHaveLength(1);
  expect(asked[0]).toContain("belum disimpan");
  await expect(page).toHaveURL(/\/mitra\/baru$/);
  await expect(page.getByLabel("Jabatan", { exact: true })).toHaveValue("Ketua RT");
});

test("figures typed into the grid while the session ends are in their cells after signing in again", async ({
  page,
}) => {
  const { email } = await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Sragi" });
  await page.goto("/capaian/isi");
  const cell = page.getByRole("table").getByRole("textbox").first();
  const name = (await cell.getAttribute("name")) ?? "";
  await cell.fill("");
  await cell.pressSequentially("4321");
  await expect(page.getByText("1 sel belum disimpan")).toBeVisible();
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByRole("heading", { name: "Masuk" })).toBeVisible();
  await page.getByLabel("Alamat email").fill(email);
  await page.getByLabel("Kata sandi").fill(demo().password);
  await page.getByRole("button", { name: "Masuk", exact: true }).click();

  await expect(page.getByText("Isian Anda yang belum tersimpan dikembalikan")).toBeVisible();
  await expect(page.locator(`[name="${name}"]`)).toHaveValue("4321");
  await expect(page.getByText("1 sel belum disimpan")).toBeVisible();
});
