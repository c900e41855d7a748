import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/** Every page of the app as its address, "/kegiatan/[id]/rtl", read from the files. */
export function pagesOfTheApp(): string[] {
  return readdirSync("app", { recursive: true })
    .map(String)
    .filter((file) => file.endsWith("page.tsx"))
    .map((file) => join("/", file.replace(/\([^)]*\)\//g, "").replace(/\/?page\.tsx$/, "")))
    .sort();
}

/** Those of them that need a sign-in: everything but the doors to it. */
export function staffPages(): string[] {
  return pagesOfTheApp().filter((address) => !/^\/(masuk|pasang)\b/.test(address));
}

/** The same with ids in it. */
export function filled(pattern: string, ids: Record<string, string>): string {
  return pattern.replace(/\[(\w+)\]/g, (_, name: string) => ids[name] ?? "00000000-0000-4000-8000-000000000000");
}

/** Where the first link leads whose address fits, on the page that is open. */
export async function firstLink(page: Page, address: RegExp): Promise<string | null> {
  const hrefs = await page.locator("main a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  return hrefs.find((href) => href !== null && address.test(href)) ?? null;
}

/** The list with the demo's own meeting of a state: it lies around today, those of the tests decades away. */
export async function demoList(page: Page, query: string): Promise<string> {
  const year = new Date().getFullYear();
  for (const each of [year, year + 1, year - 1]) {
    const list = `/kegiatan?tahun=${each}&${query}`;
    await page.goto(list);
    if (await firstLink(page, meetingAddress)) return list;
  }
  throw new Error(`The demo has no meeting of ${query}`);
}

const meetingAddress = /^\/kegiatan\/[0-9a-f-]{36}$/;

type FoundMeeting = { id: string; itemId: string | null; problemId: string | null; noteId: string | null };

/** A meeting of a list, the first row of its plan, the first of its problems and the first line of its minutes. */
export async function findMeeting(page: Page, list: string): Promise<FoundMeeting> {
  await page.goto(list);
  const link = await firstLink(page, meetingAddress);
  const id = link?.split("/")[2];
  if (!id) throw new Error(`No meeting on ${list}`);
  await page.goto(`/kegiatan/${id}/rtl`);
  const item = await firstLink(page, /\/rtl\/[0-9a-f-]{36}$/);
  await page.goto(`/kegiatan/${id}/masalah`);
  const problem = await firstLink(page, /\/masalah\/[0-9a-f-]{36}$/);
  await page.goto(`/kegiatan/${id}/notulen`);
  // Each line stands under its id, in the editor as on paper.
  const line = page.locator("main li[id^=baris-]").first();
  const noteId = (await line.count()) > 0 ? ((await line.getAttribute("id"))?.slice("baris-".length) ?? null) : null;
  return { id, itemId: item?.split("/")[4] ?? null, problemId: problem?.split("/")[4] ?? null, noteId };
}
