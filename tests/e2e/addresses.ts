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

/** The same on a page that no browser needs to open, with the session of the one at hand. */
export async function linkOn({ request }: Page, place: string, address: RegExp): Promise<string | null> {
  const html = await (await request.get(place)).text();
  return linksIn(html).find((href) => address.test(href)) ?? null;
}

/** Where the links inside of main lead, as they stand in the document. */
export function linksIn(html: string): string[] {
  const main = /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
  return [...main.matchAll(/<a\b[^>]*? href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
}

/** The list with the demo's own meeting of a state: it is around today, those of the tests decades away. */
export async function demoList(page: Page, query: string): Promise<string> {
  const year = new Date().getFullYear();
  for (const each of [year, year + 1, year - 1]) {
    const list = `/kegiatan?tahun=${each}&${query}`;
    if (await linkOn(page, list, meetingAddress)) return list;
  }
  throw new Error(`The demo has no meeting of ${query}`);
}

const meetingAddress = /^\/kegiatan\/[0-9a-f-]{36}$/;
export const planRowAddress = /^\/kegiatan\/[0-9a-f-]{36}\/rtl\/[0-9a-f-]{36}$/;

type FoundMeeting = { id: string; itemId: string | null; problemId: string | null; noteId: string | null };

/** A meeting of a list, the first row of its plan, the first of its problems and the first line of its minutes. */
export async function findMeeting(page: Page, list: string): Promise<FoundMeeting> {
  const id = (await linkOn(page, list, meetingAddress))?.split("/")[2];
  if (!id) throw new Error(`No meeting on ${list}`);
  const item = await linkOn(page, `/kegiatan/${id}/rtl`, planRowAddress);
  const problem = await linkOn(page, `/kegiatan/${id}/masalah`, /^\/kegiatan\/[0-9a-f-]{36}\/masalah\/[0-9a-f-]{36}$/);
  const minutes = await (await page.request.get(`/kegiatan/${id}/notulen`)).text();
  // Each line is under its id, in the editor as on paper.
  const noteId = /<li\b[^>]*? id="baris-([^"]+)"/.exec(minutes)?.[1] ?? null;
  return { id, itemId: item?.split("/")[4] ?? null, problemId: problem?.split("/")[4] ?? null, noteId };
}
