/** Places in a chart, in percent of its width or height. Pure. */

const steps = [1, 2, 2.5, 5, 10];

/** The round number at or above: 77 gives 80, 112,5 gives 125, 470 gives 500; 1 where there is nothing. */
export function roundUp(most: number): number {
  if (!(most > 0) || !Number.isFinite(most)) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = steps.find((one) => one * power >= most) ?? 10;
  return step * power;
}

/** Where a value is between zero and the most, never outside. */
export function percentAt(value: number, most: number): number {
  if (!(most > 0)) return 0;
  return Math.round(Math.min(1, Math.max(0, value / most)) * 10_000) / 100;
}

export type LabelPlace = { key: string; at: number };

/** Labels beside ends of lines, moved apart where they would cover each other; their order stays. */
export function spread(labels: readonly LabelPlace[], gap: number, end = 100): Map<string, number> {
  const sorted = labels.toSorted((one, other) => one.at - other.at);
  const places = sorted.map(({ at }) => at);
  for (let place = 1; place < places.length; place++)
    places[place] = Math.max(places[place] ?? 0, (places[place - 1] ?? 0) + gap);
  const over = (places.at(-1) ?? 0) - end;
  if (over > 0) {
    places[places.length - 1] = end;
    for (let place = places.length - 2; place >= 0; place--)
      places[place] = Math.min(places[place] ?? 0, (places[place + 1] ?? 0) - gap);
  }
  return new Map(sorted.map(({ key }, place) => [key, places[place] ?? 0]));
}

/** Pieces of a line: a month that was not told is a gap. */
export function pieces(points: readonly (number | null)[]): { place: number; value: number }[][] {
  const found: { place: number; value: number }[][] = [];
  for (const [place, value] of points.entries()) {
    if (value === null) continue;
    const last = found.at(-1);
    if (last?.at(-1)?.place === place - 1) last.push({ place, value });
    else found.push([{ place, value }]);
  }
  return found;
}

/** Where a place along the chart and a value above zero are, in percent of its width and height. */
export function plotScale(places: number, most: number) {
  const rounded = (percent: number) => Math.round(percent * 100) / 100;
  return {
    x: (place: number) => rounded(((place + 0.5) / places) * 100),
    y: (value: number) => rounded(100 - percentAt(value, most)),
  };
}
