/** What two observers gave the same participant for the same item: shares of its points, 0 to 1. */
export type Pair = readonly [one: number, other: number];

export type Agreement = {
  pairs: number;
  /** Share of pairs that are equal, 0 to 1; null without pairs. */
  observed: number | null;
  /** Null without pairs, and where both gave one and the same value throughout: chance alone explains it all. */
  kappa: number | null;
};

/**
 * Percent agreement and unweighted kappa, (po − pe) / (1 − pe), each different share being a category of its own.
 * Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
 * (1960), 37–46.
 */
export function agreementOf(pairs: readonly Pair[]): Agreement {
  const total = pairs.length;
  if (total === 0) return { pairs: 0, observed: null, kappa: null };
  const observed = pairs.filter(([one, other]) => one === other).length / total;
  const [ones, others] = [countsOf(pairs.map(([one]) => one)), countsOf(pairs.map(([, other]) => other))];
  let byChance = 0;
  for (const [value, count] of ones) byChance += (count / total) * ((others.get(value) ?? 0) / total);
  return { pairs: total, observed, kappa: byChance === 1 ? null : (observed - byChance) / (1 - byChance) };
}

function countsOf(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * Strength of a kappa in words. Source: J. R. Landis and G. G. Koch, "The measurement of observer agreement for
 * categorical data", Biometrics 33 (1977), 159–174.
 */
export function kappaWords(kappa: number): string {
  if (kappa < 0) return "lebih buruk daripada kebetulan";
  if (kappa <= 0.2) return "sangat lemah";
  if (kappa <= 0.4) return "lemah";
  if (kappa <= 0.6) return "sedang";
  if (kappa <= 0.8) return "kuat";
  return "hampir sempurna";
}
