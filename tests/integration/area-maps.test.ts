import { expect, test } from "vitest";
import { listMembers, ownOffice } from "@/lib/area-maps/members";
import { findAreaMap, findTiles } from "@/lib/area-maps/reads";
import { tilesSchema } from "@/lib/area-maps/schema";
import { arrangeTiles, removeAreaMap, uploadAreaMap } from "@/lib/area-maps/writes";
import { db } from "@/lib/db";
import { makeKabupaten, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

async function makeWorld() {
  const kabupaten = await makeKabupaten();
  const [one, other] = [
    await makePuskesmas({ parentId: kabupaten.id, name: "Puskesmas A" }),
    await makePuskesmas({ parentId: kabupaten.id, name: "Puskesmas B", areaCode: "18.01.08" }),
  ];
  const admin = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
  const office = ownOffice(admin);
  return { one, other, admin, office, tiles: async () => findTiles(office, await listMembers(admin, office)) };
}

const form = (version: number, tiles: { id: string; column: number; row: number }[]) =>
  tilesSchema.parse({
    version,
    tiles: tiles.map(({ id, column, row }) => ({ id, column: `${column}`, row: `${row}` })),
  });

test("the tiles stay where the office put them; an older version and two in one place are refused", async () => {
  const { one, other, admin, tiles } = await makeWorld();
  const stranger = await makePuskesmas();
  const wanted = form(0, [
    { id: one.id, column: 4, row: 2 },
    { id: other.id, column: 1, row: 1 },
    { id: stranger.id, column: 9, row: 9 },
  ]);
  expect(await arrangeTiles(admin, wanted)).toEqual({ ok: true });
  expect(await tiles()).toEqual({
    version: 1,
    tiles: [
      { id: other.id, column: 0, row: 0 },
      { id: one.id, column: 3, row: 1 },
    ],
  });
  expect(await arrangeTiles(admin, wanted)).toMatchObject({ ok: false, reason: expect.stringContaining("Muat ulang") });
  const same = form(
    1,
    [one, other].map(({ id }) => ({ id, column: 1, row: 1 })),
  );
  expect(await arrangeTiles(admin, same)).toMatchObject({
    reason: "Puskesmas A dan Puskesmas B ada di petak yang sama (kolom 1, baris 1). Beri salah satunya tempat lain.",
  });
  expect(await db.event.count({ where: { action: "tile-map.arranged" } })).toBe(1);
});

test("an office's own borders are kept, told of, replaced and removed; a refused file changes nothing", async () => {
  const { admin, office } = await makeWorld();
  const ring = [
    [105, -6],
    [105.5, -6],
    [105.5, -5.5],
    [105, -6],
  ];
  const file = (kode: string) => ({
    name: "batas.geojson",
    bytes: Buffer.from(
      JSON.stringify({
        type: "FeatureCollection",
        features: [{ type: "Feature", properties: { kode }, geometry: { type: "Polygon", coordinates: [ring] } }],
      }),
    ),
  });
  expect(await uploadAreaMap(admin, file("180115"))).toEqual({ ok: true, unknown: [], missing: ["18.01.08"] });
  const kept = await findAreaMap(office);
  expect(kept).toMatchObject({ fileName: "batas.geojson", drawing: { shapes: [{ code: "18.01.15" }] } });
  expect(await uploadAreaMap(admin, file("99.99"))).toMatchObject({ ok: false, field: "file" });
  expect(await findAreaMap(office)).toEqual(kept);
  expect(await removeAreaMap(admin)).toEqual({ ok: true });
  expect(await findAreaMap(office)).toBeNull();
});
