import { Plot, PlotLevels } from "./plot";
import { plotScale, roundUp } from "./scale";

type Props = {
  /** What it shows, with every figure. */
  label: string;
  points: readonly { label: string; value: number }[];
};

/** A line of counts from zero, each point with its figure. Drawn on the server; the label says it whole. */
export function CountCurve({ label, points }: Props) {
  const most = roundUp(Math.max(1, ...points.map(({ value }) => value)));
  // Of people there are no halves.
  const levels = [0, most / 2, most].filter(Number.isInteger);
  const { x, y } = plotScale(points.length, most);
  const d = points.map(({ value }, place) => `${place === 0 ? "M" : "L"}${x(place)} ${y(value)}`).join("");
  const isNamed = (place: number, most: number) => (points.length - 1 - place) % Math.ceil(points.length / most) === 0;
  return (
    <div
      role="img"
      aria-label={label}
      className="grid max-w-3xl grid-cols-[3rem_minmax(0,1fr)] pt-5 text-sm print:max-w-full"
    >
      <PlotLevels levels={levels} y={y} height="h-52" words={(value) => value.toLocaleString("id-ID")} />
      <Plot
        levels={levels}
        y={y}
        height="h-52"
        paths={[{ key: "counts", d, className: "stroke-accent", strokeWidth: "2.5" }]}
      >
        {points.map(({ label: name, value }, place) => (
          <g key={name}>
            <circle cx={`${x(place)}%`} cy={`${y(value)}%`} r="4" className="fill-accent" />
            <text
              x={`${x(place)}%`}
              y={`${y(value)}%`}
              dy="-10"
              textAnchor="middle"
              className={`fill-ink font-semibold ${namedLook(isNamed(place, 12), isNamed(place, 5))}`}
            >
              {value.toLocaleString("id-ID")}
            </text>
          </g>
        ))}
      </Plot>
      <svg aria-hidden="true" className="col-start-2 mt-1 h-6 w-full overflow-visible">
        {points.map(({ label: name }, place) => (
          <text
            key={name}
            x={`${x(place)}%`}
            y="16"
            textAnchor="middle"
            className={`fill-muted ${namedLook(isNamed(place, 12), isNamed(place, 5))}`}
          >
            {name}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** A phone has room for five names, a desk for twelve. */
function namedLook(onDesk: boolean, onPhone: boolean): string {
  if (!onDesk) return "hidden";
  return onPhone ? "" : "max-sm:hidden";
}
