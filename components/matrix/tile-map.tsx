"use client";

import { ScrollBox } from "@/components/scroll-box";
import type { Band } from "@/lib/area-maps/figures";
import { bandFills, noFigure } from "./band-looks";

export type ShownTile = {
  id: string;
  column: number;
  row: number;
  lines: string[];
  /** The name in full and its figure, for who points at it or does not see it. */
  title: string;
  words: string;
  band: Band | null;
  href: string;
};

type Props = { label: string; tiles: readonly ShownTile[]; size: { width: number; height: number } };

const gap = 4;

/** A tile for each puskesmas, kabupaten or province; drawn on the server, each a link to what is behind it. */
export function TileMap({ label, tiles, size: { width, height } }: Props) {
  const columns = Math.max(...tiles.map(({ column }) => column)) + 1;
  const rows = Math.max(...tiles.map(({ row }) => row)) + 1;
  return (
    <ScrollBox label={label}>
      <svg
        viewBox={`0 0 ${columns * width} ${rows * height}`}
        width={columns * width}
        height={rows * height}
        className="max-w-none print:h-auto print:max-w-full"
      >
        <title>{label}</title>
        {tiles.map(({ id, column, row, lines, title, words, band, href }) => {
          const look = band ? bandFills[band] : noFigure;
          const middle = width / 2;
          return (
            <a key={id} href={href} aria-label={title}>
              <g transform={`translate(${column * width} ${row * height})`} className="text-[0.8125rem]">
                <title>{title}</title>
                <rect width={width - gap} height={height - gap} rx="4" className={`${look.area} stroke-edge`} />
                {lines.map((line, place) => (
                  <text key={line} x={middle} y={17 + place * 15} textAnchor="middle" className={look.words}>
                    {line}
                  </text>
                ))}
                <text x={middle} y={height - 13} textAnchor="middle" fontWeight="650" className={look.words}>
                  {words}
                </text>
              </g>
            </a>
          );
        })}
      </svg>
    </ScrollBox>
  );
}
