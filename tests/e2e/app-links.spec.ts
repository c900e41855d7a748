// Plain links of the app are opened by its router: without loading a page anew, and as a browser opens links otherwise.
import type { Page } from "@playwright/test";
import { signIn } from "./support";
import { expect, test } from "./test";

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "Without script they are links as any other");

/** Set on a page's window, it is gone once a page was loaded anew. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isSamePage: true }));
const isSamePage = (page: Page) => page.evaluate(() => "isSamePage" in window);

test("places, rows and tabs open without loading a page anew, back and another tab work", async ({ page, context }) => {
  await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Sragi" });
  await page.goto("/beranda");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await mark(page);
  await page.getByRole("navigation", { name: "Utama", exact: true }).getByRole("link", { name: "Kegiatan" }).click();
  await expect(page.getByRole("heading", { name: "Kegiatan", level: 1 })).toBeVisible();
  const row = page.locator(".rows a").first();
  const title = (await row.textContent()) ?? "";
  await row.click();
  await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  const tabs = page.getByRole("navigation", { name: "Bagian kegiatan" });
  await tabs.getByRole("link", { name: "Undangan" }).click();
  await expect(tabs.getByRole("link", { name: "Undangan" })).toHaveAttribute("aria-current", "page");
  await page.goBack();
  await expect(tabs.getByRole("link", { name: "Ringkasan" })).toHaveAttribute("aria-current", "page");
  expect(await isSamePage(page)).toBe(true);

  const other = context.waitForEvent("page");
  await tabs.getByRole("link", { name: "Riwayat" }).click({ modifiers: ["Control"] });
  await expect(await other).toHaveURL(/\/riwayat$/);
  await expect(tabs.getByRole("link", { name: "Ringkasan" })).toHaveAttribute("aria-current", "page");
});
