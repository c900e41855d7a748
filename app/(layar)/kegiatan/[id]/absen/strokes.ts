type Size = { width: number; height: number };
type Stroke<P> = { points: P[] };

/** Strokes drawn on one size, as they fit whole on another: a phone is turned while somebody signs. */
export function fitStrokes<P extends { x: number; y: number }, S extends Stroke<P>>(
  strokes: readonly S[],
  from: Size,
  to: Size,
): S[] {
  const factor = Math.min(to.width / from.width, to.height / from.height);
  if (!Number.isFinite(factor) || factor <= 0 || factor === 1) return [...strokes];
  return strokes.map((stroke) => ({
    ...stroke,
    points: stroke.points.map((point) => ({ ...point, x: point.x * factor, y: point.y * factor })),
  }));
}
