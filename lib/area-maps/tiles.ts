import { z } from "zod";
import { provincePlaces } from "@/lib/area-maps/provinces";

export type Tile = { id: string; column: number; row: number };

export type Placed = { id: string; name: string; areaCode: string };

export const mostColumns = 24;
export const mostRows = 40;

export const keptTiles = z.array(z.object({ id: z.string(), column: z.number().int(), row: z.number().int() }));

const key = ({ column, row }: Omit<Tile, "id">) => `${column},${row}`;

/**
 * A tile for each member: where the office put it, else where it is proposed: provinces as they are on the map, others
 * by their area codes, which go through a kabupaten from neighbour to neighbour.
 */
export function placeTiles(members: readonly Placed[], kept: readonly Tile[]): Tile[] {
  const known = new Map(kept.map((tile) => [tile.id, tile]));
  const own = members.flatMap(({ id }) => known.get(id) ?? []);
  const rest = members
    .filter(({ id }) => !known.has(id))
    .toSorted(
      (one, other) =>
        one.areaCode.localeCompare(other.areaCode) || one.name.localeCompare(other.name, "id", { numeric: true }),
    );
  const taken = new Set(own.map(key));
  return [...own, ...proposed(rest, own, taken)];
}

function proposed(members: readonly Placed[], own: readonly Tile[], taken: Set<string>): Tile[] {
  const columns = Math.min(mostColumns, Math.max(4, Math.ceil(Math.sqrt((members.length + own.length) * 1.6))));
  let next = own.length === 0 ? 0 : (Math.max(...own.map(({ row }) => row)) + 1) * columns;
  const free = (): Omit<Tile, "id"> => {
    for (;;) {
      const place = { column: next % columns, row: Math.floor(next / columns) };
      next += 1;
      if (!taken.has(key(place))) return place;
    }
  };
  return members.map(({ id, areaCode }) => {
    const [column, row] = provincePlaces[areaCode] ?? [-1, -1];
    const place = column >= 0 && !taken.has(key({ column, row })) ? { column, row } : free();
    taken.add(key(place));
    return { id, ...place };
  });
}

/** The tile moved to a place; who is there already takes its old one. */
export function moveTile(tiles: readonly Tile[], id: string, to: Omit<Tile, "id">): Tile[] {
  const moved = tiles.find((tile) => tile.id === id);
  if (!moved || to.column < 0 || to.row < 0 || to.column >= mostColumns || to.row >= mostRows) return [...tiles];
  return tiles.map((tile) => {
    if (tile.id === id) return { id, ...to };
    return key(tile) === key(to) ? { id: tile.id, column: moved.column, row: moved.row } : tile;
  });
}

/** Two tiles that a form put into one place; null where each has its own. */
export function findCollision(tiles: readonly Tile[]): [Tile, Tile] | null {
  const places = new Map<string, Tile>();
  for (const tile of tiles) {
    const other = places.get(key(tile));
    if (other) return [other, tile];
    places.set(key(tile), tile);
  }
  return null;
}
