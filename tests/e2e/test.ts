import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { closeTwins } from "./twins";

type Fixtures = {
  /** Fails the test when a page of it logged an error, threw one or was stopped by the content security policy. */
  quiet: undefined;
  /** Somebody else's telephone: a page of 360 px in a browser of its own, without a session. */
  somebodyElse: () => Promise<Page>;
};

export const test = base.extend<Fixtures & { heard: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the first parameter's names
  heard: async ({}, use) => {
    await use([]);
  },
  quiet: [
    async ({ context, heard }, use) => {
      listen(context, heard);
      await use(undefined);
      await closeTwins();
      expect(heard, "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
  somebodyElse: async ({ browser, heard }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
      contexts.push(context);
      listen(context, heard);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

/** Collects errors of all pages of a context. A refused style or script is logged as one, also without JavaScript. */
function listen(context: BrowserContext, heard: string[]) {
  const documents = new Set<string>();
  context.on("request", (request) => {
    if (request.isNavigationRequest()) documents.add(request.url());
  });
  context.on("console", (message) => {
    // The browser logs every document that is answered with 404 or the like; the tests look at those themselves.
    const isDocument = message.text().startsWith("Failed to load resource") && documents.has(message.location().url);
    if (message.type() === "error" && !isDocument) heard.push(`${message.location().url}: ${message.text()}`);
  });
  context.on("weberror", (error) => heard.push(`${error.page()?.url()}: ${error.error().message}`));
}

export { expect };
