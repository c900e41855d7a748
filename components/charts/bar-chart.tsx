import type { Status } from "@/lib/pws/achievement";
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
    row: "grid-cols-[7rem_minmax(0,1fr)_6.5rem] gap-x-2 text-sm sm:grid-cols-[11rem_minmax(0,1fr)_7rem]",
    bar: "h-7 print:h-5",
  },
  projector: {
    row: "grid-cols-[minmax(0,16ch)_minmax(0,1fr)_minmax(0,12ch)] gap-x-4 text-[clamp(1.25rem,3.1vh,2.75rem)] leading-tight font-semibold",
    bar: "h-[4.2vh]",
  },
};

/** Bars in the order given, with one line for the target through all of them. Drawn on the server; the words are text. */
export function BarChart({ label, bars, target, targetWords, most, size = "page" }: Props) {
  const look = looks[size];
  const longest = most ?? (Math.max(target ?? 0, ...bars.map(({ value }) => value ?? 0)) * 1.02 || 1);
  const at = (value: number) => Math.round((value / longest) * 10_000) / 10;
  return (
    <figure aria-label={label} className="break-inside-avoid">
      <ul>
        {bars.map(({ key, name, words, value, status }) => (
          <li key={key} className={`grid items-center ${look.row}`}>
            <span className="truncate text-right">{name}</span>
            <svg
              viewBox="0 0 1000 28"
              preserveAspectRatio="none"
              aria-hidden="true"
              className={`block w-full ${look.bar}`}
            >
              <rect y="4" width="1000" height="20" className="fill-sunken" />
              {value !== null && (
                <rect
                  y="4"
                  width={Math.max(2, at(value))}
                  height="20"
                  className={status ? statusFills[status] : "fill-edge"}
                />
              )}
              {target !== null && (
                <line
                  x1={at(target)}
                  x2={at(target)}
                  y1="0"
                  y2="28"
                  className="stroke-ink"
                  strokeWidth="3"
                  vectorEffect="non-scaling-stroke"
                />
              )}
            </svg>
            <span className="whitespace-nowrap">{words}</span>
          </li>
        ))}
      </ul>
      {targetWords && (
        <figcaption
          className={size === "projector" ? "mt-3 text-[clamp(1.1rem,2.6vh,2rem)]" : "mt-1 text-sm text-muted"}
        >
          <span aria-hidden="true">│ </span>
          {targetWords}
        </figcaption>
      )}
    </figure>
  );
}
