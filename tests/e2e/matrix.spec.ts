import { complaintOf } from "./meetings";
import { expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

const ring = (x: number, y: number) => [
  [x, y],
  [x + 0.2, y],
  [x + 0.2, y + 0.2],
  [x, y],
];

const borders = (x: number, y: number) => ({
  name: "batas.geojson",
  mimeType: "application/geo+json",
  buffer: Buffer.from(
    JSON.stringify({
      type: "FeatureCollection",
      features: [
        { type: "Feature", properties: { KODE: "170601" }, geometry: { type: "Polygon", coordinates: [ring(x, y)] } },
      ],
    }),
  ),
});

test("the matrix is sorted, its map arranged by mouse and arrow keys, and drawn in the office's own borders", async ({
  page,
}) => {
  await signIn(page, { role: "DINKES_ADMIN", organisation: "Mukomuko" });
  await page.goto("/matriks?tahun=2025");
  const firstName = page.getByRole("rowheader").first();
  await page.getByRole("columnheader", { name: "Puskesmas" }).getByRole("link").click();
  await expect(firstName).toHaveText("Puskesmas Air Dikit");
  await expectAccessible(page);

  await page.goto("/matriks/peta/ubah");
  const tile = page.getByRole("button", { name: /^Air Dikit, / });
  const before = await tile.getAttribute("aria-label");
  await tile.press("ArrowDown");
  await expect(page.getByText(/^Air Dikit: kolom \d+, baris \d+$/)).toBeVisible();
  expect(await tile.getAttribute("aria-label")).not.toBe(before);
  const other = page.getByRole("button", { name: /^Air Rami, / });
  const at = { own: await tile.getAttribute("aria-label"), other: await other.getAttribute("aria-label") };
  await tile.dragTo(other);
  expect((await tile.getAttribute("aria-label"))?.replace("Air Dikit", "Air Rami")).toBe(at.other);
  expect((await other.getAttribute("aria-label"))?.replace("Air Rami", "Air Dikit")).toBe(at.own);
  await expectAccessible(page);
  const kept = await tile.getAttribute("aria-label");
  await page.getByRole("button", { name: "Simpan petak" }).click();
  await expect(page).toHaveURL(/\/matriks\/peta$/);
  await page.getByRole("link", { name: "Tata peta" }).click();
  expect(await tile.getAttribute("aria-label")).toBe(kept);

  const upload = async (file: ReturnType<typeof borders>) => {
    await page.getByLabel("Berkas GeoJSON").setInputFiles(file);
    await page.getByRole("button", { name: "Unggah batas wilayah" }).click();
  };
  await upload(borders(612_000, 9_372_000));
  await expect(complaintOf(page)).toContainText("WGS 84");
  await upload(borders(101.1, -2.6));
  await expect(page.getByRole("status").first()).toContainText("Batas wilayah tersimpan. Belum ada di berkas:");
  await page.goto("/matriks/peta?tahun=2025");
  await expect(page.getByRole("link", { name: /Lubuk Pinang: Lokmin terlaksana/ })).toHaveCount(2);
  await expectAccessible(page);
});

test("tiles are moved by their column and row, two in one place are refused @tanpa-js", async ({ page }) => {
  await signIn(page, { role: "DINKES_ADMIN", organisation: "Lampung Selatan" });
  await page.goto("/matriks/peta/ubah");
  const fold = page.getByText("Kolom dan baris");
  const column = page.getByRole("spinbutton", { name: /^Kolom/ });
  if (test.info().project.name === "dengan-js") {
    // The board is there with script alone: from then on the fold is closed.
    await expect(page.getByRole("button", { name: /pindahkan dengan tombol panah/ }).first()).toBeVisible();
    await fold.click();
  }
  await column.first().fill("2");
  await column.last().fill("2");
  await page.getByRole("button", { name: "Simpan petak" }).click();
  await expect(page.getByText(/ada di petak yang sama \(kolom 2, baris 1\)/).first()).toBeVisible();
});
