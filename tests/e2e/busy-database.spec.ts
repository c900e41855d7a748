// A database that keeps an action waiting too long: 503 with words, and what was typed is not lost.
import "./plan-rows";
import { type Page, test } from "@playwright/test";
import pg from "pg";
import { db } from "@/lib/db";
import { expect, makeRunningMeeting, openAs, type RunningMeeting } from "./running-meeting";

const typed = "2027-03-09 Nyepi";

/** Keeps everybody waiting who adds to the list of the office. */
async function holdOffice({ host }: RunningMeeting) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query("BEGIN");
  await client.query('SELECT 1 FROM "Organisation" WHERE id = $1 FOR UPDATE', [host.id]);
  return () => client.end();
}

async function fillHolidays(page: Page): Promise<RunningMeeting> {
  const running = await makeRunningMeeting(0);
  await openAs(page, running.officer, "/pengaturan/libur");
  await page.getByLabel("Tambah hari libur").pressSequentially(typed);
  return running;
}

const save = (page: Page) => page.getByRole("button", { name: "Simpan hari libur" }).click();
const answerToPost = (page: Page) => page.waitForResponse((response) => response.request().method() === "POST");

test("without script the answer says so, and loaded again it is sent again @tanpa-js @hanya-tanpa-js", async ({
  page,
}) => {
  const running = await fillHolidays(page);
  const letGo = await holdOffice(running);
  const answered = answerToPost(page);
  await save(page);
  expect((await answered).status()).toBe(503);
  await expect(page.getByRole("heading", { name: "Belum tersimpan: Lokmin sedang sibuk" })).toBeVisible();
  await letGo();
  await page.reload();
  await expect.poll(() => db.holiday.count({ where: { organisationId: running.host.id } })).toBe(1);
});
