import { type Drawing, keptDrawing } from "@/lib/area-maps/shapes";
import { keptTiles, type Placed, placeTiles, type Tile } from "@/lib/area-maps/tiles";
import { db } from "@/lib/db";
import type { Office } from "@/lib/matrix/office";

export type TileArrangement = { tiles: Tile[]; version: number };

/** Where the tiles of an office's members are; the office is one the actor sees. */
export async function findTiles(office: Office, members: readonly Placed[]): Promise<TileArrangement> {
  const found = await db.tileMap.findUnique({ where: { organisationId: office.id } });
  const kept = keptTiles.safeParse(found?.tiles ?? []);
  return { tiles: placeTiles(members, kept.success ? kept.data : []), version: found?.version ?? 0 };
}

export type FoundMap = { drawing: Drawing; fileName: string; uploader: string; uploadedAt: Date };

export async function findAreaMap(office: Office): Promise<FoundMap | null> {
  const found = await db.areaMap.findUnique({ where: { organisationId: office.id } });
  if (!found) return null;
  const { fileName, uploader, uploadedAt } = found;
  return { drawing: keptDrawing.parse(found.drawing), fileName, uploader, uploadedAt };
}
