import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./test";

/** 0 to 3: both projects and both attempts of a test meet on one server, where the others' traces stand. */
function attempt(): number {
  const { project, retry, repeatEachIndex } = test.info();
  return (project.name === "tanpa-js" ? 1 : 0) + 2 * Math.max(retry, repeatEachIndex);
}

/**
 * A year that no other test uses, nor another attempt of the same one: a puskesmas can hold one Lokmin per period, and
 * no more than two attempts fit below the app's last year, 2100.
 * @param number of the test, 0 to 16
 */
export function ownYear(number: number): number {
  return 2030 + 17 * attempt() + number;
}

/** A name that no other attempt of this test gives. */
export function ownName(words: string): string {
  return `${words} ${test.info().project.name}-${attempt()}`;
}

/** What no other attempt of this test takes of something there are only so many of. */
export function ownOf<T>(four: readonly [T, T, T, T]): T {
  const { [attempt()]: own } = four;
  if (own === undefined) throw new Error("There are no more than two attempts");
  return own;
}

const weekday = new Intl.DateTimeFormat("id-ID", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "Kamis, 12 Februari 2032" for "2032-02-12". */
export function dayInWords(day: string): string {
  return weekday.format(new Date(`${day}T00:00:00Z`));
}

export type Meeting = {
  kind?: "Lokmin Bulanan" | "Lokmin Triwulanan" | "Kalakarya";
  title?: string;
  day: string;
  from?: string;
  to?: string;
  place?: string;
  leader?: string;
  agenda?: readonly (readonly [topic: string, minutes?: string, presenter?: string])[];
};

export async function fillMeeting(page: Page, meeting: Meeting) {
  await page.getByRole("radio", { name: new RegExp(`^${meeting.kind ?? "Lokmin Triwulanan"}`) }).check();
  if (meeting.title) await page.getByLabel("Nama kegiatan").fill(meeting.title);
  await page.getByLabel("Tanggal", { exact: true }).fill(meeting.day);
  await page.getByLabel("Jam mulai").fill(meeting.from ?? "09:00");
  if (meeting.to) await page.getByLabel("Jam selesai").fill(meeting.to);
  await page.getByLabel("Tempat", { exact: true }).fill(meeting.place ?? "Aula Kantor Kecamatan");
  if (meeting.leader) await page.getByLabel("Pimpinan rapat").fill(meeting.leader);
  for (const [index, [topic, minutes, presenter]] of (meeting.agenda ?? []).entries()) {
    const line = page.getByRole("listitem").filter({ has: page.getByLabel(`Acara ${index + 1}`, { exact: true }) });
    await line.getByLabel(`Acara ${index + 1}`, { exact: true }).fill(topic);
    if (minutes) await line.getByLabel("Menit").fill(minutes);
    if (presenter) await line.getByLabel("Penyaji").fill(presenter);
  }
}

/** Makes a draft and returns the meeting's address, "/kegiatan/…". */
export async function draft(page: Page, meeting: Meeting): Promise<string> {
  await page.goto("/kegiatan/baru");
  await fillMeeting(page, meeting);
  await page.getByRole("button", { name: "Simpan draf" }).click();
  await expect(page).toHaveURL(/\/kegiatan\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Invites the seats whose words in the directory's list begin like this, and ends on the invitations. */
export async function invite(page: Page, address: string, ...seats: RegExp[]) {
  await page.goto(`${address}/undangan/tambah`);
  for (const seat of seats) {
    const boxes = page.getByRole("checkbox", { name: seat });
    await expect(boxes).not.toHaveCount(0);
    for (const box of await boxes.all()) await box.check();
  }
  await page.getByRole("button", { name: "Undang yang dipilih" }).click();
  await expect(page).toHaveURL(/\/undangan$/);
}

/** One step of the meeting's life from its summary, by the words on the button. */
export async function step(page: Page, address: string, button: string, state: string) {
  await page.goto(address);
  await page.getByRole("button", { name: button }).click();
  await expect(page.locator("header").getByText(state, { exact: true })).toBeVisible();
}

export const schedule = (page: Page, address: string) => step(page, address, "Jadwalkan kegiatan", "Terjadwal");

/** Meetings of the tests are months ahead: such a start asks for a reason. */
export async function start(page: Page, address: string) {
  await page.goto(address);
  const early = page.getByText("Mulai lebih awal …", { exact: true });
  const now = page.getByRole("button", { name: "Mulai kegiatan" });
  await expect(early.or(now)).toBeVisible();
  if (await early.isVisible()) {
    await early.click();
    await page.getByLabel("Alasan memulai lebih awal").fill("Dimajukan atas permintaan camat");
    await page.getByRole("button", { name: "Ya, mulai sekarang" }).click();
  } else await now.click();
  await expect(page.locator("header").getByText("Berlangsung", { exact: true })).toBeVisible();
}

/** Closing asks: its button is below what it locks. */
export async function close(page: Page, address: string) {
  await page.goto(address);
  await page.getByText("Tutup kegiatan …", { exact: true }).click();
  await expect(page.getByText("Setelah ditutup terkunci")).toBeVisible();
  await page.getByRole("button", { name: "Ya, tutup dan kunci" }).click();
  await expect(page.locator("header").getByText("Selesai", { exact: true })).toBeVisible();
}

/** What a form complains about; Next keeps an alert of its own outside of main. */
export function complaintOf(page: Page): Locator {
  return page.locator("main").getByRole("alert");
}

/** The row of a seat on the invitations or the roll. */
export function rowOf(page: Page, seat: string): Locator {
  // The next one to be called carries a mark behind its seat.
  const words = new RegExp(`^${seat.replace(/[.()]/g, "\\$&")}(← berikutnya)?$`);
  return page
    .locator("main")
    .getByRole("listitem")
    .filter({ has: page.getByText(words) });
}

/** What staff sends to one invitee: the message as the chat opens with it, and the personal link at its end. */
export async function messageTo(page: Page, address: string, seat: string): Promise<{ text: string; link: string }> {
  if (new URL(page.url()).pathname !== `${address}/kirim`) await page.goto(`${address}/kirim`);
  const row = rowOf(page, seat);
  await expect(row).toHaveCount(1);
  const chat = row.getByRole("link", { name: "WhatsApp" });
  // Without a number there is no chat to open: the message is there to be copied.
  const text = (await chat.isVisible())
    ? new URL((await chat.getAttribute("href")) ?? "").searchParams.get("text")
    : await row.locator("textarea").inputValue();
  const link = text?.split("\n").at(-1) ?? "";
  expect(link, `the last line to ${seat}`).toMatch(/\/u\/[0-9A-Za-z]{22,}$/);
  return { text: text ?? "", link };
}

/** Finds an owner of a plan row by a word and takes the first that reads so: typed, or without script from the list. */
export async function chooseOwner(page: Page, word: string, wanted: RegExp): Promise<void> {
  const field = page.getByLabel("Pilih dari daftar");
  if (test.info().project.use.javaScriptEnabled !== false) {
    await page.locator("input").and(field).fill(word);
    await page.getByRole("option", { name: wanted }).first().click();
    return;
  }
  const labels = await field.locator("option").allTextContents();
  const label = labels.find((text) => wanted.test(text));
  if (!label) throw new Error(`${wanted} is not among ${labels.join(" | ")}`);
  await field.selectOption({ label });
}
