import { expect, test } from "vitest";
import { leastSector, rollBySector, rollOfTurnout } from "@/lib/attendance/sector-roll";

const invited = (id: string, sector: "DESA" | "KECAMATAN" | "SECURITY") => ({ id, sector });

test("each sector's invitations add up to what was marked and what was not", () => {
  const rows = rollBySector(
    [invited("a", "DESA"), invited("b", "DESA"), invited("c", "DESA"), invited("d", "KECAMATAN"), invited("e", "DESA")],
    [
      { invitationId: "a", status: "PRESENT" },
      { invitationId: "b", status: "REPRESENTED" },
      { invitationId: "c", status: "SICK" },
      { invitationId: null, status: "PRESENT" },
      { invitationId: "elsewhere", status: "PRESENT" },
    ],
  );
  expect(rows).toEqual([
    { sector: "KECAMATAN", invited: 1, came: 0, represented: 0, away: 0, unmarked: 1 },
    { sector: "DESA", invited: 4, came: 1, represented: 1, away: 1, unmarked: 1 },
  ]);
  expect(leastSector(rows)?.sector).toBe("KECAMATAN");
});

test("nobody invited is no sector", () => {
  expect(rollBySector([], [{ invitationId: "a", status: "PRESENT" }])).toEqual([]);
  expect(leastSector([])).toBeNull();
});

test("over many meetings those who did not come were absent, and a sector that nobody invited is left out", () => {
  const total = {
    ...{ meetings: 2, missed: 0, invited: 5, accepted: 5, came: 2, represented: 1 },
    ...{ acceptedAbsent: 2, declined: 0, silent: 0 },
  };
  expect(
    rollOfTurnout([
      { sector: "DESA", total },
      { sector: "OTHER", total: { ...total, invited: 0 } },
    ]),
  ).toEqual([{ sector: "DESA", invited: 5, came: 2, represented: 1, away: 2, unmarked: 0 }]);
});
