import { pieces } from "./scale";

type Props = {
  /** What it shows, from when to when. */
  label: string;
  /** null: not reported; the line has a gap there. */
  points: readonly (number | null)[];
  /** The target at each place, dashed. */
  targets?: readonly (number | null)[];
  /** The end of a scale from zero that several lines share; without it a line has its own. */
  most?: number;
  /** Places where a year begins: what adds up begins at zero again. */
  breaks?: readonly number[];
  className?: string;
};

const width = 120;
const height = 32;
const edge = 3;

/** A small line of months with a dot at the last; small changes of a high figure stay small. Drawn on the server. */
export function TrendLine({ label, points, targets = [], most, breaks = [], className = "h-8 w-30" }: Props) {
  const known = points.filter((point) => point !== null);
  if (known.length === 0) return <span className="text-muted">–</span>;
  const { floor, room } = most ? { floor: 0, room: most } : ownScale(known);
  const x = (index: number) => round(edge + (index / Math.max(1, points.length - 1)) * (width - 2 * edge));
  const y = (value: number) => round(Math.max(edge, height - edge - ((value - floor) / room) * (height - 2 * edge)));
  const pathOf = (line: readonly (number | null)[]) =>
    pieces(line)
      .flatMap((piece) =>
        piece.map(({ place, value }, at) => `${at === 0 || breaks.includes(place) ? "M" : "L"}${x(place)} ${y(value)}`),
      )
      .join("");
  const last = points.findLastIndex((point) => point !== null);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={`shrink-0 ${className}`}>
      <path d={pathOf(targets)} fill="none" className="stroke-muted" strokeWidth="1.2" strokeDasharray="3 2" />
      <path
        d={pathOf(points)}
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

function ownScale(known: readonly number[]): { floor: number; room: number } {
  const most = Math.max(...known);
  const least = Math.min(...known);
  const room = Math.max(most - least, most * 0.3) || 1;
  return { floor: Math.max(0, Math.min(least, most - room)), room };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
