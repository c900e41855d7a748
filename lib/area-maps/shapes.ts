import type { MultiPolygon } from "geojson";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, quantile, simplify } from "topojson-simplify";
import type { Objects } from "topojson-specification";
import { z } from "zod";
import type { Border, Ring } from "@/lib/area-maps/geojson";

export const keptDrawing = z.object({
  width: z.number(),
  height: z.number(),
  shapes: z.array(z.object({ code: z.string(), path: z.string() })),
});

export type Drawing = z.output<typeof keptDrawing>;

/** Enough for a picture of the size of a page. */
const mostDrawn = 5000;
const longestSide = 1000;

/** Borders as paths of a small drawing: neighbours keep the line they share, and north is up. */
export function drawBorders(borders: readonly Border[]): Drawing {
  const simpler = simplified(borders);
  const points = simpler.flatMap(({ polygons }) => polygons.flat(2));
  const [west, east] = rangeOf(points.map(([x]) => x));
  const [south, north] = rangeOf(points.map(([, y]) => y));
  // A degree of longitude is shorter than one of latitude, away from the equator.
  const shorter = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const size = { x: (east - west) * shorter || 1, y: north - south || 1 };
  const scale = longestSide / Math.max(size.x, size.y);
  const place = ([x, y]: [number, number]) =>
    `${Math.round((x - west) * shorter * scale)} ${Math.round((north - y) * scale)}`;
  return {
    width: Math.ceil(size.x * scale),
    height: Math.ceil(size.y * scale),
    shapes: simpler.map(({ code, polygons }) => ({
      code,
      path: polygons
        .flat()
        .map((ring) => lineOf(ring, place))
        .join(""),
    })),
  };
}

function lineOf(ring: Ring, place: (point: [number, number]) => string): string {
  const points = ring.map(place).filter((point, index, all) => point !== all[index - 1]);
  return points.length < 3 ? "" : `M${points.join("L")}Z`;
}

function rangeOf(values: readonly number[]): [number, number] {
  return values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
}

function simplified(borders: readonly Border[]): Border[] {
  const areas = borders.map(({ code, polygons }): [string, MultiPolygon] => [
    code,
    { type: "MultiPolygon", coordinates: polygons },
  ]);
  const { objects, ...lines } = topology(Object.fromEntries(areas));
  const count = lines.arcs.reduce((sum, arc) => sum + arc.length, 0);
  const weighed = presimplify({ ...lines, objects: noObjects });
  const kept = count <= mostDrawn ? weighed : simplify(weighed, quantile(weighed, 1 - mostDrawn / count));
  return borders.flatMap(({ code }) => {
    const area = objects[code];
    if (area?.type !== "MultiPolygon") return [];
    return { code, polygons: feature(kept, area).geometry.coordinates.map((rings) => rings.map(ringOf)) };
  });
}

const noObjects: Objects = {};

function ringOf(points: readonly number[][]): Ring {
  return points.map(([x = 0, y = 0]): [number, number] => [x, y]);
}
