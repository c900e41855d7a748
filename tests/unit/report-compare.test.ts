import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePieces, compareSections, type Piece } from "@/lib/reviews/compare";
import { lateDays, lateWords } from "@/lib/reviews/lateness";
import { queueWords } from "@/lib/reviews/rules";
import type { Section } from "@/lib/reviews/sections";

const joined = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("");
const marked = (pieces: readonly Piece[]) =>
  pieces.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join("");

const plan = (...rows: [id: string, activity: string, more?: Record<string, string>][]): Section[] => [
  {
    key: "plan",
    title: "Rencana tindak lanjut",
    rows: rows.map(([id, activity, more = {}]) => ({
      id,
      title: `RTL ${id}`,
      fields: Object.entries({ Kegiatan: activity, ...more }).map(([label, text]) => ({ label, text })),
    })),
  },
];

describe("two revisions", () => {
  test("are compared row by row and field by field; what is the same is counted", () => {
    const before = plan(["1", "Posyandu"], ["2", "Sweeping", { Desa: "Baktirasa" }], ["3", "Rapat"]);
    const after = plan(["1", "Posyandu"], ["2", "Sweeping", { Desa: "Kuala Sekampung" }], ["4", "Pelatihan"]);
    const [section] = compareSections(before, after);
    expect(section?.same).toBe(1);
    expect(section?.rows.map(({ id, state, fields }) => [id, state, fields.map(({ label }) => label)])).toEqual([
      ["2", "changed", ["Desa"]],
      ["4", "added", ["Kegiatan"]],
      ["3", "removed", ["Kegiatan"]],
    ]);
  });

  test("with many long texts are compared less closely, so that all together take no longer than some", () => {
    const words = (letter: string) => Array.from({ length: 150 }, (_, index) => `${letter}${index}`).join(" ");
    const compared = (rows: number) => {
      const of = (letter: string) =>
        plan(...Array.from({ length: rows }, (_, row): [string, string] => [`${row}`, words(letter)]));
      return compareSections(of("a"), of("b")).flatMap((section) => section.rows[0]?.fields[0]?.before ?? []);
    };
    expect(compared(2).length).toBeGreaterThan(1);
    expect(compared(100)).toEqual([{ text: words("a"), isChanged: true }]);
  });

  test("a row that only got another number is told so", () => {
    const [section] = compareSections(plan(["1", "Posyandu"]), [
      {
        key: "plan",
        title: "",
        rows: [{ id: "1", title: "RTL 2", fields: [{ label: "Kegiatan", text: "Posyandu" }] }],
      },
    ]);
    expect(section?.rows).toEqual([{ id: "1", title: "RTL 2 (semula RTL 1)", state: "changed", fields: [] }]);
  });

  test("a field that is new or emptied is whole", () => {
    expect(comparePieces("", "Bidan")).toEqual({ before: [], after: [{ text: "Bidan", isChanged: true }] });
    expect(comparePieces("Bidan", "")).toEqual({ before: [{ text: "Bidan", isChanged: true }], after: [] });
  });

  test("within a text by words", () => {
    const { before, after } = comparePieces("Kader berganti di tengah tahun", "Kader sering berganti di akhir tahun");
    expect(marked(before)).toBe("Kader berganti di [tengah] tahun");
    expect(marked(after)).toBe("Kader [sering ]berganti di [akhir] tahun");
  });

  test("no letter of either is lost, whatever they say", () => {
    const words = fc.array(fc.constantFrom("Kader", "desa", " ", "\n", "IDL", "77,5", "%", "<b>", "Ba'u", "—"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(""), other.join("")];
        const compared = comparePieces(before, after);
        expect([joined(compared.before), joined(compared.after)]).toEqual([before, after]);
      }),
    );
  });

  test("long texts without anything in common are shown as replaced", () => {
    const long = (letter: string) => Array.from({ length: 2000 }, (_, index) => `${letter}${index}`).join(" ");
    const { before, after } = comparePieces(long("a"), long("b"));
    expect([before.length, after.length]).toEqual([1, 1]);
  });
});

describe("words", () => {
  test.each([
    [0, null, "Tidak ada laporan yang menunggu ditinjau"],
    [20, 9, "20 menunggu ditinjau, tertua 9 hari"],
    [1, 0, "1 menunggu ditinjau, tertua hari ini"],
  ])("of a queue of %i", (count, oldest, words) => {
    expect(queueWords(count, oldest)).toBe(words);
  });

  test("a report is late after the days that the Dinkes set, by the meeting's calendar", () => {
    const meeting = { startsAt: new Date("2026-06-24T02:00:00Z"), timeZone: "Asia/Jayapura" };
    const sent = (instant: string) => lateDays(meeting, new Date(instant), 7);
    expect(sent("2026-07-01T14:59:00Z")).toBe(0);
    expect(sent("2026-07-01T15:00:00Z")).toBe(1);
    expect(sent("2026-07-11T02:00:00Z")).toBe(10);
    expect(lateWords(10, 7)).toBe("terlambat 10 hari (batas 7 hari sesudah kegiatan)");
  });
});
