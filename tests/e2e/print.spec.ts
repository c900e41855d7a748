// What people print fits its paper, and nothing of the app is on it.
import type { Page } from "@playwright/test";
import { demoList, findMeeting, linkOn } from "./addresses";
import { pagesOf } from "./pdf-text";
import { signIn } from "./support";
import { expect, test } from "./test";

/** A4 between the margins of `@page`, at 96 px an inch; landscape where the page asks for it. */
const portrait = Math.floor((160 / 25.4) * 96);
const landscape = Math.floor((273 / 25.4) * 96);

/** What is cut at the right, and what nobody can press on paper. */
async function faultsOnPaper(page: Page): Promise<string[]> {
  const isWide = (await page.locator(".pws-paper, .matrix-paper").count()) > 0;
  const width = isWide ? landscape : portrait;
  // A page asks for the width of the sheet and is laid out between its margins.
  await page.setViewportSize({ width: isWide ? 1122 : 794, height: 1000 });
  await page.evaluate((edge) => {
    document.documentElement.style.width = `${edge}px`;
  }, width);
  return page.evaluate((edge) => {
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const told = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.trim().slice(0, 40)}”`;
    const isCut = (element: HTMLElement) =>
      element.getBoundingClientRect().right > edge + 1 ||
      (element.scrollWidth > element.clientWidth + 1 &&
        getComputedStyle(element).overflowX !== "visible" &&
        element.clientWidth > 1);
    const elements = [...document.querySelectorAll<HTMLElement>("body *")].filter(
      (element) => !(element instanceof SVGElement) && isShown(element) && element.getBoundingClientRect().width > 1,
    );
    const wide = elements.filter((element) => element.childElementCount === 0 && isCut(element));
    const boxes = elements.filter((element) => element.childElementCount > 0 && isCut(element));
    const controls = elements.filter((element) =>
      element.matches(
        "button, .button, input:not([type=hidden]), select, textarea, nav, aside nav, .chips, .tab-row, .set-filters, dialog",
      ),
    );
    const chips = elements.filter(
      (element) => element.matches(".badge") && getComputedStyle(element).backgroundColor !== "rgba(0, 0, 0, 0)",
    );
    return [
      ...[...wide, ...boxes].slice(0, 3).map((element) => `cut: ${told(element)}`),
      ...controls.slice(0, 5).map((element) => `control: ${told(element)}`),
      ...chips.slice(0, 2).map((element) => `chip: ${told(element)}`),
    ];
  }, width);
}

async function expectFitForPaper(page: Page, addresses: readonly string[]) {
  const found: string[] = [];
  for (const address of addresses) {
    await page.emulateMedia({ media: null });
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(200);
    await page.emulateMedia({ media: "print" });
    found.push(...(await faultsOnPaper(page)).map((fault) => `${address} ${fault}`));
  }
  expect(found).toEqual([]);
}

test("every page of a puskesmas that is printed fits A4, without controls and chips", async ({ page }) => {
  test.slow();
  await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Sragi" });
  const { id, itemId } = await findMeeting(page, "/kegiatan?tahun=2025&jenis=QUARTERLY_LOKMIN");
  const { id: next } = await findMeeting(page, await demoList(page, "keadaan=SCHEDULED"));
  const indicator = await linkOn(page, "/capaian", /^\/capaian\/[0-9a-f-]{36}\b/);
  const village = await linkOn(page, "/capaian", /^\/capaian\/desa\//);
  const rooms = [
    "",
    "/undangan",
    "/kehadiran",
    "/janji",
    "/masalah",
    "/notulen",
    "/rtl",
    "/pengesahan",
    "/foto",
    "/riwayat",
    "/orang",
  ];
  await expectFitForPaper(page, [
    "/beranda",
    "/kegiatan",
    "/tindak-lanjut?status=semua",
    "/mitra",
    "/eskalasi?status=semua",
    "/tinjauan",
    "/siapa-datang",
    "/capaian",
    indicator ?? "",
    village ?? "",
    "/pegawai",
    "/pegawai/berlaku",
    "/kompetensi",
    "/surat",
    "/riwayat",
    "/pengguna",
    ...rooms.map((room) => `/kegiatan/${id}${room}`),
    ...["", "/undangan", "/pengesahan"].map((room) => `/kegiatan/${next}${room}`),
    `/kegiatan/${id}/rtl/${itemId}`,
    `/kegiatan/${next}/undangan/slip`,
  ]);
});

test("the attendance of a running meeting is printed without what corrects it", async ({ page }) => {
  await signIn(page, { role: "PUSKESMAS_STAFF", organisation: "Sragi" });
  const { id } = await findMeeting(page, await demoList(page, "keadaan=IN_PROGRESS"));
  await page.goto(`/kegiatan/${id}/kehadiran`);
  const correct = page.locator("summary", { hasText: "Ubah atau hapus" }).first();
  await expect(correct).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(correct).toBeHidden();
});

test("every page of a Dinkes that is printed fits its paper as well", async ({ page }) => {
  test.slow();
  await signIn(page, { role: "DINKES_ADMIN", organisation: "Kabupaten Lampung Selatan" });
  const report = await linkOn(page, "/tinjauan?keadaan=semua", /^\/tinjauan\/[0-9a-f-]{36}$/);
  await expectFitForPaper(page, [
    "/beranda",
    "/matriks",
    "/matriks/grafik",
    "/tinjauan?keadaan=semua",
    report ?? "",
    "/kegiatan",
    "/tindak-lanjut?status=semua",
    "/eskalasi?status=semua",
    "/siapa-datang",
    "/organisasi",
    "/pegawai",
    "/penugasan/kebutuhan",
    "/program",
  ]);
});

test("the follow-up list says on paper what is folded on the screen, to the end of each line", async ({ page }) => {
  await signIn(page, { role: "PUSKESMAS_STAFF", organisation: "Sragi" });
  await page.goto("/tindak-lanjut?status=semua");
  await expect(page.locator(".item-rows > li").first()).toBeVisible();
  const rows = await page.locator(".item-rows > li").count();
  const progress = await page.locator(".item-rows .progress").allTextContents();
  const text = pagesOf(await page.pdf({ preferCSSPageSize: true })).join("");
  expect(text.match(/Bataswaktu/g)).toHaveLength(rows);
  for (const words of progress) expect(text).toContain(words.replaceAll(/\s/g, ""));
  expect(text).not.toMatch(/Tindakanlain|Pilihsemua|Terapkan/);
});

test("the directory says its telephone numbers on paper, where nothing can be tapped", async ({ page }) => {
  await signIn(page, { role: "PUSKESMAS_STAFF", organisation: "Sragi" });
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.goto("/mitra");
  const number = await page
    .getByText(/^0840-/)
    .first()
    .boundingBox();
  expect(number?.width).toBeGreaterThan(60);
});
