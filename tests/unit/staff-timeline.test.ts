import { expect, test } from "vitest";
import type { FoundStaff } from "@/lib/staff/reads";
import { timelineOf } from "@/lib/staff/timeline";

const organisation = { id: "1", name: "Puskesmas Sragi", parentId: null };
const term = {
  ...organisation,
  position: null,
  endNote: null,
  decreeNumber: null,
  version: 0,
  mayEdit: false,
  organisation,
};

const former: FoundStaff = {
  ...{ id: "1", name: "Sulastri", profession: "NURSE", professionNote: null, isWhole: false },
  placements: [
    { ...term, id: "b", status: "PPPK", startsOn: "2024-03-01", endsOn: "2029-02-28", endReason: null },
    { ...term, id: "a", status: "HONORARY", startsOn: "2020-01-01", endsOn: "2024-02-29", endReason: "BECAME_PPPK" },
  ],
  trainings: [
    {
      ...{ invitationId: "p", meetingId: "m", title: "BTCLS", host: "RSUD Kalianda", lessons: 20.5 },
      ...{ startsAt: new Date("2024-12-31T20:00:00Z"), timeZone: "Asia/Jakarta" },
    },
  ],
};

test("what happened is told by year, the latest first, by the day where it was", () => {
  const told = timelineOf(former, "2025-06-01").map(({ year, entries }) => [
    year,
    ...entries.map(({ day, title, detail }) => `${day} ${title}: ${detail}`),
  ]);
  expect(told).toEqual([
    ["2025", "2025-01-01 BTCLS: RSUD Kalianda, 20,5 JPL"],
    [
      "2024",
      "2024-03-01 Mulai sebagai PPPK: Puskesmas Sragi",
      "2024-02-29 Honorer berakhir: Diangkat menjadi PPPK, Puskesmas Sragi",
    ],
    ["2020", "2020-01-01 Mulai sebagai Honorer: Puskesmas Sragi"],
  ]);
  expect(timelineOf(former, "2024-02-01").map(({ year }) => year)).toEqual(["2020"]);
});
