// The roll of a session on a phone without a network, and at a desk without script.
import "./plan-rows";
import { test } from "@playwright/test";
import { db } from "@/lib/db";
import { makeTraining } from "@/tests/factories/trainings";
import { type Journey, openJourney } from "./journey";
import { allSent, expect, makeRunningMeeting, openAs, openScreen, unsent } from "./running-meeting";

test.describe.configure({ timeout: 120_000 });
test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

let road: Journey;
test.beforeAll(async () => {
  road = await openJourney(Number(process.env.LOKMIN_E2E_PORT));
});
test.beforeEach(() => road.mend());
test.afterAll(() => road.close());

async function makeRunningTraining() {
  const running = await makeRunningMeeting(3);
  const { meeting, invitations } = running;
  const sessions = await makeTraining({ ...meeting, startsAt: new Date(Date.now() - 30 * 60_000) }, { sessions: [{}] });
  await db.trainingParticipant.createMany({
    data: invitations.map(({ id }) => ({ invitationId: id, meetingId: meeting.id, profession: "NURSE" as const })),
  });
  return { ...running, sessions };
}

test("a session is kept without a network and sent once it is back", async ({ browser }) => {
  const running = await makeRunningTraining();
  const phone = await browser.newContext({ baseURL: road.address });
  const page = await phone.newPage();
  await openScreen(page, running);
  await expect(page.getByLabel("Daftar hadir")).toContainText("Sesi 1: Materi 1");
  road.cut();
  await page.getByRole("button", { name: /^Tandai hadir: Bapak Nomor 1/ }).click();
  await page.getByRole("button", { name: /^Bapak Nomor 2/ }).click();
  await page.getByRole("button", { name: "Tidak hadir di sesi ini" }).click();
  await expect(unsent(page, 2)).toBeVisible();
  await page.getByLabel("Daftar hadir").selectOption({ label: "Seluruh kegiatan" });
  await expect(unsent(page, 2)).toBeVisible();
  road.mend();
  await expect(allSent(page)).toBeVisible();
  const presences = await db.sessionPresence.findMany({
    where: { session: { meetingId: running.meeting.id } },
    orderBy: { attendance: { invitation: { protocolOrder: "asc" } } },
    select: { status: true },
  });
  expect(presences).toEqual([{ status: "PRESENT" }, { status: "ABSENT" }]);
  await phone.close();
});

test("without script a dozen is ticked and the paper typed", async ({ browser }) => {
  const { officer, meeting, invitations } = await makeRunningTraining();
  const desk = await browser.newContext({ javaScriptEnabled: false });
  const page = await desk.newPage();
  await openAs(page, officer, `/kegiatan/${meeting.id}/sesi`);
  await page.getByRole("checkbox", { name: /Bapak Nomor 1/ }).check();
  await page.getByRole("button", { name: "Simpan kehadiran" }).click();
  await expect(page.getByRole("checkbox", { name: /Bapak Nomor 1/ })).toBeChecked();
  await page.getByRole("textbox", { name: "Nomor" }).fill("2");
  await page.getByRole("button", { name: "Simpan dari kertas" }).click();
  await expect(page.getByText("Tidak hadir", { exact: true })).toHaveCount(1);
  expect(await db.sessionPresence.count({ where: { session: { meetingId: meeting.id } } })).toBe(invitations.length);
  await desk.close();
});
