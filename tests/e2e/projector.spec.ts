import { demoList, findMeeting } from "./addresses";
import { signIn } from "./support";
import { expect, test } from "./test";

const views = ["acara", "janji", "capaian", "masalah", "rtl"];

/** Of the width: 36 px at 1920, which a screen of 2.5 m shows 4.7 cm high, readable from eight metres. */
const least = 1 / 54;

for (const size of [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
]) {
  test(`the projector fills ${size.width} × ${size.height}: nothing runs over, nothing is small`, async ({ page }) => {
    await page.setViewportSize(size);
    await signIn(page, { role: "PUSKESMAS_STAFF", organisation: "Sragi" });
    const { id } = await findMeeting(page, await demoList(page, "keadaan=IN_PROGRESS"));
    for (const view of views) {
      await page.goto(`/kegiatan/${id}/layar?tampil=${view}`);
      await expect(page.locator("main.projector")).toBeVisible();
      const found = await page.evaluate(() => {
        const { scrollHeight, scrollWidth } = document.documentElement;
        const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
        const sizes: { text: string; pixels: number }[] = [];
        while (walker.nextNode()) {
          const element = walker.currentNode.parentElement;
          const text = walker.currentNode.textContent?.trim() ?? "";
          if (!element || !text || element.closest("noscript, .sr-only, script")) continue;
          sizes.push({ text, pixels: Number.parseFloat(getComputedStyle(element).fontSize) });
        }
        const smallest = sizes.sort((one, other) => one.pixels - other.pixels)[0];
        return { over: [scrollWidth - innerWidth, scrollHeight - innerHeight], smallest };
      });
      expect(found.over, view).toEqual([0, 0]);
      expect(found.smallest?.pixels, `${view}: ${found.smallest?.text}`).toBeGreaterThanOrEqual(size.width * least);
    }
    await page.goto(`/kegiatan/${id}/layar?tampil=capaian`);
    // Letters are explained where they are used, and the bars reach down to their explanation.
    const legend = page.getByRole("list", { name: "Arti tanda" });
    await expect(legend).toContainText("baik: tercapai");
    const bars = await page.getByRole("figure").boundingBox();
    const words = await legend.boundingBox();
    expect((words?.y ?? 0) - (bars?.y ?? 0) - (bars?.height ?? 0)).toBeLessThan(size.height * 0.04);
    expect((bars?.height ?? 0) / size.height).toBeGreaterThan(0.4);
  });
}
