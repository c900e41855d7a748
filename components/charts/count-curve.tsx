type Props = {
  /** What it shows, with every figure. */
  label: string;
  points: readonly { label: string; value: number }[];
};

const width = 640;
const height = 240;
const edge = { left: 44, right: 44, top: 28, bottom: 32 };

/** A line of counts from zero, each point with its figure. Drawn on the server; the label says it whole. */
export function CountCurve({ label, points }: Props) {
  const top = niceTop(Math.max(1, ...points.map(({ value }) => value)));
  const x = (place: number) =>
    round(edge.left + (points.length < 2 ? 0.5 : place / (points.length - 1)) * (width - edge.left - edge.right));
  const y = (value: number) => round(height - edge.bottom - (value / top) * (height - edge.top - edge.bottom));
  const every = Math.ceil(points.length / 12);
  const isNamed = (place: number) => place === points.length - 1 || (points.length - 1 - place) % every === 0;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className="w-full max-w-3xl text-[13px] print:max-w-full"
    >
      {[0, top / 2, top].map((value) => (
        <g key={value}>
          <line x1={edge.left} x2={width - edge.right} y1={y(value)} y2={y(value)} className="stroke-line" />
          <text x={edge.left - 8} y={y(value) + 4} textAnchor="end" className="fill-muted">
            {value.toLocaleString("id-ID")}
          </text>
        </g>
      ))}
      <path
        d={points.map(({ value }, place) => `${place === 0 ? "M" : "L"}${x(place)} ${y(value)}`).join("")}
        fill="none"
        className="stroke-accent"
        strokeWidth="2.5"
        strokeLinejoin="round"
      />
      {points.map(({ label: name, value }, place) => (
        <g key={name}>
          <circle cx={x(place)} cy={y(value)} r="4" className="fill-accent" />
          {isNamed(place) && (
            <>
              <text x={x(place)} y={y(value) - 10} textAnchor="middle" className="fill-ink font-semibold">
                {value.toLocaleString("id-ID")}
              </text>
              <text x={x(place)} y={height - 10} textAnchor="middle" className="fill-muted">
                {name}
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  );
}

/** The next even number of one or two figures above: 470 gives 480, 12 gives 12. */
function niceTop(most: number): number {
  const step = Math.max(2, 10 ** (String(Math.ceil(most)).length - 2) * 2);
  return Math.ceil(most / step) * step;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
