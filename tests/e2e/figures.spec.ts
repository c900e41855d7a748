// Capaian per desa: an indicator of one's own, its target, sasaran and figures; two at once; a pasted block; a file.
import type { Page } from "@playwright/test";
import { valuesCsvFile } from "@/tests/factories/value-files";
import { ownName, ownOf } from "./meetings";
import { expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

const sragi = { role: "PUSKESMAS_STAFF", organisation: "Sragi" };
const village = "Kuala Sekampung";
const idl = "Imunisasi dasar lengkap (IDL)";

const cell = (page: Page, row: string, column: string) => page.getByLabel(`${row}, ${column}`, { exact: true });

/** A year before any figures of the demo: months to come take none. */
const pastYear = () => ownOf([2001, 2002, 2003, 2004]);

/** Opens the year of one indicator. */
async function openGrid(page: Page, indicator: string, year: number) {
  await page.goto(`/capaian/isi?tahun=${year}`);
  await page.getByLabel("Indikator", { exact: true }).selectOption({ label: `${indicator}, setahun` });
  await page.getByRole("button", { name: "Terapkan" }).click();
  await expect(page.getByRole("heading", { name: `${indicator}, ${year}` })).toBeVisible();
}

test("an indicator of one's own: defined, its target and sasaran set, its figures typed, and two who change one @tanpa-js", async ({
  page,
}) => {
  test.slow();
  const year = pastYear();
  const name = ownName("Skrining");
  await signIn(page, sragi);
  await page.goto("/capaian/indikator/baru");
  await page.getByLabel("Nama indikator").fill(name);
  await page.getByLabel(/^Urutan/).fill("990");
  await page.getByRole("radio", { name: /^Persen yang diketik/ }).check();
  await page.getByRole("radio", { name: /^Dijumlahkan setahun/ }).check();
  await page.getByRole("radio", { name: /^Seperduabelas/ }).check();
  await page.getByRole("button", { name: "Simpan indikator" }).click();
  await expect(page.getByText("Persen yang diketik tidak dapat dijumlahkan").first()).toBeVisible();
  await page.getByRole("radio", { name: /^Jumlah dibagi sasaran/ }).check();
  await page.getByRole("button", { name: "Simpan indikator" }).click();
  await expect(page).toHaveURL(/\/capaian\/indikator$/);
  await expect(page.getByRole("link", { name })).toBeVisible();

  await page.goto(`/capaian/target?tahun=${year}`);
  await cell(page, name, `Target ${year}`).fill("112,5");
  await page.getByRole("button", { name: "Simpan target" }).click();
  await expect(page.getByText("Persen paling banyak 100").first()).toBeVisible();
  await expect(cell(page, name, `Target ${year}`)).toHaveValue("112,5");
  await cell(page, name, `Target ${year}`).fill("12,5");
  await page.getByRole("button", { name: "Simpan target" }).click();
  await expect(page.getByText("1 sel tersimpan.")).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/capaian/sasaran?tahun=${year}`);
  await cell(page, village, name).fill("40");
  await page.getByRole("button", { name: "Simpan sasaran" }).click();
  await expect(page.getByText("1 sel tersimpan.")).toBeVisible();

  await openGrid(page, name, year);
  for (const [month, typed] of [
    ["Januari", "40"],
    ["Februari", "5"],
    ["Maret", "3,5"],
    ["April", "abc"],
  ] as const)
    await cell(page, village, month).fill(typed);
  await page.getByRole("button", { name: "Simpan capaian" }).click();
  await expect(page.getByText("2 sel tersimpan.")).toBeVisible();
  await expect(page.getByText("2 sel belum tersimpan, yang Anda ketik masih ada:")).toBeVisible();
  await expect(cell(page, village, "Maret")).toHaveValue("3,5");
  await expect(cell(page, village, "April")).toHaveValue("abc");
  await expect(page.getByText("45 dari 40 (112,5 %)")).toBeVisible();
  await expectAccessible(page);
  await cell(page, village, "Maret").fill("");
  await cell(page, village, "April").fill("0");
  await page.getByRole("button", { name: "Simpan capaian" }).click();
  await expect(page.getByText("1 sel tersimpan.")).toBeVisible();
  await expect(cell(page, village, "April")).toHaveValue("0");

  await openGrid(page, name, 2099);
  await cell(page, village, "Maret").fill("3");
  await page.getByRole("button", { name: "Simpan capaian" }).click();
  await expect(page.getByText("Maret 2099 belum tiba: periksa tahun dan bulannya").first()).toBeVisible();
  await openGrid(page, name, year);

  const other = await page.context().newPage();
  await openGrid(other, name, year);
  await cell(page, village, "Januari").fill("38");
  await page.getByRole("button", { name: "Simpan capaian" }).click();
  await expect(page.getByText("1 sel tersimpan.")).toBeVisible();
  await cell(other, village, "Januari").fill("39");
  await cell(other, village, "Mei").fill("1");
  await other.getByRole("button", { name: "Simpan capaian" }).click();
  await expect(other.getByText("1 sel tersimpan.")).toBeVisible();
  await expect(other.getByText("Orang lain menulis 38")).toBeVisible();
  await expect(cell(other, village, "Januari")).toHaveValue("39");
  await expectAccessible(other);
  await other.getByRole("radio", { name: "Pakai yang Anda ketik: 39" }).check();
  await other.getByRole("button", { name: "Simpan capaian" }).click();
  await expect(other.getByText("Orang lain menulis 38")).toHaveCount(0);
  await openGrid(page, name, year);
  await expect(cell(page, village, "Januari")).toHaveValue("39");

  await page.goto("/capaian/indikator");
  await page.getByRole("link", { name }).click();
  await page.getByRole("button", { name: "Arsipkan indikator ini" }).click();
  await expect(page).toHaveURL(/\/capaian\/indikator$/);
  await expect(page.getByRole("link", { name })).toBeHidden();
});

test("a block from a spreadsheet fills what fits and says what does not; keys move; leaving asks", async ({ page }) => {
  await signIn(page, sragi);
  await openGrid(page, idl, 2099);
  const start = page.locator('[name="c.2.1"]');
  await start.focus();
  const block = Array.from({ length: 15 }, (_, r) => Array.from({ length: 14 }, (_, c) => (r + c === 1 ? "x" : r * c)));
  await start.evaluate(
    (field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    block.map((row) => row.join("\t")).join("\r\n"),
  );
  await expect(page.getByText("7 baris dan 3 kolom terakhir tidak masuk")).toBeVisible();
  await expect(page.locator('[name="c.9.11"]')).toHaveValue("70");
  await expect(page.locator('[name="c.1.1"]')).toHaveValue("");
  await expect(page.locator('[name="c.3.1"]')).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("88 sel belum disimpan")).toBeVisible();
  await start.focus();
  for (const [key, name] of [
    ["ArrowDown", "c.3.1"],
    ["ArrowRight", "c.3.2"],
    ["ArrowUp", "c.2.2"],
    ["Enter", "c.3.2"],
    ["ArrowLeft", "c.3.1"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.locator(`[name="${name}"]`)).toBeFocused();
  }
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    return dialog.dismiss();
  });
  await page.getByRole("link", { name: "Target", exact: true }).click();
  await expect(page.locator('[name="c.9.11"]')).toHaveValue("70");
  expect(asked).toEqual([expect.stringContaining("belum disimpan")]);
});

test("a file of figures: looked at, confirmed, uploaded again without doubling, and exported as it came", async ({
  page,
}) => {
  test.slow();
  const year = pastYear();
  const row = { villageCode: "18.01.15.2001", indicator: idl, year };
  const rows = [
    ...Array.from({ length: 10 }, (_, index) => ({ ...row, month: index + 1, value: index })),
    { ...row, month: 13, value: 1 },
    { ...row, month: 11, value: "-3" },
    { ...row, villageCode: "18.01.08.2001", month: 12, value: 1 },
    { ...row, year: 2099, month: 12, value: 1 },
  ];
  const upload = async (buffer: Buffer) => {
    await page.goto("/impor/capaian");
    await page
      .getByLabel("Berkas capaian")
      .setInputFiles({ name: "capaian.csv", mimeType: "application/octet-stream", buffer });
    await page.getByRole("button", { name: "Unggah dan periksa" }).click();
  };
  await signIn(page, sragi);
  await upload(valuesCsvFile(rows));
  await expect(page.getByRole("heading", { name: "10 siap, 4 perlu diperbaiki" })).toBeVisible();
  for (const number of [12, 13, 14, 15]) await expect(page.getByText(`Baris ${number}`, { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Impor 10 angka" }).click();
  await expect(page.locator("main").getByRole("status")).toContainText("10 angka baru");
  await expectAccessible(page);
  const exported = await page.request.get(`/capaian/ekspor?tahun=${year}&bentuk=csv`);
  await upload(await exported.body());
  await expect(page.getByText("Semua yang siap sudah sama dengan yang tersimpan.")).toBeVisible();
  const template = await page.request.get("/impor/capaian/templat");
  expect(template.headers()["content-disposition"]).toMatch(/^attachment; filename="Templat capaian .*\.xlsx"/);
});
