import type { ReactNode, SVGProps } from "react";

type Levels = { levels: readonly number[]; y: (value: number) => number; height: string };

/** What the levels are, at the left of the plot. */
export function PlotLevels({ levels, y, height, words }: Levels & { words: (value: number) => string }) {
  return (
    <svg aria-hidden="true" className={`${height} w-full overflow-visible`}>
      {levels.map((value) => (
        <text key={value} x="100%" dx="-8" y={`${y(value)}%`} dy="5" textAnchor="end" className="fill-muted">
          {words(value)}
        </text>
      ))}
    </svg>
  );
}

type Path = SVGProps<SVGPathElement> & { key: string; d: string };

/** Lines over levels. Only they are stretched to the width; what is written on them keeps its size. */
export function Plot({ levels, y, height, paths, children }: Levels & { paths: readonly Path[]; children: ReactNode }) {
  return (
    <svg aria-hidden="true" className={`${height} w-full overflow-visible`}>
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
        {paths.map(({ key, ...path }) => (
          <path key={key} fill="none" strokeLinejoin="round" vectorEffect="non-scaling-stroke" {...path} />
        ))}
      </svg>
      {children}
    </svg>
  );
}
