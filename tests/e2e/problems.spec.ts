import type { Page } from "@playwright/test";
import { complaintOf, draft, ownYear, schedule, start } from "./meetings";
import { expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

const staff = { role: "PUSKESMAS_STAFF", organisation: "Sragi" };

/** The problems as they stand in their order: "1 Nilai sama: Masalah 2. Balita stunting". */
async function order(page: Page): Promise<string[]> {
  const cards = page.locator("main ol > li[id^=masalah-]");
  return Promise.all(
    (await cards.all()).map(async (card) => {
      const place = (await card.locator("b").first().textContent()) ?? "";
      const isTied = (await card.getByText("Nilai sama", { exact: true }).count()) > 0;
      return `${place}${isTied ? " Nilai sama" : ""}: ${await card.getByRole("heading").textContent()}`;
    }),
  );
}

async function grade(page: Page, triples: readonly (readonly [string, string, string])[]) {
  for (const [index, [urgency, seriousness, growth]] of triples.entries()) {
    const of = `masalah ${index + 1}`;
    await page.getByLabel(`U (urgensi) ${of}`).fill(urgency);
    await page.getByLabel(`S (keseriusan) ${of}`).fill(seriousness);
    await page.getByLabel(`G (perkembangan) ${of}`).fill(growth);
  }
}

test("problems: causes, USG of two people with a tie, the forum's order, a row of the plan that answers, the wall @tanpa-js", async ({
  page,
  somebodyElse,
}) => {
  test.slow();
  const year = ownYear(15);
  await signIn(page, staff);
  const address = await draft(page, {
    day: `${year}-05-16`,
    agenda: [
      ["Pembukaan", "10"],
      ["Evaluasi janji", "20"],
    ],
  });
  await page.goto(`${address}/masalah`);
  await expect(page.getByText("Belum ada masalah", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Tambah masalah" }).click();
  await page.getByLabel("Manusia").fill("- Kader belum dilatih\nBidan merangkap tugas");
  await page.getByRole("button", { name: "Simpan masalah" }).click();
  await expect(complaintOf(page)).toContainText("Isi masalah");
  await expect(page.getByLabel("Manusia")).toHaveValue("- Kader belum dilatih\nBidan merangkap tugas");
  await page.getByLabel("Masalah", { exact: true }).fill("Imunisasi rendah di Kedaung");
  await page.getByLabel("Data pendukung").fill("IDL s.d. Juni 31,2 % dari target 45 %");
  await page.getByRole("checkbox", { name: "Kedaung" }).check();
  await page.getByRole("button", { name: "Simpan, lalu tambah lagi" }).click();
  await expect(page.locator("main").getByRole("status").filter({ hasText: "Masalah 1 tersimpan" })).toBeVisible();
  await page.getByLabel("Masalah", { exact: true }).fill("Balita stunting bertambah");
  await page.getByLabel("Dana").fill("Dana desa belum cair");
  await page.getByRole("button", { name: "Simpan, lalu tambah lagi" }).click();
  await expect(page.locator("main").getByRole("status").filter({ hasText: "Masalah 2 tersimpan" })).toBeVisible();
  await page.getByLabel("Masalah", { exact: true }).fill("Laporan Pustu terlambat");
  await page.getByRole("button", { name: "Simpan masalah" }).click();
  await expect(page).toHaveURL(/\/masalah$/);
  await expect(page.getByText("3 masalah, 0 penilai")).toBeVisible();

  await page.getByRole("link", { name: "Beri nilai USG" }).click();
  await grade(page, [
    ["6", "4", "3"],
    ["4", "4", ""],
    ["1", "1", "1"],
  ]);
  await page.getByRole("button", { name: "Simpan nilai" }).click();
  await expect(complaintOf(page).getByRole("link")).toHaveText([
    "Urgensi (U) harus angka bulat 1 sampai 5",
    "Isi ketiga nilai U, S, dan G, atau kosongkan ketiganya",
  ]);
  await expectAccessible(page);
  await grade(page, [
    ["5", "4", "3"],
    ["4", "4", "4"],
  ]);
  await page.getByRole("button", { name: "Simpan nilai" }).click();
  await expect(page.getByText("3 masalah, 1 penilai")).toBeVisible();
  await page.getByRole("link", { name: "Catat nilai orang lain" }).click();
  await grade(page, [
    ["3", "3", "3"],
    ["2", "3", "4"],
    ["1", "2", "1"],
  ]);
  await page.getByRole("button", { name: "Simpan nilai" }).click();
  await expect(complaintOf(page)).toContainText("Isi nama orang yang memberi nilai");
  await page.getByLabel("Nama penilai").fill("Camat Sragi");
  await page.getByRole("button", { name: "Simpan nilai" }).click();
  await expect(page.getByText("3 masalah, 2 penilai")).toBeVisible();
  expect(await order(page)).toEqual([
    "1 Nilai sama: Masalah 1. Imunisasi rendah di Kedaung",
    "1 Nilai sama: Masalah 2. Balita stunting bertambah",
    "3: Masalah 3. Laporan Pustu terlambat",
  ]);
  await expect(page.getByRole("row", { name: "Camat Sragi" })).toContainText("3 + 3 + 3 = 9");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Naikkan masalah 2" }).click();
  await expect(complaintOf(page)).toContainText("Isi siapa yang memutuskan");
  await page.getByLabel("Diputuskan oleh").fill("Mufakat, dipimpin Camat");
  await page.getByRole("button", { name: "Naikkan masalah 2" }).click();
  await expect(page.getByText("Urutan diputuskan: Mufakat, dipimpin Camat").first()).toBeVisible();
  const decided = [
    "1 Nilai sama: Masalah 2. Balita stunting bertambah",
    "1 Nilai sama: Masalah 1. Imunisasi rendah di Kedaung",
    "3: Masalah 3. Laporan Pustu terlambat",
  ];
  expect(await order(page)).toEqual(decided);

  await schedule(page, address);
  await start(page, address);
  await page.goto(`${address}/masalah`);
  await page.getByRole("link", { name: "Buat RTL untuk masalah 1" }).click();
  await expect(page.getByLabel(/^Masalah/)).toHaveValue("Imunisasi rendah di Kedaung");
  await expect(page.getByLabel("Penyebab")).toHaveValue("Manusia: Kader belum dilatih; Manusia: Bidan merangkap tugas");
  await expect(page.getByLabel("Capaian awal")).toHaveValue("31,2");
  await expect(page.getByRole("checkbox", { name: "Kedaung" })).toBeChecked();
  await page.getByLabel("Kegiatan", { exact: true }).fill("Pelatihan ulang kader");
  await page.getByLabel("Instansi", { exact: true }).fill("Pemerintah Desa Kedaung");
  await page.getByLabel("Batas waktu").fill(`${year}-07-30`);
  await page.getByRole("button", { name: "Simpan RTL" }).click();
  await expect(page).toHaveURL(/\/rtl$/);
  const answered = page.locator("main details").filter({ hasText: "Menjawab masalah 1: Imunisasi rendah di Kedaung" });
  await answered.locator("summary").first().click();
  await expect(answered.getByText("Menjawab masalah 1: Imunisasi rendah di Kedaung")).toBeVisible();
  await page.goto(`${address}/masalah`);
  await expect(page.getByText("1 RTL menjawab masalah ini")).toBeVisible();
  await page.getByRole("link", { name: "Masalah 1. Imunisasi rendah di Kedaung" }).click();
  await expect(page.getByRole("link", { name: "RTL 1. Pelatihan ulang kader" })).toBeVisible();
  await expect(page.getByText("Hapus masalah ini")).toHaveCount(0);
  await expectAccessible(page);

  const dinkes = await somebodyElse();
  await signIn(dinkes, { role: "DINKES_REVIEWER", organisation: "Lampung Selatan" });
  await dinkes.goto(`${address}/masalah`);
  expect(await order(dinkes)).toEqual(decided);
  // Words of the field are explained to who only reads as well.
  await expect(dinkes.locator("main").getByRole("button", { name: /^(?!Apa itu)/ })).toHaveCount(0);
  await expect(dinkes.getByRole("link", { name: "Beri nilai USG" })).toHaveCount(0);

  await turnTheProjector(page, address);
});

/** Everything the projector shows of this meeting, turned by the edge or the arrow key. */
async function turnTheProjector(page: Page, address: string) {
  const hasScript = test.info().project.use.javaScriptEnabled !== false;
  const projector = page.getByRole("main");
  const on = async () => {
    if (hasScript) await page.keyboard.press("ArrowRight");
    else await page.getByRole("link", { name: "Berikutnya" }).click();
  };
  await page.goto(`${address}/layar`);
  await page.getByRole("link", { name: "Acara", exact: true }).click();
  await expect(projector).toContainText("Pembukaan");
  await page.getByRole("button", { name: "Mulai: Pembukaan" }).click();
  await expect(page.getByRole("heading", { name: "Pembukaan" })).toBeVisible();
  await expect(projector).toContainText("10 menit lagi");
  await page.getByRole("button", { name: "Mulai: Evaluasi janji" }).click();
  await expect(page.getByRole("heading", { name: "Evaluasi janji" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Masalah", exact: true }).click();
  await expect(projector).toContainText("Urutan prioritas");
  await on();
  await expect(page).toHaveURL(/tampil=masalah&ke=2$/);
  await expect(page.getByRole("heading", { name: "Balita stunting bertambah" })).toBeVisible();
  await expect(projector).toContainText("Dana desa belum cair");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Balita stunting bertambah" })).toBeVisible();
  await expectAccessible(page);
  for (const [view, words] of [
    ["RTL", "Pelatihan ulang kader"],
    ["Capaian", "Indikator 1 dari"],
    ["RTL lalu", "RTL lalu 1 dari"],
  ] as const) {
    await page.getByRole("link", { name: view, exact: true }).click();
    await expect(projector).toContainText(words);
    await expectAccessible(page, "dark");
  }
}

test("the projector follows the plan as it grows", async ({ page, context }) => {
  const year = ownYear(15);
  await signIn(page, staff);
  const address = await draft(page, { day: `${year}-08-15` });
  await schedule(page, address);
  await start(page, address);
  const projector = await context.newPage();
  await projector.goto(`${address}/layar?tampil=rtl`);
  await expect(projector.getByText("Belum ada RTL", { exact: true })).toBeVisible();
  await page.goto(`${address}/rtl/tambah`);
  await page.getByLabel("Kegiatan", { exact: true }).fill("Gotong royong saluran air");
  await page.getByLabel("Instansi", { exact: true }).fill("Pemerintah Desa Kedaung");
  await page.getByLabel("Batas waktu").fill(`${year}-09-30`);
  await page.getByRole("button", { name: "Simpan RTL" }).click();
  await expect(page).toHaveURL(/\/rtl$/);
  await expect(projector.getByText("1. Gotong royong saluran air")).toBeVisible();
});
