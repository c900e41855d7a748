import { percentAt, roundUp } from "./scale";

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
  const x = (place: number) => Math.round(((place + 0.5) / points.length) * 10_000) / 100;
  const y = (value: number) => Math.round((100 - percentAt(value, most)) * 100) / 100;
  const isNamed = (place: number, most: number) => (points.length - 1 - place) % Math.ceil(points.length / most) === 0;
  return (
    <div
      role="img"
      aria-label={label}
      className="grid max-w-3xl grid-cols-[3rem_minmax(0,1fr)] pt-5 text-sm print:max-w-full"
    >
      <svg aria-hidden="true" className="h-52 w-full overflow-visible">
        {levels.map((value) => (
          <text key={value} x="100%" dx="-8" y={`${y(value)}%`} dy="5" textAnchor="end" className="fill-muted">
            {value.toLocaleString("id-ID")}
          </text>
        ))}
      </svg>
      <svg aria-hidden="true" className="h-52 w-full overflow-visible">
        {levels.map((value) => (
          <line key={value} x1="0" x2="100%" y1={`${y(value)}%`} y2={`${y(value)}%`} className="stroke-line" />
        ))}
        <svg
          aria-hidden="true"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          width="100%"
          height="100%"
          className="overflow-visible"
        >
          <path
            d={points.map(({ value }, place) => `${place === 0 ? "M" : "L"}${x(place)} ${y(value)}`).join("")}
            fill="none"
            className="stroke-accent"
            strokeWidth="2.5"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
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
      </svg>
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
