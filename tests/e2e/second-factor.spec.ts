import "./plan-rows";
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { codeAt } from "@/lib/second-factor/totp";
import { pendingCookie, sessionCookie } from "@/lib/web/session-cookie";
import { makeRule } from "@/tests/factories/second-factor";
import { makeUser } from "@/tests/factories/users";
import { filled, staffPages } from "./addresses";
import { expectAccessible } from "./support";
import { expect, test } from "./test";

/** Each worker counts its users by itself. */
const ownEmail = () => `${randomUUID()}@lokmin.example`;

const password = "pagi cerah di Katibung";

async function typePassword(page: Page, email: string) {
  await page.goto("/masuk");
  await page.getByLabel("Alamat email").fill(email);
  await page.getByLabel("Kata sandi").fill(password);
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
}

/** The secret as somebody types it into the app who cannot scan the picture. */
async function secretOn(page: Page): Promise<string> {
  await page.getByText("Tidak dapat memindai?").click();
  const words = await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).textContent();
  return (words ?? "").replaceAll(" ", "");
}

test("an admin of an office that asks for it sets up an app, keeps codes and signs in with either @tanpa-js", async ({
  page,
}) => {
  const { email, organisationId } = await makeUser("PUSKESMAS_ADMIN", { password, email: ownEmail() });
  await makeRule(organisationId);
  await typePassword(page, email);
  await expect(page).toHaveURL(/\/masuk\/siapkan/);
  await expectAccessible(page);
  await page.goto("/beranda");
  await expect(page).toHaveURL(/\/masuk$/);
  await page.goto("/masuk/siapkan");
  await page.getByRole("button", { name: "Siapkan aplikasi autentikator" }).click();
  const secret = await secretOn(page);
  await expectAccessible(page);
  await page.getByLabel("Kode").fill("123123");
  await page.getByRole("button", { name: "Simpan aplikasi" }).click();
  // Of the 5,760 codes around a day one may be this one: then the clock is blamed.
  await expect(page.locator("main").getByRole("alert")).toContainText(/Kode tidak cocok|jam yang berbeda/);
  await page.getByLabel("Kode").fill(codeAt(secret, new Date()));
  await page.getByRole("button", { name: "Simpan aplikasi" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Kode pemulihan" })).toBeVisible();
  await page.getByRole("button", { name: "Buat sepuluh kode" }).click();
  await expect(page.locator("main form ol li")).toHaveText(Array.from({ length: 10 }, () => /^(\w{4}-){2}\w{4}$/));
  const codes = await page.locator("main form ol li").allTextContents();
  await expectAccessible(page);
  await page.getByRole("link", { name: /lanjutkan/ }).click();
  await expect(page).toHaveURL(/\/beranda$/);
  await page.goto("/akun/keamanan");
  await expect(page.getByText("10 kode belum dipakai")).toBeVisible();
  await expectAccessible(page);

  await page.context().clearCookies();
  await typePassword(page, email);
  await expect(page).toHaveURL(/\/masuk\/langkah-kedua/);
  await expectAccessible(page);
  await page.getByLabel("Kode", { exact: true }).fill(codeAt(secret, new Date(Date.now() - 3_600_000)));
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(page.locator("main").getByRole("alert")).toContainText("1 jam lebih lambat");
  await page.getByText("HP hilang atau tidak di tangan?").click();
  await page.getByLabel("Kode pemulihan").fill("AAAA-BBBB-CCCC");
  await page.getByRole("button", { name: "Masuk dengan kode pemulihan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "sudah pernah dipakai" })).toBeVisible();
  // Open where its words are, without script as well.
  await page.getByLabel("Kode pemulihan").fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Masuk dengan kode pemulihan" }).click();
  await expect(page).toHaveURL(/\/beranda$/);
});

test("what waits for the second factor opens no page, no file and no request of a device", async ({
  request,
  page,
}) => {
  const user = await makeUser("PUSKESMAS_ADMIN", { password, email: ownEmail() });
  await makeRule(user.organisationId);
  await typePassword(page, user.email);
  await expect(page).toHaveURL(/\/masuk\/siapkan/);
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === pendingCookie())?.value ?? "";
  expect(token).toMatch(/^\w{22}$/);
  expect(cookies.find(({ name }) => name === sessionCookie())).toBeUndefined();
  const headers = { cookie: `${sessionCookie()}=${token}; ${pendingCookie()}=${token}`, accept: "text/html" };
  const none = "00000000-0000-4000-8000-000000000000";
  for (const address of staffPages().map((pattern) => filled(pattern, {}))) {
    const answer = await request.get(address, { headers, maxRedirects: 0 });
    expect(answer.status(), address).toBeGreaterThanOrEqual(address === "/" ? 300 : 302);
    if (answer.status() < 400) expect(answer.headers().location, address).toMatch(/^\/(masuk|beranda)/);
  }
  for (const address of [
    ...["/api/cari?q=a", `/api/notulen/${none}`, `/api/kehadiran/${none}`, "/api/v1/meetings", `/berkas/${none}`],
    ...[`/surat/notulen/${none}/pdf`, `/berkas-akreditasi/${none}/unduh`, `/kalender/${token}.ics`],
  ]) {
    const answer = await request.get(address, { headers, maxRedirects: 0 });
    expect(answer.status(), address).toBeGreaterThanOrEqual(300);
  }
  for (const address of [`/api/notulen/${none}`, `/api/kehadiran/${none}`]) {
    const answer = await request.post(address, { headers, data: { entries: [] }, maxRedirects: 0 });
    expect(answer.status(), address).toBeGreaterThanOrEqual(400);
  }
  expect(await db.session.count({ where: { userId: user.id } })).toBe(0);
});

/** A phone with a finger on it, as Chromium plays it. */
async function addAuthenticator(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

test("a passkey is added, replaces the code after the password, and signs in alone", async ({ page }) => {
  const { email } = await makeUser("PUSKESMAS_STAFF", { password, email: ownEmail() });
  await addAuthenticator(page);
  await typePassword(page, email);
  await expect(page).toHaveURL(/\/beranda$/);
  await page.goto("/akun/keamanan");
  await page.getByRole("link", { name: "Tambah kunci sandi" }).click();
  await page.getByLabel("Nama kunci sandi").fill("HP Ani");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Simpan kunci sandi" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Kunci sandi tersimpan." })).toBeVisible();
  await expect(page.getByText("HP Ani", { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.context().clearCookies();
  await typePassword(page, email);
  await expect(page).toHaveURL(/\/masuk\/langkah-kedua/);
  await page.getByRole("button", { name: "Pakai kunci sandi" }).click();
  await expect(page).toHaveURL(/\/beranda$/);

  await page.context().clearCookies();
  await page.goto("/masuk?lanjut=%2Fakun%2Fkeamanan");
  await page.getByRole("button", { name: "Masuk dengan kunci sandi" }).click();
  await expect(page).toHaveURL(/\/akun\/keamanan$/);

  await db.session.updateMany({ where: { user: { email } }, data: { confirmedAt: new Date(Date.now() - 3_600_000) } });
  await page.getByText("Hapus HP Ani …").click();
  await page.getByRole("button", { name: "Hapus HP Ani" }).click();
  await expect(page).toHaveURL(/\/akun\/konfirmasi\?lanjut=/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Pakai kunci sandi" }).click();
  await expect(page).toHaveURL(/\/akun\/keamanan$/);
  await page.getByText("Hapus HP Ani …").click();
  await page.getByRole("button", { name: "Hapus HP Ani" }).click();
  await expect(page.getByText("Belum menyala.")).toBeVisible();
});

test("showing who one is before a change asks nothing about the words typed, and brings them back", async ({
  page,
}) => {
  const { email, organisationId } = await makeUser("PUSKESMAS_ADMIN", { password, email: ownEmail() });
  const reader = await makeUser("PUSKESMAS_READER", { organisationId, email: ownEmail() });
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await typePassword(page, email);
  await expect(page).toHaveURL(/\/beranda$/);
  await page.goto(`/pengguna/${reader.id}`);
  await db.session.updateMany({ where: { user: { email } }, data: { confirmedAt: new Date(Date.now() - 3_600_000) } });
  const typed = ownEmail();
  await page.getByLabel("Alamat email").fill("");
  await page.getByLabel("Alamat email").pressSequentially(typed);
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await page.getByRole("link", { name: "Konfirmasi" }).click();
  await page.getByLabel("Kata sandi").fill(password);
  await page.getByRole("button", { name: "Lanjutkan" }).click();
  await expect(page.getByText("Isian Anda yang belum tersimpan dikembalikan")).toBeVisible();
  await expect(page.getByLabel("Alamat email")).toHaveValue(typed);
  expect(asked).toEqual([]);
});

test("the session's cookie ends by its age, whatever the server's clock says", async ({ request, baseURL }) => {
  const { email } = await makeUser("PUSKESMAS_STAFF", { password, email: ownEmail() });
  const answer = await request.post("/api/auth/callback/credentials", {
    form: { email, password, callbackUrl: "/beranda" },
    headers: { origin: baseURL ?? "" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
  const cookies = answer.headersArray().flatMap(({ name, value }) => (/^set-cookie$/i.test(name) ? value : []));
  const session = cookies.find((cookie) => cookie.startsWith(`${sessionCookie()}=`)) ?? "";
  expect(session).toContain("Max-Age=604800");
});
