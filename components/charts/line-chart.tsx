import { Plot, PlotLevels } from "./plot";
import { pieces, plotScale, roundUp, spread } from "./scale";

export type Line = {
  key: string;
  /** As it is written at the end of the line: "target 80 %". */
  words: string;
  /** One for each place; null where nothing is known. */
  points: readonly (number | null)[];
  look: "main" | "target" | "before";
};

type Props = {
  /** The whole chart as a sentence. */
  label: string;
  /** Under the places: one sign on a phone, a short word on a desk. */
  places: readonly { short: string; name: string }[];
  lines: readonly Line[];
  axisWords: (value: number) => string;
};

/** Told apart in grey by being solid, dashed and dotted. */
const strokes: Record<Line["look"], { className: string; strokeWidth: number; strokeDasharray?: string }> = {
  main: { className: "stroke-accent", strokeWidth: 3 },
  target: { className: "stroke-ink", strokeWidth: 1.8, strokeDasharray: "7 4" },
  before: { className: "stroke-muted", strokeWidth: 1.8, strokeDasharray: "1.5 3.5" },
};

/** Of the height: as much as one line of text needs. */
const labelGap = 9;

/** Lines over the months, each labelled where it ends. Drawn on the server; places in percent, so that text keeps its size. */
export function LineChart({ label, places, lines, axisWords }: Props) {
  const most = roundUp(Math.max(0, ...lines.flatMap(({ points }) => points.map((point) => point ?? 0))));
  const levels = [0, most / 2, most];
  const { x, y } = plotScale(places.length, most);
  const paths = lines.map(({ key, points, look }) => ({
    key,
    d: pieces(points)
      .map((piece) => pathOf(piece.map(({ place, value }) => [x(place), y(value)])))
      .join(""),
    ...strokes[look],
  }));
  const ends = lines.flatMap((line) => {
    const last = line.points.findLastIndex((point) => point !== null);
    const value = line.points[last] ?? null;
    return value === null ? [] : [{ ...line, last, value }];
  });
  const atEdge = ends.filter(({ look, last }) => look !== "main" || last > places.length - 3);
  const beside = spread(
    atEdge.map(({ key, value }) => ({ key, at: y(value) })),
    labelGap,
  );
  const inside = ends.filter((end) => !atEdge.includes(end));
  return (
    <div
      role="img"
      aria-label={label}
      className="grid max-w-4xl grid-cols-[2.75rem_minmax(0,1fr)_6.5rem] text-sm break-inside-avoid sm:grid-cols-[3.5rem_minmax(0,1fr)_9rem]"
    >
      <PlotLevels levels={levels} y={y} height="h-56" words={axisWords} />
      <Plot levels={levels} y={y} height="h-56" paths={paths}>
        {lines
          .filter(({ look }) => look === "main")
          .flatMap(({ key, points }) =>
            points.map((point, place) =>
              point === null ? null : (
                // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
                <circle key={`${key}${place}`} cx={`${x(place)}%`} cy={`${y(point)}%`} r="4" className="fill-accent" />
              ),
            ),
          )}
        {inside.map(({ key, words, last, value }) => {
          const isUnder = isBelow(value, last, lines) || y(value) < 15;
          const isAfter = isUnder || last < 3;
          return (
            <text
              key={key}
              x={`${x(last)}%`}
              y={`${y(value)}%`}
              dx={isAfter ? 8 : 0}
              dy={isUnder ? 20 : -12}
              textAnchor={isAfter ? "start" : "end"}
              className="fill-ink stroke-surface font-semibold [paint-order:stroke]"
              strokeWidth="4"
            >
              {words}
            </text>
          );
        })}
      </Plot>
      <svg aria-hidden="true" className="h-56 w-full overflow-visible">
        {atEdge.map(({ key, words, look }) => (
          <text
            key={key}
            x="4"
            y={`${beside.get(key) ?? 0}%`}
            dy="5"
            className={look === "main" ? "fill-ink font-semibold" : "fill-ink"}
          >
            {words}
          </text>
        ))}
      </svg>
      <svg aria-hidden="true" className="col-start-2 mt-1 h-6 w-full overflow-visible">
        {places.map(({ short, name }, place) => (
          <text key={name} x={`${x(place)}%`} y="16" textAnchor="middle" className="fill-muted">
            <tspan className="sm:hidden">{short}</tspan>
            <tspan className="hidden sm:inline">{name}</tspan>
          </text>
        ))}
      </svg>
    </div>
  );
}

/** The label goes to the side of the line where the target is not. */
function isBelow(value: number, place: number, lines: readonly Line[]): boolean {
  const target = lines.find(({ look }) => look === "target")?.points[place] ?? null;
  return target !== null && value < target;
}

function pathOf(points: readonly (readonly [number, number])[]): string {
  const [first] = points;
  // A single point has no length: a touch of one makes it seen.
  if (points.length === 1 && first) return `M${first[0]} ${first[1]}h0.5`;
  return points.map(([left, top], place) => `${place === 0 ? "M" : "L"}${left} ${top}`).join("");
}
