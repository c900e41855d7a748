import type { ShownArea } from "@/components/matrix/border-map";
import type { ShownTile } from "@/components/matrix/tile-map";
import { bandOf, type MapFigure, mapFigure, mapFigureNames } from "@/lib/area-maps/figures";
import type { Drawing } from "@/lib/area-maps/shapes";
import { linesOfName, shortName } from "@/lib/area-maps/short-names";
import type { Tile } from "@/lib/area-maps/tiles";
import type { RowLevel } from "@/lib/matrix/office";
import { percentWords } from "@/lib/matrix/readings";
import type { MatrixRow } from "@/lib/matrix/rows";

/** Many columns are narrow tiles with one short word. */
export function tileSize(tiles: readonly Tile[]) {
  const isWide = Math.max(...tiles.map(({ column }) => column)) < 10;
  return isWide ? { width: 116, height: 74, letters: 14 } : { width: 66, height: 50, letters: 8 };
}

export function rowHref({ id }: MatrixRow, level: RowLevel, year: number): string {
  return level === "puskesmas"
    ? `/kegiatan?puskesmas=${id}&tahun=${year}`
    : `/matriks/peta?wilayah=${id}&tahun=${year}`;
}

function titleOf(rows: readonly MatrixRow[], figure: MapFigure): string {
  const names = rows.map(({ name }) => name).join(", ");
  return `${names}: ${mapFigureNames[figure]} ${percentWords(mapFigure(rows, figure))}`;
}

type Shown = { rows: readonly MatrixRow[]; figure: MapFigure; level: RowLevel; year: number };

export function shownTiles(tiles: readonly Tile[], { rows, figure, level, year }: Shown): ShownTile[] {
  const { letters } = tileSize(tiles);
  const placed = new Map(tiles.map((tile) => [tile.id, tile]));
  return rows.flatMap((row) => {
    const tile = placed.get(row.id);
    if (!tile) return [];
    const part = mapFigure([row], figure);
    const band = bandOf(part);
    return {
      ...tile,
      lines: linesOfName(shortName(row), letters),
      title: titleOf([row], figure),
      words: band ? `${band} · ${percentWords(part)}` : "–",
      band,
      href: rowHref(row, level, year),
    };
  });
}

export function shownAreas({ shapes }: Drawing, { rows, figure, level, year }: Shown): ShownArea[] {
  return shapes.flatMap(({ code, path }) => {
    const own = rows.filter((row) => row.areaCode === code);
    const [first] = own;
    if (!first) return [];
    return {
      ...{ code, path, ...middleOf(path), title: titleOf(own, figure) },
      band: bandOf(mapFigure(own, figure)),
      href: own.length === 1 ? rowHref(first, level, year) : null,
    };
  });
}

/** The middle of the longest ring of a path. */
function middleOf(path: string): { x: number; y: number } {
  const rings = path.split("Z").map((ring) =>
    ring
      .slice(1)
      .split("L")
      .map((point) => point.split(" ").map(Number)),
  );
  const longest = rings.reduce((one, other) => (other.length > one.length ? other : one), []);
  const middle = (axis: number) => {
    const values = longest.map((point) => point[axis] ?? 0);
    return Math.round((Math.min(...values) + Math.max(...values)) / 2);
  };
  return { x: middle(0), y: middle(1) + 9 };
}
