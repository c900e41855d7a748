import type { Status } from "@/lib/pws/achievement";
import { percentAt } from "./scale";
import { statusFills } from "./status-tones";

export type Bar = {
  key: string;
  name: string;
  /** As it is written at the end of the bar. */
  words: string;
  value: number | null;
  status: Status | null;
};

type Props = {
  label: string;
  bars: readonly Bar[];
  target: number | null;
  /** What the line represents, in words. */
  targetWords: string | null;
  /** The value at the end of the scale; the longest bar's where left out. */
  most?: number;
  /** On the projector: readable from the last row. */
  size?: "page" | "projector";
};

const looks = {
  page: {
    list: "",
    row: "grid-cols-[7rem_minmax(0,1fr)_7rem] gap-x-2 text-sm sm:grid-cols-[11rem_minmax(0,1fr)_7.5rem]",
    item: "min-h-7 print:min-h-5",
    name: "line-clamp-2",
    head: "h-6",
    target: "text-sm",
    stripes: "6 4",
  },
  projector: {
    list: "flex min-h-0 flex-1 flex-col",
    row: "grid-cols-[minmax(0,15ch)_minmax(0,1fr)_minmax(0,12ch)] gap-x-[1vw] text-[min(0.8em,3.4vh)] leading-none font-semibold",
    item: "max-h-[11vh] min-h-0 flex-1",
    name: "truncate py-[0.1em]",
    head: "h-[1.5em] flex-none",
    target: "text-[1em]",
    stripes: "14 8",
  },
};

/** Bars in the order given, the target as one line through all of them, labelled where it is. Drawn on the server. */
export function BarChart({ label, bars, target, targetWords, most, size = "page" }: Props) {
  const look = looks[size];
  const longest = most ?? (Math.max(target ?? 0, ...bars.map(({ value }) => value ?? 0)) * 1.02 || 1);
  const at = (value: number) => percentAt(value, longest);
  return (
    <figure aria-label={label} className={size === "projector" ? "flex min-h-0 flex-1 flex-col" : "break-inside-avoid"}>
      {target !== null && targetWords && (
        <p className={`grid ${look.row} ${look.head}`}>
          <span />
          <svg aria-hidden="true" className="h-[1.2em] w-full overflow-visible">
            <text
              x={`${at(target)}%`}
              y="0.9em"
              textAnchor={anchorAt(at(target))}
              className={`fill-ink ${look.target}`}
            >
              {targetWords}
            </text>
          </svg>
        </p>
      )}
      {targetWords && <figcaption className="sr-only">Garis: {targetWords}</figcaption>}
      <ul className={look.list}>
        {bars.map(({ key, name, words, value, status }) => (
          <li key={key} className={`grid items-center ${look.row} ${look.item}`}>
            <span className={`text-right leading-tight ${look.name}`} title={name}>
              {name}
            </span>
            <span className="relative self-stretch">
              <svg aria-hidden="true" className="absolute inset-0 size-full overflow-visible">
                <rect y="12%" width="100%" height="76%" className="fill-sunken" />
                {value !== null && value > 0 && <Filled width={at(value)} status={status} stripes={look.stripes} />}
                {target !== null && (
                  <line
                    x1={`${at(target)}%`}
                    x2={`${at(target)}%`}
                    y1="0"
                    y2="100%"
                    className="stroke-ink"
                    strokeWidth={size === "projector" ? 4 : 2}
                  />
                )}
              </svg>
            </span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Cukup is striped over its tint: in grey it would look like baik. */
function Filled({ width, status, stripes }: { width: number; status: Status | null; stripes: string }) {
  const wide = `${Math.max(0.3, width)}%`;
  return (
    <>
      <rect
        y="12%"
        width={wide}
        height="76%"
        className={`${status ? statusFills[status] : "fill-edge"} stroke-edge [print-color-adjust:exact]`}
        strokeWidth="1.5"
      />
      {status === "cukup" && (
        <svg aria-hidden="true" x="0" y="12%" width={wide} height="76%">
          <line
            x1="0"
            x2="100%"
            y1="50%"
            y2="50%"
            strokeWidth="200"
            strokeDasharray={stripes}
            className="stroke-hatch"
          />
        </svg>
      )}
    </>
  );
}

function anchorAt(percent: number): "start" | "middle" | "end" {
  if (percent < 25) return "start";
  return percent > 75 ? "end" : "middle";
}
