import { z } from "zod";
import { type Outcome, refuse } from "@/lib/actor";
import { plainCode } from "@/lib/area-maps/codes";

export const mostVertices = 150_000;
const mostFeatures = 1000;

type Position = [number, number];

// Longitude and latitude; a height behind them is let go.
const isPosition = (point: unknown): point is Position =>
  Array.isArray(point) && point.length >= 2 && point.every((number) => Number.isFinite(number));
const isListOf =
  <T>(isOne: (one: unknown) => one is T, least: number) =>
  (list: unknown): list is T[] =>
    Array.isArray(list) && list.length >= least && list.every(isOne);
const isPolygon = isListOf(isListOf(isPosition, 4), 1);

// By one check each: a list with a fault of each of their points would fill the memory.
const geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.custom<Position[][]>(isPolygon) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.custom<Position[][][]>(isListOf(isPolygon, 1)) }),
]);

const collection = z.object({
  type: z.literal("FeatureCollection"),
  features: z
    .array(
      z.object({
        type: z.literal("Feature"),
        geometry: z.unknown(),
        properties: z.record(z.string(), z.unknown()).nullish(),
      }),
    )
    .min(1)
    .max(mostFeatures),
});

export type Ring = [number, number][];
export type Border = { code: string; polygons: Ring[][] };
export type ReadBorders = { borders: Border[]; unknown: string[]; missing: string[] };

/**
 * The borders of a GeoJSON file for the areas that are wanted.
 * @param wanted their codes, "18.01.15"; the file may write them without dots and under any name
 */
export function readBorders(text: string, wanted: readonly string[]): Outcome<ReadBorders> {
  const parsed = collection.safeParse(readJson(text));
  if (!parsed.success)
    return refuse(
      `Berkas ini bukan GeoJSON yang dapat dibaca: pilih berkas .geojson atau .json berisi "FeatureCollection" dengan paling banyak ${mostFeatures} wilayah.`,
      "file",
    );
  const { features } = parsed.data;
  const name = codeProperty(features, wanted);
  if (!name) return refuse(noCodes(features, wanted), "file");
  const borders = new Map<string, Border>();
  const unknown = new Set<string>();
  let vertices = 0;
  for (const [place, feature] of features.entries()) {
    const code = plainCode(feature.properties?.[name]);
    const known = wanted.find((one) => plainCode(one) === code);
    if (!known) {
      if (code) unknown.add(String(feature.properties?.[name]).slice(0, 30));
      continue;
    }
    const shape = geometry.safeParse(feature.geometry);
    if (!shape.success)
      return refuse(
        `Wilayah ke-${place + 1} (kode ${known}) bukan Polygon atau MultiPolygon yang utuh. Ekspor lagi sebagai batas wilayah, bukan titik atau garis.`,
        "file",
      );
    const polygons = (shape.data.type === "Polygon" ? [shape.data.coordinates] : shape.data.coordinates).map((rings) =>
      rings.map((points) => points.map(([x, y]): [number, number] => [x, y])),
    );
    vertices += polygons.flat().reduce((sum, points) => sum + points.length, 0);
    if (vertices > mostVertices)
      return refuse(
        `Batas wilayah di berkas ini terlalu rinci: lebih dari ${mostVertices.toLocaleString("id-ID")} titik. Sederhanakan dahulu, misalnya di mapshaper.org, lalu unggah lagi.`,
        "file",
      );
    const wrong = wrongPlace(polygons.flat(2));
    if (wrong) return refuse(wrong, "file");
    const border = borders.get(known);
    if (border) border.polygons.push(...polygons);
    else borders.set(known, { code: known, polygons });
  }
  const missing = wanted.filter((code) => !borders.has(code));
  return { ok: true, borders: [...borders.values()], unknown: [...unknown], missing };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
}

type Feature = z.output<typeof collection>["features"][number];

function codeProperty(features: readonly Feature[], wanted: readonly string[]): string | null {
  const codes = new Set(wanted.map(plainCode));
  const found = new Map<string, number>();
  for (const { properties } of features)
    for (const [name, value] of Object.entries(properties ?? {}))
      if (codes.has(plainCode(value))) found.set(name, (found.get(name) ?? 0) + 1);
  const [best] = [...found].sort(([, one], [, other]) => other - one);
  return best?.[0] ?? null;
}

function noCodes(features: readonly Feature[], wanted: readonly string[]): string {
  const seen = features.flatMap(({ properties }) => Object.values(properties ?? {}).map(plainCode)).filter(Boolean);
  const some = [...new Set(seen)].slice(0, 5).join(", ");
  return `Tidak ada kode wilayah yang cocok${some ? ` (di berkas: ${some})` : ""}. Isi kode Kemendagri pada setiap wilayah, misalnya ${wanted.slice(0, 3).join(", ")}.`;
}

/** What is wrong with where the points are; null where they are in Indonesia. */
function wrongPlace(points: readonly [number, number][]): string | null {
  const isWithin = ([x, y]: readonly [number, number]) => x >= 94 && x <= 142 && y >= -12 && y <= 8;
  if (points.every(isWithin)) return null;
  if (points.some(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 180))
    return "Koordinat berkas ini dalam meter (terproyeksi, misalnya UTM), bukan derajat. Ekspor lagi dengan sistem koordinat WGS 84 (EPSG:4326), lalu unggah lagi.";
  if (points.every(([x, y]) => isWithin([y, x])))
    return "Bujur dan lintang di berkas ini tertukar. Ekspor lagi dengan bujur lebih dahulu, lalu unggah lagi.";
  return "Ada titik di luar Indonesia di berkas ini. Periksa sistem koordinatnya (WGS 84, EPSG:4326), lalu unggah lagi.";
}
