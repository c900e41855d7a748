import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readQuestion } from "@/lib/question-bank/schema";
import { analyse } from "@/lib/training-tests/analysis";
import { gainOf, gainWords, meanOf } from "@/lib/training-tests/names";
import { opennessOf } from "@/lib/training-tests/rules";
import { type Asked, type Given, scoreOf, verdictOf } from "@/lib/training-tests/score";
import { optionOrder, shuffled } from "@/lib/training-tests/shuffle";

const asked = (more: Partial<Asked> = {}): Asked => ({
  id: "soal",
  kind: "SINGLE",
  options: ["A", "B", "C", "D"],
  correct: [1],
  accepted: [],
  points: 1,
  ...more,
});
const given = (chosen: number[], text: string | null = null, isRight: boolean | null = null): Given => ({
  chosen,
  text,
  isRight,
});

describe("shuffling", () => {
  test("loses nothing, adds nothing, and is the same again for the same key", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.string(), (items, key) => {
        const once = shuffled(items, key);
        expect(once.toSorted()).toEqual(items.toSorted());
        expect(shuffled(items, key)).toEqual(once);
      }),
    );
  });

  test("puts every option in every place about as often", () => {
    const counts = [0, 0, 0, 0];
    for (let person = 0; person < 4000; person++) {
      const place = shuffled([0, 1, 2, 3], `orang ${person}`).indexOf(0);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  test("keeps Benar before Salah", () => {
    const question = { id: "x", kind: "TRUE_FALSE" as const, options: ["Benar", "Salah"] };
    for (let person = 0; person < 50; person++) expect(optionOrder(question, `${person}`)).toEqual([0, 1]);
  });
});

describe("an answer is right", () => {
  test.each([
    ["the one option", asked(), given([1]), "right"],
    ["another option", asked(), given([0]), "wrong"],
    ["nothing chosen", asked(), given([]), "empty"],
    ["all right ones in any order", asked({ kind: "MULTIPLE", correct: [0, 2] }), given([2, 0]), "right"],
    ["one right one missing", asked({ kind: "MULTIPLE", correct: [0, 2] }), given([0]), "wrong"],
    ["one too many", asked({ kind: "MULTIPLE", correct: [0, 2] }), given([0, 1, 2]), "wrong"],
    ["the right order", asked({ kind: "ORDER", correct: [] }), given([1, 2, 3, 4]), "right"],
    ["another order", asked({ kind: "ORDER", correct: [] }), given([2, 1, 3, 4]), "wrong"],
    ["half an order", asked({ kind: "ORDER", correct: [] }), given([1, 2, 0, 0]), "wrong"],
    [
      "accepted words",
      asked({ kind: "SHORT_TEXT", options: [], accepted: ["30 : 2"] }),
      given([], " 30 : 2. "),
      "right",
    ],
    [
      "other words",
      asked({ kind: "SHORT_TEXT", options: [], accepted: ["30:2"] }),
      given([], "tiga puluh"),
      "unmarked",
    ],
    ["found right", asked({ kind: "SHORT_TEXT", options: [] }), given([], "tiga puluh", true), "right"],
    ["found wrong", asked({ kind: "SHORT_TEXT", options: [] }), given([], "tiga", false), "wrong"],
    ["blanks", asked({ kind: "SHORT_TEXT", options: [] }), given([], "  "), "empty"],
  ] as const)("%s", (_, question, answer, verdict) => expect(verdictOf(question, answer)).toBe(verdict));

  test("a score is between 0 and 100, grows with every right answer, and all right is 100", () => {
    const points = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(points, fc.infiniteStream(fc.boolean()), (worth, rights) => {
        const questions = worth.map((one, at) => asked({ id: `${at}`, points: one }));
        const sheet = new Map<string, Given>();
        let before = 0;
        for (const question of questions) {
          sheet.set(question.id, given([rights.next().value ? 1 : 0]));
          const { score } = scoreOf(questions, sheet);
          expect(score).toBeGreaterThanOrEqual(before);
          expect(score).toBeLessThanOrEqual(100);
          before = score;
        }
        expect(scoreOf(questions, new Map(questions.map(({ id }) => [id, given([1])]))).score).toBe(100);
      }),
    );
  });
});

