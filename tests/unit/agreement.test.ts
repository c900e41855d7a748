import { describe, expect, test } from "vitest";
import { agreementOf, kappaWords, type Pair } from "@/lib/simulations/agreement";
import { itemResults, observerPairs, resultOf, timeWords } from "@/lib/simulations/results";
import { observationSchema, simulationSchema } from "@/lib/simulations/schema";

const times = (count: number, pair: Pair): Pair[] => Array.from({ length: count }, () => pair);

describe("agreement of two observers", () => {
  test("kappa of a worked table: 20 and 15 equal of 50, 10 and 5 not, gives 0.40", () => {
    const pairs = [...times(20, [1, 1]), ...times(5, [1, 0]), ...times(10, [0, 1]), ...times(15, [0, 0])];
    const { observed, kappa } = agreementOf(pairs);
    expect(observed).toBeCloseTo(0.7);
    expect(kappa).toBeCloseTo(0.4);
  });

  test("equal throughout is 1, opposite throughout is −1, by chance is 0", () => {
    expect(agreementOf([...times(3, [1, 1]), ...times(3, [0, 0])]).kappa).toBeCloseTo(1);
    expect(agreementOf([...times(3, [1, 0]), ...times(3, [0, 1])]).kappa).toBeCloseTo(-1);
    const chance: Pair[] = [
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ];
    expect(agreementOf(chance).kappa).toBeCloseTo(0);
  });

  test("one value throughout has no kappa, though it agrees; nothing has neither", () => {
    expect(agreementOf(times(8, [1, 1]))).toEqual({ pairs: 8, observed: 1, kappa: null });
    expect(agreementOf([])).toEqual({ pairs: 0, observed: null, kappa: null });
  });

  test("words after Landis and Koch", () => {
    expect([-0.1, 0.2, 0.4, 0.6, 0.8, 0.81].map(kappaWords)).toEqual([
      ...["lebih buruk daripada kebetulan", "sangat lemah", "lemah", "sedang", "kuat", "hampir sempurna"],
    ]);
  });
});

const items = [
  { id: "a", text: "Aman diri", points: 1 },
  { id: "b", text: "Kompresi", points: 4 },
];
const seen = (invitationId: string, observer: string, a: number | null, b: number, seconds: number | null = null) => ({
  ...{ invitationId, observer, seconds },
  scores: [...(a === null ? [] : [{ itemId: "a", points: a }]), { itemId: "b", points: b }],
});

describe("results", () => {
  const observations = [
    seen("sri", "Budi", 1, 2, 200),
    seen("sri", "Citra", 1, 4, 220),
    seen("adi", "Budi", 0, 4),
    seen("adi", "Citra", null, 4),
  ];

  test("a participant's share and time are the means of his observers'", () => {
    const { share, seconds, observers } = resultOf(items, observations.slice(0, 2));
    expect(share).toBeCloseTo((3 / 5 + 1) / 2);
    expect({ seconds, observers }).toEqual({ seconds: 210, observers: 2 });
    expect(resultOf(items, [])).toEqual({ observers: 0, share: null, seconds: null });
    expect(timeWords(219.6)).toBe("3:40");
  });

  test("pairs are of items that both scored, by their share of the item's points", () => {
    const pairs = observerPairs(items, [...observations, seen("adi", "Dewi", 1, 4)]);
    expect(pairs.map(({ one, other, pairs: count, observed }) => [one, other, count, observed])).toEqual([
      ["Budi", "Citra", 3, 2 / 3],
      ["Budi", "Dewi", 2, 1 / 2],
      ["Citra", "Dewi", 1, 1],
    ]);
  });

  test("the weakest item comes first", () => {
    expect(itemResults(items, observations).map(({ id, scored }) => [id, scored])).toEqual([
      ["a", 3],
      ["b", 4],
    ]);
  });
});

test("forms: blank items are left out, scores outside the scale and odd times are refused", () => {
  const id = "7b0e2a0c-5a6e-4a6f-9d1e-6d0d2b7f3a11";
  const form = {
    id,
    name: "BHD",
    passShare: "",
    items: [
      { text: "Aman", points: "" },
      { text: "", points: "" },
    ],
  };
  expect(simulationSchema.parse(form)).toMatchObject({ passShare: 0, items: [{ text: "Aman", points: 1 }] });
  expect(simulationSchema.safeParse({ ...form, items: [{ text: "", points: "" }] }).success).toBe(false);
  const seenForm = { id, invitationId: id, observer: "Budi", seconds: "3.40", scores: [{ itemId: id, points: "1" }] };
  expect(observationSchema.parse(seenForm)).toMatchObject({ seconds: 220, scores: [{ points: 1 }] });
  const messages = (more: object) =>
    observationSchema.safeParse({ ...seenForm, ...more }).error?.issues.map(({ message }) => message);
  expect(messages({ seconds: "tiga menit" })).toEqual(["Tulis waktu seperti 3:40 (menit:detik)"]);
  expect(messages({ scores: [{ itemId: id, points: "21" }] })).toEqual(["Nilai harus angka bulat 0 sampai 20"]);
  expect(messages({ scores: [{ itemId: id, points: "" }] })).toEqual(["Beri nilai paling sedikit satu butir"]);
});
