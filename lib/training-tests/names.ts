import type { TestKind } from "@/prisma/generated/enums";

export const testKinds = ["PRE", "POST"] as const satisfies readonly TestKind[];
export const testNames: Record<TestKind, string> = { PRE: "Pre-test", POST: "Post-test" };
export const testSlugs = { PRE: "pre", POST: "post" } as const satisfies Record<TestKind, string>;

export function testOfSlug(slug: string | undefined): TestKind | null {
  return testKinds.find((kind) => testSlugs[kind] === slug) ?? null;
}

export function gainOf(pre: number | null, post: number | null): number | null {
  return pre === null || post === null ? null : Math.round((post - pre) * 100) / 100;
}

const format = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 });

export function scoreWords(score: number | null): string {
  return score === null ? "–" : format.format(score);
}

/** "+25", "−5", "0". */
export function gainWords(gain: number | null): string {
  if (gain === null) return "–";
  return `${gain > 0 ? "+" : gain < 0 ? "−" : ""}${format.format(Math.abs(gain))}`;
}

export function meanOf(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null);
  if (known.length === 0) return null;
  return Math.round((100 * known.reduce((sum, score) => sum + score, 0)) / known.length) / 100;
}
