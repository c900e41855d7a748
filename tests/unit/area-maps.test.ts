import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBorders } from "@/lib/area-maps/geojson";
import { provincePlaces } from "@/lib/area-maps/provinces";
import { drawBorders } from "@/lib/area-maps/shapes";
import { findCollision, mostColumns, moveTile, placeTiles } from "@/lib/area-maps/tiles";

const wanted = ["18.01.15", "18.01.08"];

type Point = [number, number];
const square = (x: number, y: number, side = 0.5): Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

const area = (properties: object, rings: unknown = [square(105, -6)], type = "Polygon") => ({
  ...{ type: "Feature", properties, geometry: { type, coordinates: rings } },
});
const file = (...features: object[]) => JSON.stringify({ type: "FeatureCollection", features });

const reasonOf = (text: string) => {
  const read = readBorders(text, wanted);
  return read.ok ? "" : read.reason;
};

describe("borders of a GeoJSON file", () => {
  test("find the code under any name, with and without dots, and name what is not known or missing", () => {
    const read = readBorders(
      file(
        area({ NAMOBJ: "Sragi", KDCPUM: 180115 }),
        area({ NAMOBJ: "Lain", KDCPUM: "18.99.01" }),
        area({ NAMOBJ: "Pulau", KDCPUM: "180115" }, [[square(106, -6)]], "MultiPolygon"),
      ),
      wanted,
    );
    expect(read).toMatchObject({ ok: true, unknown: ["18.99.01"], missing: ["18.01.08"] });
    expect(read.ok && read.borders.map(({ code, polygons }) => [code, polygons.length])).toEqual([["18.01.15", 2]]);
  });

  test("refuse in a sentence what cannot be read, has no codes, is no area, or is not where Indonesia is", () => {
    expect(reasonOf("{")).toContain("bukan GeoJSON");
    expect(reasonOf(file(area({ kode: "99" })))).toMatch(
      /Tidak ada kode wilayah yang cocok \(di berkas: 99\).*18\.01\.15/,
    );
    expect(reasonOf(file(area({ kode: "18.01.15" }, [105, -6], "Point")))).toContain("bukan Polygon atau MultiPolygon");
    expect(reasonOf(file(area({ kode: "18.01.15" }, [square(9_372_000, 612_000)])))).toContain("WGS 84");
    expect(reasonOf(file(area({ kode: "18.01.15" }, [square(-6, 105)])))).toContain("tertukar");
    expect(reasonOf(file(area({ kode: "18.01.15" }, [square(10, 50)])))).toContain("di luar Indonesia");
    const ring = Array.from({ length: 150_001 }, (_, index): Point => [105 + index / 1e6, -6]);
    expect(reasonOf(file(area({ kode: "18.01.15" }, [ring])))).toContain("terlalu rinci");
  });

  test("refuse many faults like one", () => {
    const zeros = (brackets: string) =>
      JSON.parse(`${brackets}[${"0,".repeat(200_000)}0]${"]".repeat(brackets.length)}`);
    for (const [type, rings] of [
      ["Polygon", zeros("[")],
      ["Polygon", zeros("")],
      ["MultiPolygon", zeros("[[")],
      ["MultiPolygon", zeros("")],
    ] as const)
      expect(reasonOf(file(area({ kode: "18.01.15" }, rings, type)))).toContain("bukan Polygon atau MultiPolygon");
  });

  test("are drawn north up, simplified so that neighbours keep their common line", () => {
    const wave = Array.from(
      { length: 8000 },
      (_, index): Point => [105 + index / 8000, -6 + Math.sin(index / 40) / 100],
    );
    const read = readBorders(
      file(
        area({ kode: "18.01.15" }, [[[105, -6.5], ...wave, [106, -6.5], [105, -6.5]]]),
        area({ kode: "18.01.08" }, [[[106, -5.5], ...wave.toReversed(), [105, -5.5], [106, -5.5]]]),
      ),
      wanted,
    );
    if (!read.ok) throw new Error(read.reason);
    const drawing = drawBorders(read.borders);
    const [south = "", north = ""] = wanted.map((code) => drawing.shapes.find((shape) => shape.code === code)?.path);
    const points = (path: string) => path.slice(1, -1).split("L");
    expect(points(south).length).toBeLessThan(5000);
    const shared = new Set(points(north));
    expect(points(south).filter((point) => !shared.has(point)).length).toBeLessThan(4);
    const lowest = (path: string) => Math.max(...points(path).map((point) => Number(point.split(" ")[1])));
    expect(lowest(south)).toBeGreaterThan(lowest(north));
    expect(Math.max(drawing.width, drawing.height)).toBeLessThanOrEqual(1001);
  });
});

describe("tiles", () => {
  const members = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: `p${index}`,
      name: `Puskesmas ${index}`,
      areaCode: "18.01.15",
    }));

  test("every member has a place of its own, whatever was kept, and what was kept stays", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 40 }), (count, keptCount) => {
        const kept = members(Math.min(count, keptCount)).map(({ id }, index) => ({ id, column: index, row: 3 }));
        const tiles = placeTiles(members(count), kept);
        expect(tiles).toHaveLength(count);
        expect(findCollision(tiles)).toBeNull();
        expect(tiles.slice(0, kept.length)).toEqual(kept);
      }),
    );
  });

  test("the 38 provinces are as they are on the map, each on its own", () => {
    const provinces = Object.keys(provincePlaces).map((areaCode) => ({ id: areaCode, name: areaCode, areaCode }));
    const tiles = placeTiles(provinces, []);
    expect(tiles).toHaveLength(38);
    expect(findCollision(tiles)).toBeNull();
    expect(tiles.find(({ id }) => id === "11")).toMatchObject({ column: 0, row: 0 });
  });

  test("moving onto another one changes places; beyond the edge nothing moves", () => {
    const tiles = placeTiles(members(2), []);
    const [one, other] = tiles;
    if (!one || !other) throw new Error("No tiles");
    const moved = moveTile(tiles, one.id, { column: other.column, row: other.row });
    expect(moved).toEqual([
      { ...other, id: one.id },
      { ...one, id: other.id },
    ]);
    expect(moveTile(tiles, one.id, { column: mostColumns, row: 0 })).toEqual(tiles);
  });
});
