// axe cannot run in a page without scripts: the same document is opened beside it, its own scripts taken out.
import { type Page, test } from "@playwright/test";

const twins = new Map<Page, Page>();
const shown = new WeakMap<Page, string>();

/** Closes what was opened beside the test's own pages. */
export async function closeTwins() {
  const pages = [...twins.values()];
  twins.clear();
  await Promise.all(pages.map((twin) => twin.context().close()));
}

/** The page itself where it runs scripts, else its twin. */
export async function pageThatRunsScripts(page: Page): Promise<Page> {
  if (test.info().project.use.javaScriptEnabled !== false || shown.has(page)) return page;
  return openWithoutScripts(page, await page.content());
}

/** A document at the address of a page, as it is before any script of its own. */
export async function openWithoutScripts(page: Page, html: string): Promise<Page> {
  const twin = twins.get(page) ?? (await openTwin(page));
  shown.set(twin, html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, ""));
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
