"use client";

import type { Band } from "@/lib/area-maps/figures";
import { bandFills, noFigure } from "./band-looks";

export type ShownArea = {
  code: string;
  path: string;
  /** Where its letter is written. */
  x: number;
  y: number;
  title: string;
  band: Band | null;
  href: string | null;
};

type Props = { label: string; width: number; height: number; areas: readonly ShownArea[] };

/** The office's own borders, each area a link with its letter on it. */
export function BorderMap({ label, width, height, areas }: Props) {
  return (
    <svg viewBox={`-4 -4 ${width + 8} ${height + 8}`} className="max-h-[80vh] w-full print:max-h-none">
      <title>{label}</title>
      {areas.map((area) =>
        area.href ? (
          <a key={area.code} href={area.href} aria-label={area.title}>
            {drawn(area)}
          </a>
        ) : (
          <g key={area.code}>{drawn(area)}</g>
        ),
      )}
    </svg>
  );
}

function drawn({ path, x, y, title, band }: ShownArea) {
  const look = band ? bandFills[band] : noFigure;
  return (
    <>
      <title>{title}</title>
      <path d={path} fillRule="evenodd" className={`${look.area} stroke-edge`} strokeWidth="1.5" />
      <text x={x} y={y} textAnchor="middle" fontSize="26" fontWeight="650" className={look.words}>
        {band ?? "–"}
      </text>
    </>
  );
}
