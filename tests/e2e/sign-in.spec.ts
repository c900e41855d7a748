import { demo, demoAccount, expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

test("a wrong password says so and keeps the address; the right one opens the start page; signing out closes it @tanpa-js", async ({
  page,
}) => {
  const { email } = demoAccount({ role: "PUSKESMAS_STAFF" });
  await page.goto("/beranda");
  await expect(page).toHaveURL(/\/masuk/);
  await expectAccessible(page);

  await page.getByLabel("Alamat email").fill(email);
  await page.getByLabel("Kata sandi").fill("bukan-kata-sandinya");
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "tidak cocok" })).toBeVisible();
  await expect(page.getByLabel("Alamat email")).toHaveValue(email);
  await expect(page.getByLabel("Kata sandi")).toHaveValue("");
  await expectAccessible(page);

  await page.getByLabel("Kata sandi").fill(demo().password);
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(page).toHaveURL(/\/beranda$/);
  await expectAccessible(page);

  const more = page.locator("summary", { hasText: "Lainnya" });
  if (await more.isVisible()) await more.click();
  const leave = page.getByRole("button", { name: "Keluar" }).locator("visible=true");
  await expect(leave, "the way out is seen without scrolling the places").toBeInViewport({ ratio: 1 });
  await leave.click();
  await expect(page).toHaveURL(/\/masuk/);
  await page.goto("/beranda");
  await expect(page).toHaveURL(/\/masuk/);
});

test("who is signed in is sent past the sign-in page", async ({ page }) => {
  await signIn(page, { role: "PUSKESMAS_STAFF" });
  await page.goto("/masuk");
  await expect(page).toHaveURL(/\/beranda$/);
});

test("the icon stands where a browser looks for it before it has read the page's head", async ({ request }) => {
  const icon = await request.get("/favicon.ico");
  expect(icon.status()).toBe(200);
  expect(icon.headers()["content-type"]).toContain("icon");
});
