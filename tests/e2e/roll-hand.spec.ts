// The roll call in one hand: what a tap does, takes back and leaves for the next name.
import "./plan-rows";
import { moveMeeting } from "@/lib/meetings/writes";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { actorOf } from "@/tests/factories/users";
import { allSent, makeRunningMeeting, openAs, openScreen, rollOf } from "./running-meeting";
import { expect, test } from "./test";

test.use({ viewport: { width: 360, height: 740 } });

test("a mark clears the search and stays to be taken back; not present is beside present", async ({ page }) => {
  const running = await makeRunningMeeting(12);
  await openScreen(page, running);
  const search = page.getByRole("searchbox");
  await search.fill("Kepala Desa 12");
  await page.getByRole("button", { name: "Tandai tidak hadir: Kepala Desa 12" }).click();
  await expect(search).toHaveValue("");
  await expect(search).toBeFocused();
  await search.fill("Kepala Desa 11");
  await page.getByRole("button", { name: "Tandai hadir: Kepala Desa 11" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Kepala Desa 11: hadir" })).toBeInViewport();
  await page.getByRole("button", { name: "Urungkan" }).click();
  await expect(allSent(page)).toBeVisible();
  await expect.poll(() => rollOf(running)).toEqual(["Kepala Desa 12: UNEXCUSED"]);
});

test("a page that waits for the start offers no marks, and offers them by itself after it", async ({ page }) => {
  const { host, officer } = await makeRunningMeeting(0);
  const meeting = await makeMeeting("SCHEDULED", {
    host,
    kind: "MONTHLY_LOKMIN",
    startsAt: new Date(Date.now() + 600_000),
  });
  await makeInvitation({ meetingId: meeting.id, title: "Camat" });
  await openAs(page, officer, `/kegiatan/${meeting.id}/absen`);
  await expect(page.getByText("layar ini menunggu sendiri")).toBeVisible();
  await expect(page.getByText("Camat", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Tandai hadir: Camat" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Tamu" })).toBeHidden();
  await moveMeeting(await actorOf(officer), meeting.id, "start");
  await expect(page.getByRole("button", { name: "Tandai hadir: Camat" })).toBeVisible();
});

test("started without a network it leads to the roll call that the device keeps", async ({ page, context, heard }) => {
  const running = await makeRunningMeeting(1);
  await openScreen(page, running);
  await context.setOffline(true);
  await page.goto("/beranda");
  await page.getByRole("link", { name: new RegExp(`Layar absen.*${running.meeting.title}`) }).click();
  await expect(page.getByRole("button", { name: "Tandai hadir: Kepala Desa 1" })).toBeVisible();
  await page.close();
  // The network that was cut is all that may be complained of.
  heard.splice(0, heard.length, ...heard.filter((words) => !words.includes("ERR_INTERNET_DISCONNECTED")));
});

test("the phone can install it: a manifest with icons that are there", async ({ page }) => {
  await page.goto("/masuk");
  const address = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = await (await page.request.get(address ?? "")).json();
  expect(manifest).toMatchObject({ display: "standalone", start_url: "/beranda" });
  for (const { src } of manifest.icons) expect((await page.request.get(src)).status(), src).toBe(200);
});
