import { expect, test } from "vitest";
import { listMeetingTasks } from "@/lib/meetings/overview";
import { makeMeeting } from "../factories/meetings";
import { makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

const now = new Date("2026-11-22T03:00:00Z");
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

test("a planned year asks for the coming month alone; what runs and what was put off is never pushed out", async () => {
  const host = await makePuskesmas();
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const kalakarya = { host, kind: "KALAKARYA" as const };
  for (let month = 1; month <= 12; month++)
    await makeMeeting("DRAFT", { ...kalakarya, title: `Bulan ${month}`, startsAt: inDays(30 * month) });
  for (let number = 1; number <= 35; number++)
    await makeMeeting("DRAFT", { ...kalakarya, title: `Lama ${number}`, startsAt: inDays(-100 - number) });
  await makeMeeting("IN_PROGRESS", { ...kalakarya, title: "Hari ini", startsAt: inDays(0) });
  await makeMeeting("POSTPONED", { ...kalakarya, title: "Ditunda", startsAt: inDays(90) });
  const tasks = await listMeetingTasks(staff, now);
  const words = tasks.map(({ verb, title }) => `${verb}: ${title}`);
  expect(words.filter((line) => !line.includes("Lama"))).toEqual([
    "Catat kehadiran: Hari ini",
    "Jadwalkan: Bulan 1",
    "Tetapkan waktu baru: Ditunda",
  ]);
  expect(words).toHaveLength(30);
});
