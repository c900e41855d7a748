import { firstLink } from "./addresses";
import { ownOf } from "./meetings";
import { expectAccessible, expectNarrowEnough, signIn } from "./support";
import { expect, test } from "./test";

test("from the table to the worst desa, to one indicator, and to a problem of the Lokmin that runs", async ({
  page,
}) => {
  test.slow();
  // A Lokmin has one problem for each indicator; the demo has raised some of the others.
  const indicator = ownOf([
    "Kunjungan neonatal lengkap (KN lengkap)",
    "Keluarga stop BABS (ODF)",
    "Kelas ibu hamil",
    "Balita gizi buruk dirawat",
  ]);
  await signIn(page, { role: "PUSKESMAS_STAFF", organisation: "Sragi" });
  await page.goto("/capaian");
  const sentence = page.getByText(/paling tertinggal di \d+ dari \d+ indikator/);
  await expect(sentence).toBeVisible();
  const table = page.getByRole("table", { name: /Capaian setiap desa/ });
  await expect(table.getByRole("rowheader", { name: "Margasari" })).toBeVisible();
  await expect(table.getByRole("columnheader", { name: new RegExp(indicator.slice(0, 10)) })).toContainText("≥");
  await expectAccessible(page);

  await table.getByRole("link", { name: indicator }).click();
  await expect(page.getByRole("heading", { level: 1, name: indicator })).toBeVisible();
  await expect(
    page.getByRole("figure", { name: new RegExp(`${indicator.slice(0, 10)}.* per desa .*20\\d\\d`) }),
  ).toBeVisible();
  for (const head of ["Target s.d. bulan ini", "Capaian bulan ini", "Selisih", "Tren", "Peringkat", "Status"])
    await expect(page.getByRole("columnheader", { name: head })).toBeVisible();
  await expectAccessible(page);

  const proposed = page.locator("#usulkan").getByRole("link", { name: /^Masalah \d+$/ });
  await expect(proposed).toHaveCount(0);
  const behind = page.locator("#usulkan").getByRole("checkbox", { checked: true });
  await expect(behind.nth(1)).toBeVisible();
  const all = await behind.count();
  const left = (await behind.first().locator("..").textContent())?.trim() ?? "";
  await behind.first().uncheck();
  await page.getByRole("button", { name: "Usulkan sebagai masalah" }).click();
  await expect(page).toHaveURL(/#usulkan$/);
  await expect(proposed).toHaveCount(1);

  // Left out at first, a desa joins the same problem.
  const add = page.getByRole("button", { name: /^Tambahkan ke Masalah \d+$/ });
  const joining = page.locator("#usulkan form").filter({ has: add });
  await expect(joining.getByLabel(left)).toBeChecked();
  await expectAccessible(page);
  await add.click();
  await expect(joining.getByLabel(left)).toHaveCount(0);
  await expect(proposed).toHaveCount(1);
  await proposed.click();
  await expect(page).toHaveURL(/\/kegiatan\/[0-9a-f-]{36}\/masalah#masalah-\d+$/);
  const problem = page.locator(`#${new URL(page.url()).hash.slice(1)}`);
  await expect(problem).toContainText(indicator);
  await expect(problem).toContainText(` di ${all} desa: `);
  await expect(problem).toContainText(/target \d/);
});

test("one desa: every indicator with its place, one tap makes a problem, and it stays one @tanpa-js", async ({
  page,
}) => {
  // Behind in every month of the demo.
  const [village, indicator] = ownOf([
    ["Margasari", "Angka bebas jentik (ABJ)"],
    ["Margasari", "Prevalensi stunting"],
    ["Margasari", "Imunisasi dasar lengkap (IDL)"],
    ["Mandala Sari", "Pelayanan antenatal K6"],
  ]);
  await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Sragi" });
  await page.goto("/capaian");
  await page.getByRole("table").getByRole("link", { name: village }).click();
  await expect(page.getByRole("heading", { level: 1, name: village })).toBeVisible();
  await expect(page.getByText(/^peringkat \d+ dari 10$/).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "RTL yang belum selesai" })).toBeVisible();
  await expectAccessible(page);
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: indicator, exact: true }) });
  await row.getByRole("button", { name: `Usulkan ${indicator} sebagai masalah` }).click();
  await expect(row.getByRole("link", { name: /^Masalah \d+$/ })).toBeVisible();
  await page.reload();
  await expect(row.getByRole("link", { name: /^Masalah \d+$/ })).toHaveCount(1);
  await expect(row.getByRole("button", { name: /Usulkan/ })).toHaveCount(0);
});

test("the Dinkes looks at each of its puskesmas and proposes nothing; others find nothing", async ({ page }) => {
  await signIn(page, { role: "DINKES_REVIEWER", organisation: "Kabupaten Lampung Selatan" });
  await page.goto("/capaian");
  await page.locator("main").getByRole("link", { name: /Sragi/ }).click();
  await expect(page.getByText(/paling tertinggal di/)).toBeVisible();
  const village = await firstLink(page, /^\/capaian\/desa\//);
  const indicator = await firstLink(page, /^\/capaian\/[0-9a-f-]{36}\?/);
  for (const address of [village, indicator]) {
    expect(address).toContain("puskesmas=");
    expect((await page.goto(address ?? ""))?.status()).toBe(200);
    await expect(page.locator("main").getByRole("button", { name: /Usulkan/ })).toHaveCount(0);
    await expectNarrowEnough(page);
  }
  await page.context().clearCookies();
  await signIn(page, { role: "PUSKESMAS_STAFF", organisation: "Malangke" });
  for (const address of [village, indicator]) expect((await page.goto(address ?? ""))?.status()).toBe(404);
});

test("odd values in the address find nothing or are left aside", async ({ page }) => {
  await signIn(page, { role: "PUSKESMAS_READER", organisation: "Sragi" });
  for (const query of ["tahun=abc&bulan=99", "tahun=2026&tahun=2025&bulan=-1", "topik=%00x", "garis=9999"])
    expect((await page.goto(`/capaian?${query}`))?.status()).toBe(200);
  for (const path of [
    "/capaian/tidakada",
    "/capaian/desa/99.99.99.9999",
    "/capaian/desa/%27",
    "/capaian?puskesmas=00000000-0000-4000-8000-000000000000",
  ])
    expect((await page.goto(path))?.status()).toBe(404);
});
