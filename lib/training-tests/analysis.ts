import { type Asked, type Given, verdictOf } from "@/lib/training-tests/score";

export type ItemFigures = {
  /** Who was asked: everybody who handed in. */
  people: number;
  right: number;
  /** Share of right answers, 0 to 1; null where nobody was asked. */
  difficulty: number | null;
  /** -1 to 1; null where it cannot be told. */
  discrimination: number | null;
  chosen: number[];
};

/** Fewer people than this say nothing about a question. */
export const leastForDiscrimination = 4;

/**
 * Difficulty is the share of right answers. Discrimination is the point-biserial correlation of being right with the
 * score of the other questions (corrected item-total correlation). Source: Nunnally & Bernstein, Psychometric Theory,
 * 3rd ed., 1994, ch. 8; Crocker & Algina, Introduction to Classical and Modern Test Theory, 1986, ch. 14.
 */
export function analyse(
  questions: readonly Asked[],
  sheets: readonly ReadonlyMap<string, Given>[],
): Map<string, ItemFigures> {
  const grid = sheets.map((sheet) =>
    questions.map((question) => (verdictOf(question, sheet.get(question.id)) === "right" ? 1 : 0)),
  );
  const totals = grid.map((row) => row.reduce<number>((sum, cell, at) => sum + cell * (questions[at]?.points ?? 1), 0));
  return new Map(
    questions.map((question, at) => {
      const hits = grid.map((row) => row[at] ?? 0);
      const rest = totals.map((total, person) => total - (hits[person] ?? 0) * question.points);
      const right = hits.filter((hit) => hit === 1).length;
      return [
        question.id,
        {
          people: sheets.length,
          right,
          difficulty: sheets.length === 0 ? null : right / sheets.length,
          discrimination: sheets.length < leastForDiscrimination ? null : correlation(hits, rest),
          chosen: question.options.map(
            (_, place) => sheets.filter((sheet) => sheet.get(question.id)?.chosen.includes(place)).length,
          ),
        },
      ];
    }),
  );
}

function correlation(one: readonly number[], other: readonly number[]): number | null {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [meanOne, meanOther] = [mean(one), mean(other)];
  let both = 0;
  let squaresOne = 0;
  let squaresOther = 0;
  for (const [at, value] of one.entries()) {
    const [byOne, byOther] = [value - meanOne, (other[at] ?? 0) - meanOther];
    both += byOne * byOther;
    squaresOne += byOne ** 2;
    squaresOther += byOther ** 2;
  }
  // What is left of rounding is no spread.
  if (squaresOne < 1e-9 || squaresOther < 1e-9) return null;
  return Math.max(-1, Math.min(1, both / Math.sqrt(squaresOne * squaresOther)));
}

/** Words for a share of right answers. Source: Arikunto, Dasar-dasar Evaluasi Pendidikan. */
export function difficultyWords(difficulty: number): "mudah" | "sedang" | "sukar" {
  return difficulty > 0.7 ? "mudah" : difficulty < 0.3 ? "sukar" : "sedang";
}
