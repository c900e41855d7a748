import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { layFishbone, wrapWords } from "@/components/problems/fishbone-layout";
import { figuresIn } from "@/lib/plan/prefill";
import { averageWords, movedOrder, placeWords, rankProblems, scorersOf, tiesOf, totalOf } from "@/lib/problems/rules";
import { problemSchema, scoresSchema } from "@/lib/problems/schema";

type Triple = [number, number, number];

const problem = (number: number, scores: Triple[], tieOrder: number | null = null) => ({
  number,
  tieOrder,
  scores: scores.map(([urgency, seriousness, growth]) => ({ urgency, seriousness, growth })),
});

const order = (problems: ReturnType<typeof problem>[]) => rankProblems(problems).map(({ number }) => number);

test("the highest average of U+S+G comes first, no matter how many gave it; without a score comes last", () => {
  const problems = [
    problem(1, []),
    problem(2, [[3, 3, 3]]),
    problem(3, [
      [5, 5, 5],
      [4, 4, 4],
    ]),
    problem(4, [
      [5, 4, 4],
      [1, 1, 1],
      [1, 1, 1],
    ]),
  ];
  expect(order(problems)).toEqual([3, 2, 4, 1]);
  expect(rankProblems(problems).map(({ rank }) => rank)).toEqual([1, 2, 3, null]);
});

test("equals share their rank, the next one's counts them; nothing but the number orders them", () => {
  const ranked = rankProblems([
    problem(1, [[1, 1, 1]]),
    problem(3, [[5, 4, 3]]),
    problem(2, [
      [3, 4, 5],
      [4, 4, 4],
    ]),
  ]);
  expect(ranked.map(({ number, rank, shares, isDecided }) => [number, rank, shares, isDecided])).toEqual([
    [2, 1, 2, false],
    [3, 1, 2, false],
    [1, 3, 1, false],
  ]);
  expect(tiesOf(ranked).map((tie) => tie.map(({ number }) => number))).toEqual([[2, 3]]);
});

test("the forum's order stands where each of the equals has its place, and only among them", () => {
  const tied = [problem(1, [[4, 4, 4]], 2), problem(2, [[4, 4, 4]], 1), problem(3, [[5, 5, 5]], 9)];
  expect(order(tied)).toEqual([3, 2, 1]);
  expect(rankProblems(tied).map(({ rank, isDecided }) => [rank, isDecided])).toEqual([
    [1, false],
    [2, true],
    [2, true],
  ]);
  expect(order([...tied, problem(4, [[4, 4, 4]])])).toEqual([3, 1, 2, 4]);
  expect(order([problem(1, [[4, 4, 4]], 1), problem(2, [[4, 4, 4]], 1)])).toEqual([1, 2]);
});

const grade = fc.integer({ min: 1, max: 5 });
const problems = fc
  .array(
    fc.record({ scores: fc.array(fc.tuple(grade, grade, grade), { maxLength: 6 }), tieOrder: fc.option(fc.nat(5)) }),
    {
      maxLength: 12,
    },
  )
  .map((rows) => rows.map(({ scores, tieOrder }, index) => problem(index + 1, scores, tieOrder)));

test("rank is a function of the averages alone: equal ones equal, higher ones smaller, whatever the order", () => {
  fc.assert(
    fc.property(problems, fc.infiniteStream(fc.nat()), (rows, random) => {
      const ranked = rankProblems(rows);
      expect(ranked.map(({ number }) => number).sort((a, b) => a - b)).toEqual(rows.map(({ number }) => number));
      for (const one of ranked)
        for (const other of ranked) {
          if (one.rank === null || other.rank === null) continue;
          const [left, right] = [one.sum * other.people, other.sum * one.people];
          expect(one.rank === other.rank).toBe(left === right);
          expect(one.rank < other.rank).toBe(left > right);
        }
      for (const { rank, shares } of ranked)
        if (rank !== null) expect(ranked.filter((other) => other.rank === rank)).toHaveLength(shares);
      const shuffled = rows.map((row) => ({ row, at: random.next().value })).sort((a, b) => a.at - b.at);
      expect(rankProblems(shuffled.map(({ row }) => row))).toEqual(ranked);
    }),
  );
});

test("sum, people and average in words", () => {
  const scores = problem(1, [
    [5, 4, 3],
    [4, 4, 5],
  ]);
  expect(totalOf(scores)).toEqual({ sum: 25, people: 2 });
  expect(averageWords({ sum: 25, people: 2 })).toBe("12,5");
  expect(averageWords({ sum: 0, people: 0 })).toBe("–");
  const place = { rank: 2, shares: 2, isDecided: false, decision: null };
  expect(placeWords(place)).toBe("Prioritas 2, nilai sama");
  expect(placeWords({ ...place, isDecided: true, decision: "mufakat" })).toBe(
    "Prioritas 2, nilai sama, urutan diputuskan: mufakat",
  );
});

