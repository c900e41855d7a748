import { expect, test } from "vitest";
import { listMeetings, type MeetingFilter } from "@/lib/meetings/reads";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

test("is filtered by year, kind, state, puskesmas and words, newest first", async () => {
  const kabupaten = await makeKabupaten();
  const [one, other] = [
    await makePuskesmas({ parentId: kabupaten.id }),
    await makePuskesmas({ parentId: kabupaten.id }),
  ];
  const actor = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id });
  await makeMeeting("CLOSED", { host: one, title: "Lokmin 100% Jum'at", year: 2024, startsAt: "2024-03-05T02:00:00Z" });
  await makeMeeting("SCHEDULED", {
    host: one,
    title: "Kalakarya",
    kind: "KALAKARYA",
    startsAt: "2025-05-05T02:00:00Z",
  });
  await makeMeeting("SCHEDULED", { host: other, title: "Lokmin lain", startsAt: "2025-06-05T02:00:00Z" });
  const titles = async (filter: MeetingFilter) =>
    (await listMeetings(actor, filter)).meetings.map(({ title }) => title);
  expect(await titles({})).toEqual(["Lokmin lain", "Kalakarya", "Lokmin 100% Jum'at"]);
  expect(await titles({ year: 2024 })).toEqual(["Lokmin 100% Jum'at"]);
  expect(await titles({ kind: "KALAKARYA" })).toEqual(["Kalakarya"]);
  expect(await titles({ status: "SCHEDULED", puskesmasId: other.id })).toEqual(["Lokmin lain"]);
  expect(await titles({ words: "100% jum’at" })).toEqual(["Lokmin 100% Jum'at"]);
  expect(await titles({ words: "lokmin%" })).toEqual([]);
  expect((await listMeetings(actor, { page: 2 })).meetings).toEqual([]);
});
