// A meeting that runs, its officers, and the screen at its running.
import "./plan-rows";
import { randomUUID } from "node:crypto";
import { expect as impatient, type Locator, type Page } from "@playwright/test";
import { db } from "@/lib/db";
import { invitationRow } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeUser } from "@/tests/factories/users";

/** A busy machine is slow, and none of these journeys is about how fast it is. */
export const expect = impatient.configure({ timeout: 30_000 });

export const password = "pintu-masuk-aula-77";

/** A puskesmas of its own with two officers and a Lokmin under way; the nth invitee is "Kepala Desa n". */
export async function makeRunningMeeting(invitees: number, { nameLength = 12 } = {}) {
  const host = await makePuskesmas({ name: `Puskesmas ${randomUUID().slice(0, 8)}` });
  const officerOf = () =>
    makeUser("PUSKESMAS_STAFF", { organisationId: host.id, email: `${randomUUID()}@lokmin.example`, password });
  const [officer, colleague] = [await officerOf(), await officerOf()];
  const meeting = await makeMeeting("IN_PROGRESS", { host });
  const rows = Array.from({ length: invitees }, (_, index) => {
    const number = String(index + 1);
    const { row } = invitationRow({
      meetingId: meeting.id,
      title: `Kepala Desa ${number}`,
      institution: "Pemerintah Desa",
      holderName: `Bapak Nomor ${number} `.padEnd(nameLength, "x"),
      protocolOrder: 50 + index,
    });
    return row;
  });
  await db.invitation.createMany({ data: rows });
  return { host, officer, colleague, meeting, invitations: rows, address: `/kegiatan/${meeting.id}/absen` };
}

export type RunningMeeting = Awaited<ReturnType<typeof makeRunningMeeting>>;

/** Signs in on the page where one is sent for it. */
export async function signInAs(page: Page, { email }: { email: string }): Promise<void> {
  await page.getByLabel("Alamat email").fill(email);
  await page.getByLabel("Kata sandi").fill(password);
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
}

/** Opens an address as somebody who signed in before, without the form. */
export async function openAs(page: Page, { email }: { email: string }, address: string): Promise<void> {
  const form = { email, password, callbackUrl: address };
  const answer = await page.request.post("/api/auth/callback/credentials", { form, maxRedirects: 0 });
  expect(answer.headers().location, `${email} signs in`).toBe(address);
  await page.goto(address);
}

/** Opens the screen for the first time and waits until the device can do without a network. */
export async function openScreen(page: Page, { officer, address }: RunningMeeting): Promise<void> {
  await openAs(page, officer, address);
  await expect(page.getByText("siap dipakai tanpa jaringan")).toBeVisible();
}

export const unsent = (page: Page, count: number): Locator =>
  page.getByText(`Tersimpan di perangkat ini, belum terkirim (${count})`);

export const allSent = (page: Page): Locator => page.getByText("Semua terkirim");

/** One tap on "Hadir". The nth invitee's seat is "Kepala Desa n". */
export async function tapPresent(page: Page, ...numbers: number[]): Promise<void> {
  for (const number of numbers)
    await page.getByRole("button", { name: `Tandai hadir: Kepala Desa ${number}`, exact: true }).click();
}

/** Opens the panel of an invitee. */
export async function openPerson(page: Page, number: number): Promise<Locator> {
  await page.getByText(`Kepala Desa ${number}`, { exact: true }).click();
  return page.getByRole("dialog", { name: `Kepala Desa ${number}`, exact: true });
}

export async function addGuest(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Tamu", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Tamu tanpa undangan" });
  await sheet.getByLabel("Nama tamu").fill(name);
  await sheet.getByLabel("Jabatan tamu").fill("Bidan");
  await sheet.getByLabel("Instansi tamu").fill("Puskesmas tetangga");
  await sheet.getByRole("button", { name: "Tambah tamu" }).click();
}

/** The roll in the database: "Kepala Desa 1: PRESENT" and so on, by seat and then guests. */
export async function rollOf({ meeting }: RunningMeeting): Promise<string[]> {
  const rows = await db.attendance.findMany({
    where: { meetingId: meeting.id },
    orderBy: [{ invitation: { protocolOrder: "asc" } }, { name: "asc" }],
    select: { status: true, name: true, signature: { select: { id: true } }, invitation: { select: { title: true } } },
  });
  return rows.map(({ status, name, signature, invitation }) => {
    const delegate = status === "REPRESENTED" ? ` ${name}` : "";
    return `${invitation?.title ?? name}: ${status}${delegate}${signature ? " + tanda tangan" : ""}`;
  });
}

/** How often something was written, as the meeting's history tells it. */
export function eventsOf({ meeting }: RunningMeeting): Promise<number> {
  return db.event.count({ where: { meetingId: meeting.id } });
}
