type Props = {
  /** What it shows, from when to when. */
  label: string;
  /** null: not reported; the line has a gap there. */
  points: readonly (number | null)[];
  className?: string;
};

const width = 120;
const height = 32;
const edge = 3;

/** A small line of months with a dot at the last; small changes of a high figure stay small. Drawn on the server. */
export function TrendLine({ label, points, className = "h-8 w-30" }: Props) {
  const known = points.filter((point) => point !== null);
  if (known.length === 0) return <span className="text-muted">–</span>;
  const most = Math.max(...known);
  const least = Math.min(...known);
  const room = Math.max(most - least, most * 0.3) || 1;
  const floor = Math.max(0, Math.min(least, most - room));
  const x = (index: number) => round(edge + (index / Math.max(1, points.length - 1)) * (width - 2 * edge));
  const y = (value: number) => round(height - edge - ((value - floor) / room) * (height - 2 * edge));
  const path = points
    .map((point, index) => {
      if (point === null) return "";
      const before = index === 0 ? null : points[index - 1];
      return `${before === null || before === undefined ? "M" : "L"}${x(index)} ${y(point)}`;
    })
    .join("");
  const last = points.findLastIndex((point) => point !== null);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={`shrink-0 ${className}`}>
      <path
        d={path}
        fill="none"
        className="stroke-accent"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx={x(last)} cy={y(points[last] ?? 0)} r="2.8" className="fill-accent" />
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
