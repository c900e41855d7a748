// The roll call on devices that keep nothing, lose their database under the page, or have a wrong clock.
import "./plan-rows";
import { type Page, test } from "@playwright/test";
import { db } from "@/lib/db";
import { type Journey, openJourney } from "./journey";
import { allSent, expect, makeRunningMeeting, openAs, openScreen, rollOf, tapPresent, unsent } from "./running-meeting";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

let road: Journey;
test.beforeAll(async () => {
  road = await openJourney(Number(process.env.LOKMIN_E2E_PORT));
});
test.beforeEach(() => road.mend());
test.afterAll(() => road.close());

const cannotKeep = (page: Page) => page.getByRole("alert").filter({ hasText: "tidak dapat menyimpan catatan" });
const unkept = (page: Page, count: number) =>
  page.getByText(`${count} catatan belum terkirim dan hilang bila halaman ini ditutup`);

test("with a full storage marks go straight to the server, and without a network the screen says what is lost", async ({
  browser,
}) => {
  const running = await makeRunningMeeting(3);
  const context = await browser.newContext({ baseURL: road.address });
  const page = await context.newPage();
  // As a browser does whose disk is full; Chromium takes no smaller quota for a page from outside.
  await context.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args) {
      if (sessionStorage.getItem("penuh")) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, args);
    };
  });
  await openScreen(page, running);
  await page.evaluate(() => sessionStorage.setItem("penuh", "1"));
  await tapPresent(page, 1);
  await expect(cannotKeep(page)).toBeVisible();
  await expect.poll(() => rollOf(running)).toEqual(["Kepala Desa 1: PRESENT"]);

  road.cut();
  await tapPresent(page, 2);
  await expect(unkept(page, 1)).toBeVisible();
  await expect(page.getByText("Semua terkirim")).toHaveCount(0);

  await page.evaluate(() => sessionStorage.removeItem("penuh"));
  await tapPresent(page, 3);
  road.mend();
  await expect.poll(() => rollOf(running)).toHaveLength(3);
  await expect(allSent(page)).toBeVisible();
  await expect(cannotKeep(page)).toHaveCount(0);
  await context.close();
});

test("with a blocked storage it works while there is a network, and says so", async ({ browser }) => {
  const running = await makeRunningMeeting(1);
  const context = await browser.newContext({ baseURL: road.address });
  // As browsers do that keep no data of pages.
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  const page = await context.newPage();
  await openAs(page, running.officer, running.address);
  await expect(cannotKeep(page)).toBeVisible();
  await tapPresent(page, 1);
  await expect.poll(() => rollOf(running)).toEqual(["Kepala Desa 1: PRESENT"]);
  await expect(cannotKeep(page)).toBeVisible();
  await context.close();
});

test("without https the screen says beforehand that it cannot be opened again without a network", async ({
  browser,
}) => {
  const running = await makeRunningMeeting(1);
  const context = await browser.newContext({ baseURL: road.address });
  // As browsers keep it back where a page came from another machine over plain http.
  await context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, "serviceWorker");
  });
  const page = await context.newPage();
  await openAs(page, running.officer, running.address);
  await expect(
    page.getByText("Alamat ini tanpa https: tanpa jaringan, layar ini tidak dapat dibuka lagi"),
  ).toBeVisible();
  await tapPresent(page, 1);
  await expect.poll(() => rollOf(running)).toEqual(["Kepala Desa 1: PRESENT"]);
  await context.close();
});

test("a database that the browser closed under the page is opened again, and nothing is lost", async ({ browser }) => {
  const running = await makeRunningMeeting(3);
  const context = await browser.newContext({ baseURL: road.address });
  // As an iPhone does in the background: the connection is ended, and no event says so.
  await context.addInitScript(() => {
    const opened: IDBDatabase[] = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...args) {
      opened.push(this);
      return transaction.apply(this, args);
    };
    addEventListener("akhiri-basis-data", () => {
      for (const one of opened.splice(0)) one.close();
    });
  });
  const page = await context.newPage();
  await openScreen(page, running);
  road.cut();
  await tapPresent(page, 1);
  await expect(unsent(page, 1)).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("akhiri-basis-data")));
  await tapPresent(page, 2);
  await expect(unsent(page, 2)).toBeVisible();
  await expect(cannotKeep(page)).toHaveCount(0);
  await page.reload();
  await expect(unsent(page, 2)).toBeVisible();
  road.mend();
  await expect.poll(() => rollOf(running)).toEqual(["Kepala Desa 1: PRESENT", "Kepala Desa 2: PRESENT"]);
  await context.close();
});

test("two devices whose clocks are set back a day: the order is that of the hands, the hours are the server's", async ({
  browser,
}) => {
  const running = await makeRunningMeeting(3);
  const dayMs = 86_400_000;
  const openDevice = async () => {
    const context = await browser.newContext({ baseURL: road.address });
    const page = await context.newPage();
    await openScreen(page, running);
    return page;
  };
  const [one, other] = [await openDevice(), await openDevice()];
  road.cut();
  await tapPresent(one, 1);
  await one.clock.setSystemTime(Date.now() - dayMs);
  await one.getByRole("button", { name: "Urungkan" }).click();
  await tapPresent(one, 2);
  await other.clock.setSystemTime(Date.now() - dayMs);
  await tapPresent(other, 3);
  await expect(unsent(one, 3)).toBeVisible();
  road.mend();
  await expect.poll(() => rollOf(running)).toEqual(["Kepala Desa 2: PRESENT", "Kepala Desa 3: PRESENT"]);
  for (const page of [one, other]) await expect(page.getByText("Jam perangkat ini terlambat 24 jam")).toBeVisible();
  const marks = await db.attendance.findMany({ where: { meetingId: running.meeting.id }, select: { arrivedAt: true } });
  for (const { arrivedAt } of marks)
    expect(Math.abs((arrivedAt?.getTime() ?? Date.now()) - Date.now())).toBeLessThan(dayMs / 24);
  for (const page of [one, other]) await page.context().close();
});

test("signing out on the roll call leaves nobody's name on the device, and no words that were typed", async ({
  browser,
}) => {
  const running = await makeRunningMeeting(1);
  const context = await browser.newContext({ baseURL: road.address });
  const page = await context.newPage();
  await openScreen(page, running);
  await page.evaluate(() => sessionStorage.setItem("lokmin-isian mitra", "[]"));
  const kept = () =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      const screens = requests.flat().filter(({ url }) => url.endsWith("/absen"));
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open("lokmin");
        opening.onsuccess = () => resolve(opening.result);
      });
      const snapshots = await new Promise<number>((resolve) => {
        const counting = database.transaction("snapshots").objectStore("snapshots").count();
        counting.onsuccess = () => resolve(counting.result);
      });
      database.close();
      const typed = Object.keys(sessionStorage).filter((key) => key.startsWith("lokmin-isian"));
      return { screens: screens.length, snapshots, typed: typed.length };
    });
  await expect.poll(kept).toEqual({ screens: 1, snapshots: 1, typed: 1 });
  const leave = page.getByRole("button", { name: "Keluar" });
  expect((await leave.boundingBox())?.height, "in one line").toBeLessThan(60);
  await leave.click();
  await expect(page.getByRole("heading", { name: "Masuk" })).toBeVisible();
  await expect.poll(kept).toEqual({ screens: 0, snapshots: 0, typed: 0 });
  await context.close();
});
