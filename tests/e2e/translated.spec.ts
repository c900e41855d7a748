// A page that the browser translates goes on working.
import { demoList, findMeeting } from "./addresses";
import { signIn } from "./support";
import { expect, test } from "./test";

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "Nothing changes without script");

/** What Chrome's translator does to every text, also where a page asks it not to. */
function wrapTexts() {
  const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  for (const text of texts) {
    if (!text.data.trim()) continue;
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    outer.append(inner);
    text.replaceWith(outer);
    inner.append(text);
  }
}

test("the roll call's first tap on a translated page marks the person", async ({ page }) => {
  await signIn(page, { role: "PUSKESMAS_STAFF", organisation: "Sragi" });
  const running = await findMeeting(page, await demoList(page, "keadaan=IN_PROGRESS"));
  await page.goto(`/kegiatan/${running.id}/absen`);
  const first = page.getByRole("button", { name: /^Tandai hadir: / }).first();
  const seat = (await first.getAttribute("aria-label"))?.replace("Tandai hadir: ", "") ?? "";
  await page.evaluate(wrapTexts);
  await first.click();
  await expect(page.getByRole("button", { name: `Ubah ${seat}` })).toBeVisible();
  await expect(page.getByText("Maaf")).toHaveCount(0);
  await page.getByRole("button", { name: "Urungkan" }).click();
  await expect(page.getByRole("button", { name: `Tandai hadir: ${seat}` })).toBeVisible();
});
