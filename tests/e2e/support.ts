import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import axe from "axe-core";
import type { DemoFile } from "@/prisma/demo/demo";
import { sessionsFile } from "@/tests/setup/sessions";
import { openWithoutScripts, pageThatRunsScripts } from "./twins";

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

type Sessions = Record<string, Awaited<ReturnType<APIRequestContext["storageState"]>>>;

/** What the setup left of its sign-in with each demo account. */
export function sessionOf(email: string) {
  const sessions: Sessions = JSON.parse(readFileSync(join(process.env.LOKMIN_E2E_DATA ?? "", sessionsFile), "utf8"));
  const { [email]: session } = sessions;
  if (!session) throw new Error(`No session of ${email}`);
  return session;
}

/** The page's browser is signed in as a demo account from its next request on. */
export async function signIn(page: Page, who: { role?: string; organisation?: string }) {
  const account = demoAccount(who);
  await page.context().addCookies(sessionOf(account.email).cookies);
  return account;
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** No breach of WCAG 2.1 A or AA that axe can see, and nothing wider than the screen. */
export async function expectAccessible(page: Page, colorScheme: "light" | "dark" = "light") {
  const looked = await pageThatRunsScripts(page);
  await looked.emulateMedia({ colorScheme });
  await expectNoBreach(looked);
  await expectNarrowEnough(looked);
}

/** The same on a desk and on a phone, in one visit. */
export async function expectAccessibleOnBoth(page: Page) {
  for (const viewport of [desk, phone]) {
    await page.setViewportSize(viewport);
    await expectNoBreach(page);
    await expectNoOverflow(page);
    await expectWholeControls(page);
  }
}

/** What a document says that no script has changed, on a phone. */
export async function expectServedAccessible(page: Page, served: string) {
  const shown = await openWithoutScripts(page, served);
  await shown.setViewportSize(phone);
  await expectNoBreach(shown);
  await expectNoOverflow(shown);
}

/** What only a page that is being replaced lacks, its title or half of its names, is none: a breach stays. */
async function expectNoBreach(page: Page) {
  await expect(page).toHaveTitle(/./);
  await expect(async () => expectNoBreachNow(page)).toPass({ timeout: 10_000, intervals: [500] });
}

async function expectNoBreachNow(page: Page) {
  await page.evaluate(axe.source);
  // Only breaches are collected: what passes would be most of the time and of what is sent.
  const found = await page.evaluate(async (tags) => {
    const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html.slice(0, 200)}`).join("\n")}`,
    );
  }, rules);
  expect(found, `axe on ${page.url()} at ${page.viewportSize()?.width} px`).toEqual([]);
}

const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

/** Nothing is wider than the screen, on a phone and on a desk. */
export async function expectNarrowEnough(page: Page) {
  const looked = await pageThatRunsScripts(page);
  const own = looked.viewportSize() ?? desk;
  for (const width of own.width === phone.width ? [desk.width, phone.width] : [phone.width, own.width]) {
    await looked.setViewportSize({ width, height: own.height });
    await expectNoOverflow(looked);
  }
}

/** A button of one word keeps it on one line, and a box to tick or choose keeps its size beside long words. */
async function expectWholeControls(page: Page) {
  const squeezed = await page.evaluate(() => {
    const isBroken = (button: Element) => {
      const words = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (words.nextNode()) {
        range.selectNodeContents(words.currentNode);
        if (range.getClientRects().length > 1) return true;
      }
      return false;
    };
    const isShown = (one: Element) => one.checkVisibility({ visibilityProperty: true });
    const buttons = [...document.querySelectorAll(".button")].filter(
      (button) => isShown(button) && /^\S+$/.test(button.textContent.trim()) && isBroken(button),
    );
    const boxes = [...document.querySelectorAll("input.size-5")].filter(
      (box) => isShown(box) && box.getBoundingClientRect().width < 19.5,
    );
    return [...buttons, ...boxes].map((one) => one.outerHTML.slice(0, 160));
  });
  expect(squeezed, `${page.url()} at ${page.viewportSize()?.width} px`).toEqual([]);
}

async function expectNoOverflow(page: Page) {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways at ${page.viewportSize()?.width} px`).toBeLessThanOrEqual(0);
}
