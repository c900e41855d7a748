// How many rows of the main lists are seen without scrolling, and how much JavaScript each page loads beyond what every
// page has. `npm run bench -- baris` prints it.
import type { Page } from "@playwright/test";
import { demoList, findMeeting } from "./addresses";
import { signIn } from "./support";
import { expect, test } from "./test";

const screens = [
  { name: "1280 × 800", width: 1280, height: 800 },
  { name: "360 × 740", width: 360, height: 740 },
];

type Seen = { seen: number; all: number; first: number; usual: number };

/** Whole rows on the first screen, where the first begins, and how high a usual one is; the bar of places hides its part. */
async function rowsSeen(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const bar = document.querySelector("nav[aria-label='Utama, bawah']")?.getBoundingClientRect();
    const bottom = bar && bar.height > 0 ? bar.top : innerHeight;
    const rows = [...document.querySelectorAll(".rows > li, .item-rows > li")].map((row) =>
      row.getBoundingClientRect(),
    );
    const seen = rows.filter((row) => row.top >= 0 && row.bottom <= bottom);
    const heights = rows.map(({ height }) => Math.round(height)).sort((one, other) => one - other);
    const usual = heights[Math.floor(heights.length / 2)] ?? 0;
    return { seen: seen.length, all: rows.length, first: Math.round(rows[0]?.top ?? 0), usual };
  });
}

/** Bytes of script as they came over the wire, by the file. */
async function scriptsOf(page: Page, address: string): Promise<Map<string, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const urls = new Map<string, string>();
  const sizes = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script") urls.set(requestId, response.url);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId);
    if (url) sizes.set(url, encodedDataLength);
  });
  await page.goto(address, { waitUntil: "networkidle" });
  await session.detach();
  return sizes;
}

async function addressesOf(page: Page) {
  const { id } = await findMeeting(page, await demoList(page, "keadaan=SCHEDULED"));
  const running = await findMeeting(page, await demoList(page, "keadaan=IN_PROGRESS"));
  return {
    puskesmas: ["/kegiatan", "/tindak-lanjut", "/mitra", `/kegiatan/${id}/undangan`, "/eskalasi?status=semua"],
    others: [
      "/beranda",
      `/kegiatan/${id}`,
      `/kegiatan/${id}/kirim`,
      `/kegiatan/${id}/rtl`,
      `/kegiatan/${running.id}/kehadiran/kertas`,
      "/capaian",
      "/capaian/isi",
      "/kegiatan/baru",
      "/kegiatan/rencana",
      "/mitra/usulan",
      "/akun/keamanan/kunci",
    ],
  };
}

const named = (address: string) => address.replace(/[0-9a-f-]{36}/, "[id]").replace(/\?.*/, "");

test("the first rows of each main list are seen without scrolling, on a desk and on a phone", async ({ page }) => {
  test.slow();
  await signIn(page, { role: "PUSKESMAS_STAFF", organisation: "Sragi" });
  const lists = (await addressesOf(page)).puskesmas;
  await lookAt(page, lists, 72);
  await page.context().clearCookies();
  await signIn(page, { role: "DINKES_REVIEWER", organisation: "Kabupaten Lampung Selatan" });
  await lookAt(page, ["/tinjauan?keadaan=semua"], 80);
});

test("between a phone and a desk a row still says what it is", async ({ page }) => {
  await signIn(page, { role: "PUSKESMAS_STAFF", organisation: "Sragi" });
  const narrow: string[] = [];
  for (const address of (await addressesOf(page)).puskesmas) {
    await page.goto(address);
    for (const width of [768, 1024, 1100]) {
      await page.setViewportSize({ width, height: 768 });
      const titles = await page
        .locator(
          ".item-rows .row-title, .rows:not(.invitee-rows) > li > p:has(> a), .invitee-rows > li > p:first-of-type",
        )
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
      if (Math.min(...titles) < 170) narrow.push(`${named(address)} at ${width} px: ${Math.min(...titles)} px`);
    }
  }
  expect(narrow).toEqual([]);
});

/** @param highest on a phone, of a usual row; on a desk it is a line of 48 px */
async function lookAt(page: Page, addresses: readonly string[], highest: number) {
  for (const address of addresses)
    for (const { name, ...size } of screens) {
      await page.setViewportSize(size);
      await page.goto(address);
      const { seen, all, first, usual } = await rowsSeen(page);
      console.log(
        `baris | ${named(address).padEnd(26)} | ${name.padEnd(10)} | ${seen} dari ${all}, pertama pada ${first} px, lazimnya ${usual} px`,
      );
      expect(usual, `${address} at ${name}`).toBeLessThanOrEqual(size.width > 1000 ? 50 : highest);
      const wanted = Math.min(all, size.width > 1000 ? 9 : 3);
      expect(seen, `${address} at ${name}`).toBeGreaterThanOrEqual(wanted);
    }
}

test("no main page loads more than 50 KB of script beyond what every page has", async ({ page }) => {
  test.slow();
  await signIn(page, { role: "PUSKESMAS_STAFF", organisation: "Sragi" });
  // A page of words and links alone.
  const everywhere = await scriptsOf(page, "/bantuan");
  const { puskesmas, others } = await addressesOf(page);
  for (const address of [...puskesmas, ...others]) {
    const own = [...(await scriptsOf(page, address))].filter(([url]) => !everywhere.has(url));
    const bytes = own.reduce((sum, [, size]) => sum + size, 0);
    console.log(`skrip | ${named(address).padEnd(26)} | ${(bytes / 1000).toFixed(1)} KB`);
    expect(bytes, address).toBeLessThan(50_000);
  }
});