describe("figures of a question", () => {
  const questions = ["a", "b", "c"].map((id) => asked({ id }));
  const sheet = (...chosen: number[]) => new Map(chosen.map((one, at) => [questions[at]?.id ?? "", given([one])]));

  test("difficulty is the share of right answers, discrimination the correlation with the rest", () => {
    const figures = analyse(questions, [sheet(1, 1, 1), sheet(1, 1, 0), sheet(0, 0, 0), sheet(0, 0, 1)]);
    expect(figures.get("a")).toMatchObject({ people: 4, right: 2, difficulty: 0.5, chosen: [2, 2, 0, 0] });
    // By hand: being right 1,1,0,0 with the rest 2,1,0,1: 1 / sqrt(1 × 2).
    expect(figures.get("a")?.discrimination).toBeCloseTo(1 / Math.sqrt(2), 3);
  });

  test("nothing is told where all are alike or too few", () => {
    expect(analyse(questions, []).get("a")).toMatchObject({ difficulty: null, discrimination: null });
    expect(analyse(questions, [sheet(1, 1, 1), sheet(0, 0, 0)]).get("a")?.discrimination).toBeNull();
    const alike = [1, 1, 1, 1].map(() => sheet(1, 1, 1));
    expect(analyse(questions, alike).get("a")?.discrimination).toBeNull();
  });

  test("discrimination stays between -1 and 1", () => {
    const people = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)), { minLength: 4, maxLength: 30 });
    fc.assert(
      fc.property(people, (rows) => {
        for (const { discrimination } of analyse(
          questions,
          rows.map((row) => sheet(...row)),
        ).values())
          if (discrimination !== null) expect(Math.abs(discrimination)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test("a gain is told with its sign, a fall too, and of one score alone nothing", () => {
  expect([gainOf(55, 80), gainOf(80, 75.5), gainOf(null, 80)].map(gainWords)).toEqual(["+25", "−4,5", "–"]);
  expect(meanOf([55, null, 80])).toBe(67.5);
  expect(meanOf([null])).toBeNull();
});

describe("a test is open to a participant", () => {
  const now = new Date("2026-11-20T03:00:00Z");
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const published = {
    publishedAt: at(-60),
    closedAt: null,
    meeting: { status: "IN_PROGRESS", isApproved: false },
  } as const;
  const begun = { startedAt: at(-30), until: null, reopenedAt: null, handedInAt: null };
  test.each([
    ["before it is published", { ...published, publishedAt: null }, null, "not yet"],
    ["once published", published, null, "open"],
    ["within his time", published, { ...begun, until: at(1) }, "open"],
    ["after his time", published, { ...begun, until: at(-1) }, "out of time"],
    ["when it was closed", { ...published, closedAt: at(-1) }, begun, "closed"],
    [
      "closed, but open again for him",
      { ...published, closedAt: at(-9) },
      { ...begun, reopenedAt: at(-5), until: at(5) },
      "open",
    ],
    [
      "when that time is over too",
      { ...published, closedAt: at(-9) },
      { ...begun, reopenedAt: at(-5), until: at(-1) },
      "closed",
    ],
    ["handed in", published, { ...begun, handedInAt: at(-1) }, "handed in"],
    [
      "when the meeting is approved",
      { ...published, meeting: { status: "CLOSED", isApproved: true } },
      begun,
      "closed",
    ],
    [
      "when the meeting is cancelled",
      { ...published, meeting: { status: "CANCELLED", isApproved: false } },
      begun,
      "closed",
    ],
  ] as const)("%s", (_, state, result, openness) => expect(opennessOf(state, result, now)).toBe(openness));
});

describe("a typed question", () => {
  const typed = {
    topic: "RJP",
    kind: "SINGLE" as const,
    text: "Berapa?",
    options: ["A1", "B1", "C1"],
    key: "b",
    points: null,
  };
  test.each([
    ["one right option", {}, { correct: [1], points: 1 }],
    ["several", { kind: "MULTIPLE", key: "C, a" }, { correct: [0, 2] }],
    ["true or false", { kind: "TRUE_FALSE", key: "salah" }, { options: ["Benar", "Salah"], correct: [1] }],
    ["an order with a key", { kind: "ORDER", key: "C-A-B" }, { options: ["C1", "A1", "B1"] }],
    ["an order as typed", { kind: "ORDER", key: "" }, { options: ["A1", "B1", "C1"] }],
    ["short words", { kind: "SHORT_TEXT", key: "30:2; 30 : 2" }, { options: [], accepted: ["30:2", "30 : 2"] }],
  ] as const)("%s", (_, more, question) =>
    expect(readQuestion({ ...typed, ...more })).toMatchObject({ ok: true, question }),
  );
  test.each([
    ["no such letter", { key: "D" }, "key"],
    ["two keys of one right option", { key: "A,B" }, "key"],
    ["no key", { key: "" }, "key"],
    ["one option", { options: ["A1"] }, "options"],
    ["the same option twice", { options: ["A1", "a1."] }, "options"],
    ["half an order", { kind: "ORDER", key: "A,B" }, "key"],
    ["neither true nor false", { kind: "TRUE_FALSE", key: "mungkin" }, "key"],
  ] as const)("%s is refused", (_, more, field) =>
    expect(readQuestion({ ...typed, ...more })).toMatchObject({ ok: false, field }),
  );
});
