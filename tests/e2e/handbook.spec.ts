import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { type PictureId, pictures } from "@/lib/help/pictures";
import { root } from "@/prisma/run/prepare.mjs";
import { demoList, findMeeting } from "./addresses";
import { demo, expectAccessible, expectNarrowEnough, signIn } from "./support";
import { expect, test } from "./test";

type Pictured = {
  /** Nobody where the page needs no account. */
  who: { role: string; organisation: string } | null;
  address: (page: Page) => Promise<string>;
  /** Where the picture begins; at the top of the page where left out. */
  from?: (main: Locator) => Locator;
  /** What the reader of the handbook looks for: it is seen in the picture. */
  essential: readonly RegExp[];
};

const staff = { role: "PUSKESMAS_STAFF", organisation: "Sragi" };
const dinkes = { role: "DINKES_REVIEWER", organisation: "Kabupaten Lampung Selatan" };
const at = (address: string) => () => Promise.resolve(address);
const ofMeeting = (state: string, room: string) => async (page: Page) =>
  `/kegiatan/${(await findMeeting(page, await demoList(page, `keadaan=${state}`))).id}${room}`;

const ofLink = (invitee: RegExp) => () => {
  const { path = "" } = demo().links.find((link) => invitee.test(link.invitee)) ?? {};
  return Promise.resolve(path);
};

const pictured: Record<PictureId, Pictured> = {
  "rencana-setahun": {
    who: staff,
    address: at("/kegiatan/rencana"),
    from: (main) => main.getByRole("heading", { name: "Lokmin Bulanan" }),
    essential: [/^Tanggal$/, /^Tempat$/],
  },
  "jawaban-undangan": {
    who: null,
    address: ofLink(/belum menjawab/),
    from: (main) => main.getByRole("heading", { level: 1 }),
    essential: [/Kepada Yth/, /Saya hadir/],
  },
  "kisi-rtl": {
    who: staff,
    address: ofMeeting("IN_PROGRESS", "/rtl"),
    from: (main) => main.getByRole("heading", { name: "Tulis RTL" }),
    essential: [/Tulis RTL/, /Penanggung jawab/],
  },
  "laporan-tautan": { who: null, address: ofLink(/RTL terlambat/), essential: [/terlambat/i] },
  dokumen: { who: staff, address: ofMeeting("IN_PROGRESS", "/dokumen"), essential: [/Surat undangan/] },
  pelatihan: {
    who: { role: "PUSKESMAS_STAFF", organisation: "Senduro" },
    address: ofMeeting("SCHEDULED", "/pelatihan"),
    essential: [/pelatihan/i],
  },
  matriks: {
    who: dinkes,
    address: at("/matriks"),
    from: (main) => main.getByRole("table").first(),
    essential: [/Sragi/, /Jan/, /ditinjau Dinkes/],
  },
  "langkah-kedua": { who: staff, address: at("/akun/keamanan"), essential: [/Aplikasi autentikator/] },
  "kirim-undangan": { who: staff, address: ofMeeting("SCHEDULED", "/kirim"), essential: [/undangan sudah dikirim/] },
  "layar-absen": { who: staff, address: ofMeeting("IN_PROGRESS", "/absen"), essential: [/hadir/] },
  "capaian-indikator": {
    who: staff,
    address: async (page) => {
      await page.goto("/capaian");
      const link = page.getByRole("table").getByRole("link", { name: /Imunisasi dasar lengkap/ });
      return (await link.getAttribute("href")) ?? "";
    },
    essential: [/Sampai di mana tahun/, /target/],
  },
  "tindak-lanjut": { who: staff, address: at("/tindak-lanjut"), essential: [/terlambat/i] },
  "berkas-akreditasi": { who: staff, address: at("/berkas-akreditasi"), essential: [/Berkas akreditasi/, /ZIP/] },
};

const isMaking = process.env.LOKMIN_GAMBAR === "1";
const folder = join(root, "public/bantuan");
/** The places beside the page on a desk are the same in every picture: they are left out. */
const besides = 224;

for (const { id, width, height } of pictures) {
  test(`the page pictured in the handbook says what the picture shows: ${id}`, async ({ page }) => {
    const { who, address, from, essential } = pictured[id];
    const left = width > 500 ? besides : 0;
    await page.setViewportSize({ width: left + width, height });
    if (who) await signIn(page, who);
    expect((await page.goto(await address(page)))?.status()).toBe(200);
    const main = page.locator("main");
    await from?.(main).evaluate((element) => element.scrollIntoView({ block: "start", behavior: "instant" }));
    for (const words of essential)
      await expect(main.getByText(words).filter({ visible: true }).first()).toBeInViewport();
    if (!isMaking) return;
    mkdirSync(folder, { recursive: true });
    await page.evaluate(() => document.fonts.ready);
    const clip = { x: left, y: 0, width, height };
    const path = join(folder, `${id}.webp`);
    await page.screenshot({ path, clip, type: "webp", quality: 55, animations: "disabled" });
  });
}

test("the pictures of the handbook have their place before they are loaded, and are loaded when seen @tanpa-js", async ({
  page,
}) => {
  test.skip(isMaking, "some are only being made");
  await signIn(page, staff);
  await page.goto("/bantuan");
  const seen = page.locator("main img");
  expect(await seen.count()).toBeGreaterThan(9);
  for (const image of await seen.all()) {
    await expect(image).toHaveAttribute("loading", "lazy");
    await expect(image).toHaveAttribute("alt", /\w{3}/);
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(300);
  }
  await expectAccessible(page);
});

test("a word of the field is told by a tap or a key, and leaves again @tanpa-js", async ({ page }) => {
  await signIn(page, staff);
  await page.goto("/beranda");
  const word = page.getByRole("button", { name: "Apa itu RTL?" });
  const meaning = page.getByText(/rencana tindak lanjut: apa yang disepakati/);
  await expect(meaning).toBeHidden();
  await word.focus();
  await page.keyboard.press("Enter");
  await expect(meaning).toBeVisible();
  await expectNarrowEnough(page);
  await page.keyboard.press("Escape");
  await expect(meaning).toBeHidden();
  await expect(word).toBeFocused();
});
