// Letters twice as large on a phone of 360 px: nothing goes sideways, and what stays on the screen leaves it to the page.
import "./plan-rows";
import type { Page } from "@playwright/test";
import { makeRunningMeeting, openAs } from "./running-meeting";
import { expect, test } from "./test";

test.use({ viewport: { width: 360, height: 740 } });

/** Twice as large, in the widest font that browsers fall back to: which one is there differs from machine to machine. */
const enlarge = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.style.setProperty("font-size", "200%");
    document.styleSheets[0]?.insertRule('* { font-family: "DejaVu Sans", Verdana, sans-serif !important; }');
  });

/** How far the page goes beyond the screen, and how much of its height what is fixed there takes. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const fixed = [...document.querySelectorAll("body *")].filter((one) => {
      const { position, visibility, top, bottom } = getComputedStyle(one);
      // A column that stays beside its table takes nothing of the page's height.
      if (["TH", "TD"].includes(one.tagName)) return false;
      // What is stuck far outside of the screen sticks to nothing.
      const isOutside = [top, bottom].some((offset) => Number.parseFloat(offset) < -1);
      return ["fixed", "sticky"].includes(position) && visibility === "visible" && !isOutside;
    });
    const tallest = Math.max(0, ...fixed.map((one) => one.getBoundingClientRect().height));
    return { sideways: document.documentElement.scrollWidth - innerWidth, share: tallest / innerHeight };
  });

const fits = ({ sideways, share }: Awaited<ReturnType<typeof measure>>) => sideways <= 0 && share < 0.25;

test("pages of a meeting and the lists stay within the screen", async ({ page }) => {
  test.slow();
  const { officer, meeting } = await makeRunningMeeting(3);
  await openAs(page, officer, "/beranda");
  const rooms = [
    "",
    "/undangan",
    "/kirim",
    "/kehadiran",
    "/kehadiran/kertas",
    "/absen",
    "/masalah",
    "/notulen",
    "/rtl",
  ];
  const lists = ["/beranda", "/kegiatan", "/kegiatan/baru", "/tindak-lanjut", "/capaian", "/mitra", "/bantuan"];
  const wrong: string[] = [];
  for (const address of [...rooms.map((room) => `/kegiatan/${meeting.id}${room}`), ...lists]) {
    await page.goto(address);
    await enlarge(page);
    // The roll call learns of larger letters a frame later: the page's last state counts.
    await expect
      .poll(async () => fits(await measure(page)), { timeout: 5_000 })
      .toBe(true)
      .catch(async () => wrong.push(`${address}: ${JSON.stringify(await measure(page))}`));
  }
  expect(wrong).toEqual([]);
});

test("every place is reached by the one entry of the bar", async ({ page }) => {
  const { officer } = await makeRunningMeeting(0);
  await openAs(page, officer, "/beranda");
  await enlarge(page);
  const bar = page.getByRole("navigation", { name: "Utama, bawah" });
  await bar.getByText("Lainnya").click();
  await bar.getByRole("link", { name: "Tindak lanjut" }).click();
  await expect(page).toHaveURL(/tindak-lanjut/);
});
