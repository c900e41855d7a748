import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import type { DemoFile } from "@/prisma/demo/demo";

/** The accounts and personal links of the demo data that this run's server was filled with. */
export function demo(): DemoFile & { password: string } {
  return JSON.parse(readFileSync(join(process.env.LOKMIN_E2E_DATA ?? "", "demo.json"), "utf8"));
}

/**
 * The first demo account that fits.
 * @param who role: as in the schema; organisation: part of its name
 */
export function demoAccount(who: { role?: string; organisation?: string }) {
  const account = demo().accounts.find(
    ({ role, organisation }) =>
      (!who.role || role === who.role) && (!who.organisation || organisation.includes(who.organisation)),
  );
  if (!account) throw new Error(`No demo account for ${JSON.stringify(who)}`);
  return account;
}

/** Signs in as a demo account and waits for the start page. */
export async function signIn(page: Page, who: { role?: string; organisation?: string }) {
  const account = demoAccount(who);
  await page.goto("/masuk");
  await page.getByLabel("Alamat email").fill(account.email);
  await page.getByLabel("Kata sandi").fill(demo().password);
  await page.getByRole("button", { name: "Masuk" }).click();
  await expect(page).toHaveURL(/\/beranda$/);
  return account;
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** No breach of WCAG 2.1 A or AA that axe can see, and nothing wider than the screen. */
export async function expectAccessible(page: Page, colorScheme: "light" | "dark" = "light") {
  const looked = await pageThatRunsScripts(page);
  await looked.emulateMedia({ colorScheme });
  const { violations } = await new AxeBuilder({ page: looked }).withTags(rules).analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html.slice(0, 200)}`).join("\n")}`,
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
  await expectNarrowEnough(looked);
}

/** Nothing is wider than the screen, on a phone and on a desk. */
export async function expectNarrowEnough(page: Page) {
  const looked = await pageThatRunsScripts(page);
  const own = looked.viewportSize() ?? { width: 1280, height: 800 };
  for (const width of own.width === 360 ? [1280, 360] : [360, own.width]) {
    await looked.setViewportSize({ width, height: own.height });
    const overflow = await looked.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${page.url()} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
  }
}

const twins = new Map<Page, Page>();
const shown = new WeakMap<Page, string>();

/** Closes what expectAccessible opened beside the test's own pages. */
export async function closeTwins() {
  const pages = [...twins.values()];
  twins.clear();
  await Promise.all(pages.map((twin) => twin.context().close()));
}

/** axe cannot run in a page without scripts: the same document is opened beside it, its own scripts taken out. */
async function pageThatRunsScripts(page: Page): Promise<Page> {
  if (test.info().project.use.javaScriptEnabled !== false || shown.has(page)) return page;
  const body = (await page.content()).replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, "");
  const twin = twins.get(page) ?? (await openTwin(page));
  shown.set(twin, body);
  await twin.goto(page.url());
  return twin;
}

async function openTwin(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error("No browser to open a second page in");
  const context = await browser.newContext({ javaScriptEnabled: true, viewport: page.viewportSize() });
  const twin = await context.newPage();
  twins.set(page, twin);
  await twin.route(
    () => true,
    (route) =>
      route.request().isNavigationRequest()
        ? route.fulfill({ contentType: "text/html; charset=utf-8", body: shown.get(twin) ?? "" })
        : route.continue(),
  );
  return twin;
}
