import { expect, test } from "vitest";
import { type KeptHistory, quarterLabel, quarterRows, quarterWords } from "@/lib/follow-up/quarters";

const at = (day: string) => new Date(`${day}T03:00:00Z`);

const report = (day: string, percent: number, more: Partial<KeptHistory["reports"][number]> = {}) => ({
  at: at(day),
  status: "IN_PROGRESS" as const,
  percent,
  note: null,
  reporter: "Petugas",
  photos: 0,
  outcome: null,
  ...more,
});

const history = (changes: Partial<KeptHistory> = {}): KeptHistory => ({
  agreedOn: "2026-02-12",
  timeZone: "Asia/Jakarta",
  deadline: "2026-12-15",
  reports: [],
  moves: [],
  ...changes,
});

const words = (kept: KeptHistory, now: string) =>
  quarterRows(kept, at(now)).map((row) => `${quarterLabel(row)}: ${quarterWords(row)}, ${row.deadline}`);

test("one row per quarter from the agreement to now, with the last report and the deadline as they stood then", () => {
  const kept = history({
    reports: [report("2026-02-20", 10), report("2026-03-30", 30), report("2026-08-12", 40, { outcome: "CONTINUED" })],
    moves: [
      { at: at("2026-05-12"), previousDeadline: "2026-04-30" },
      { at: at("2026-08-12"), previousDeadline: "2026-07-31" },
    ],
  });
  expect(words(kept, "2026-11-22")).toEqual([
    "TW I 2026: Berjalan, 30 %, 2026-04-30",
    "TW II 2026: tidak ada laporan, 2026-07-31",
    "TW III 2026: Dilanjutkan, Berjalan, 40 %, 2026-12-15",
    "TW IV 2026: tidak ada laporan, 2026-12-15",
  ]);
});

test("after it was finished no quarter follows; taken up again they do", () => {
  const finished = history({ reports: [report("2026-05-02", 100, { status: "DONE" })] });
  expect(words(finished, "2026-11-22")).toEqual([
    "TW I 2026: tidak ada laporan, 2026-12-15",
    "TW II 2026: Selesai, 100 %, 2026-12-15",
  ]);
  const again = history({ reports: [...finished.reports, report("2026-05-03", 80)] });
  expect(words(again, "2026-07-01").at(-1)).toBe("TW III 2026: tidak ada laporan, 2026-12-15");
});

test("the quarter is that of the puskesmas's clock, over the turn of the year", () => {
  const kept = history({ agreedOn: "2026-11-12", timeZone: "Asia/Jayapura" });
  const lateOnOldYear = new Date("2026-12-31T15:30:00Z");
  expect(
    quarterRows({ ...kept, reports: [report("2026-12-01", 5, { at: lateOnOldYear })] }, at("2027-02-01")),
  ).toMatchObject([
    { year: 2026, quarter: 4, last: null },
    { year: 2027, quarter: 1, last: { percent: 5 } },
  ]);
});

test("an agreement that lies ahead has one row, a promise nobody ends has ten years of them", () => {
  const ahead = history({ agreedOn: "2031-02-12", reports: [report("2026-11-20", 5)] });
  expect(words(ahead, "2026-11-22")).toEqual(["TW I 2031: Berjalan, 5 %, 2026-12-15"]);
  const old = quarterRows(history({ agreedOn: "2001-02-12" }), at("2026-11-22"));
  expect(old).toHaveLength(40);
  expect(old.at(-1)).toMatchObject({ year: 2026, quarter: 4 });
});
