import { expect, test } from "vitest";
import { search } from "@/lib/search/reads";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeNote } from "@/tests/factories/notes";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makePerson } from "@/tests/factories/persons";
import { makeProblem } from "@/tests/factories/problems";
import { makeActor } from "@/tests/factories/users";

const now = new Date("2026-06-15T02:00:00Z");

test("one search finds meetings, people by name and phone, rows of the plan, problems and lines of the minutes", async () => {
  const dinkes = await makeKabupaten();
  const host = await makePuskesmas({ parentId: dinkes.id });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const reviewer = await makeActor("DINKES_REVIEWER", { organisationId: dinkes.id });
  const stranger = await makeActor("PUSKESMAS_STAFF", {
    organisationId: (await makePuskesmas({ parentId: dinkes.id })).id,
  });
  const meeting = await makeMeeting("IN_PROGRESS", { host, title: "Lokmin jentik" });
  await makeActionItem({ meetingId: meeting.id, activity: "Periksa jentik tiap Jumat" });
  await makeProblem({ meetingId: meeting.id, puskesmasId: host.id, statement: "Angka bebas jentik 62 %" });
  await makeNote({ meetingId: meeting.id, text: "Kader jentik belum dilatih" });
  await makeNote({ meetingId: meeting.id, text: "Baris jentik yang dihapus", deletedAt: now });
  await makePerson({ organisationId: host.id, name: "Kader Jentik", phone: "6284000112233" });
  const found = async (actor: typeof staff, words: string) =>
    (await search(actor, words, now)).flatMap(({ name, hits }) => hits.map(({ text }) => `${name}: ${text}`));
  expect(await found(staff, "jentik")).toEqual([
    "meetings: Lokmin jentik",
    "persons: Kader Jentik",
    "items: Periksa jentik tiap Jumat",
    "problems: Angka bebas jentik 62 %",
    "notes: Kader jentik belum dilatih",
  ]);
  expect(await found(staff, "84000112233")).toEqual(["persons: Kader Jentik"]);
  expect(await found(reviewer, "jentik")).toEqual([
    "meetings: Lokmin jentik",
    "items: Periksa jentik tiap Jumat",
    "problems: Angka bebas jentik 62 %",
    "notes: Kader jentik belum dilatih",
  ]);
  expect(await found(stranger, "jentik")).toEqual([]);
  expect(await found(staff, "j")).toEqual([]);
});
