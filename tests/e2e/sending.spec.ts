import type { Page } from "@playwright/test";
import { demoList } from "./addresses";
import { expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

const sragi = { role: "PUSKESMAS_STAFF", organisation: "Sragi" };

/** The send list of the Lokmin of Sragi that is to come. */
async function openSendList(page: Page) {
  await signIn(page, sragi);
  await page.goto(await demoList(page, "keadaan=SCHEDULED&jenis=QUARTERLY_LOKMIN"));
  await page.getByRole("link", { name: /Lintas Sektor/ }).click();
  await page.getByRole("link", { name: "Undangan", exact: true }).click();
  await page.getByRole("link", { name: /^Kirim undangan/ }).click();
  await expect(page).toHaveURL(/\/kirim/);
}

const counter = (page: Page) => page.getByRole("status").filter({ hasText: "sudah dikirim" });

async function opened(page: Page): Promise<number> {
  return Number(/(\d+) dari/.exec((await counter(page).textContent()) ?? "")?.[1]);
}

test("one tap opens the chat with the message typed in, marks the row and goes on to the next @tanpa-js", async ({
  page,
  javaScriptEnabled,
}) => {
  await page.context().route("https://wa.me/**", (route) => route.fulfill({ body: "WhatsApp" }));
  await openSendList(page);
  const before = await opened(page);
  const next = page.locator('li[aria-current="step"]');
  const first = await next.getAttribute("id");
  const address = (await next.getByRole("link", { name: "WhatsApp" }).getAttribute("href")) ?? "";
  expect(new URL(address).searchParams.get("text")).toMatch(/^Yth\. .*\/u\/[0-9A-Za-z]{22}$/s);
  if (javaScriptEnabled === false) await next.getByRole("button", { name: "Tandai terkirim" }).click();
  else {
    // What comes with the script has come.
    await expect(next.getByRole("button", { name: "Salin" })).toBeVisible();
    const chat = page.waitForEvent("popup");
    await next.getByRole("link", { name: "WhatsApp" }).click();
    await (await chat).close();
  }
  await expect(counter(page)).toContainText(`${before + 1} dari`);
  await expect(page.locator(`#${first}`)).toContainText("Dikirim");
  await expect(next).not.toHaveId(first ?? "");
});

test("the list can be read by everybody and fits a phone", async ({ page }) => {
  await openSendList(page);
  await expectAccessible(page);
});

test("slips show a code to scan, and can be read by everybody", async ({ page }) => {
  await openSendList(page);
  await page.getByRole("link", { name: "Cetak slip" }).click();
  await expect(page.getByRole("img", { name: /Kode QR/ }).first()).toBeVisible();
  await expectAccessible(page);
});

for (const path of ["/pengaturan", "/pengaturan/pesan?jenis=perubahan", "/pengaturan/email", "/pengaturan/kalender"])
  test(`${path} can be read by everybody and fits a phone`, async ({ page }) => {
    await signIn(page, sragi);
    await page.goto(path);
    await expectAccessible(page);
  });

test("a message is tried on a real invitee before it is saved; a gap is refused", async ({ page }) => {
  await signIn(page, sragi);
  await page.goto("/pengaturan/pesan?jenis=pengingat");
  const words = page.getByLabel("Isi pesan");
  await words.fill("Yth. [Nama Perwakilan]\n{tautan}");
  await page.getByRole("button", { name: "Simpan pesan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Ganti [Nama Perwakilan]" })).toBeVisible();
  await expect(words).toHaveValue(/\[Nama Perwakilan\]/);
  await words.fill("Ingat {kegiatan}.\n{tautan}");
  await page.getByRole("button", { name: "Lihat contoh" }).click();
  await expect(page.getByLabel("Contoh pesan")).toContainText("Ingat Lokakarya Mini");
});