test("one step up or down, the ends stay", () => {
  expect(movedOrder(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"]);
  expect(movedOrder(["a", "b", "c"], "a", 1)).toEqual(["b", "a", "c"]);
  expect(movedOrder(["a", "b"], "a", -1)).toEqual(["a", "b"]);
  expect(movedOrder(["a", "b"], "x", 1)).toEqual(["a", "b"]);
});

test("namesakes are two scorers, and each stands once however many problems he scored", () => {
  const scorer = (id: string, name = "Kader Baktirasa") => ({ scorer: { id, name, userId: null } });
  const given = [{ scores: [scorer("b"), scorer("a")] }, { scores: [scorer("a"), scorer("c", "Camat")] }];
  expect(scorersOf(given).map(({ id }) => id)).toEqual(["c", "a", "b"]);
});

const sentences = (nilai: Record<string, string>[], person = "saya") =>
  scoresSchema
    .safeParse({ person, id: randomUUID(), nilai: nilai.map((row) => ({ problemId: randomUUID(), ...row })) })
    .error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];

test.each(["0", "6", "-1", "3,5", "lima", "55"])("the score %s is refused with a sentence", (urgency) => {
  expect(sentences([{ urgency, seriousness: "1", growth: "5" }])).toEqual([
    "nilai.0.urgency: Urgensi (U) harus angka bulat 1 sampai 5",
  ]);
});

test("all three or none; a new person has a name", () => {
  expect(sentences([{ urgency: "4", seriousness: "", growth: "5" }])).toEqual([
    "nilai.0.seriousness: Isi ketiga nilai U, S, dan G, atau kosongkan ketiganya",
  ]);
  expect(sentences([{ urgency: "1", seriousness: "5", growth: "3" }], "baru")).toEqual([
    "name: Isi nama orang yang memberi nilai",
  ]);
  expect(sentences([{ urgency: "1", seriousness: "5", growth: "3" }, {}])).toEqual([]);
});

test("causes are lines, without their dashes, each once; too many are refused", () => {
  const parsed = problemSchema.parse({
    id: randomUUID(),
    statement: "X",
    manusia: "- satu\n* dua\n\n satu ",
    dana: "",
  });
  expect(parsed.causes).toEqual([
    { group: "PEOPLE", text: "satu" },
    { group: "PEOPLE", text: "dua" },
  ]);
  const many = Array.from({ length: 13 }, (_, index) => `sebab ${index}`).join("\n");
  expect(problemSchema.safeParse({ id: randomUUID(), statement: "X", metode: many }).success).toBe(false);
});

test.each([
  ["IDL s.d. Juni 31,2 % dari target 45 %", null, { baseline: 31.2, target: 45, unit: "%" }],
  ["Target 90 persen, capaian 77,5 persen", null, { baseline: 77.5, target: 90, unit: "%" }],
  ["Kasus DBD 14 kasus dari target 5 kasus", "kasus", { baseline: 14, target: 5, unit: "kasus" }],
  ["3 dari 10 desa belum ODF", null, { baseline: null, target: null, unit: null }],
  ["", "%", { baseline: null, target: null, unit: null }],
])("figures of %j", (evidence, unit, expected) => {
  expect(figuresIn(evidence, unit)).toEqual(expected);
});

test("the fishbone keeps every bone and line inside its picture, whatever is written", () => {
  const cause = fc.record({
    group: fc.constantFrom("PEOPLE", "FUNDS", "METHOD", "EQUIPMENT", "ENVIRONMENT"),
    text: fc.string({ minLength: 1, maxLength: 300 }),
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 500 }), fc.array(cause, { maxLength: 30 }), (statement, causes) => {
      const { width, height, bones, head } = layFishbone(statement, causes);
      const points = bones.flatMap(({ tip, root, twigs }) => [
        tip,
        root,
        ...twigs.flatMap((twig) => [twig.from, twig.to, ...twig.lines]),
      ]);
      for (const { tip, root, twigs } of bones)
        for (const { lines } of twigs)
          for (const { x, y } of lines) {
            const topOfLine = y - 13;
            const bone = root.x + ((topOfLine - root.y) / (tip.y - root.y)) * (tip.x - root.x);
            expect(bone - x, "room for the words before the bone").toBeGreaterThanOrEqual(162.5);
          }
      for (const { x, y } of [...points, ...head.lines]) {
        expect(x >= 0 && x <= width, `x ${x} of ${width}`).toBe(true);
        expect(y >= 0 && y <= height, `y ${y} of ${height}`).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test("words wrap at the width and long ones break", () => {
  expect(wrapWords("kader belum dilatih", 11)).toEqual(["kader belum", "dilatih"]);
  expect(wrapWords("abcdefghij", 4)).toEqual(["abc", "def", "ghi", "j"]);
  expect(wrapWords("  ", 4)).toEqual([]);
});
