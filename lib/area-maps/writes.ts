import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { readBorders } from "@/lib/area-maps/geojson";
import { listMembers, ownOffice } from "@/lib/area-maps/members";
import { findTiles } from "@/lib/area-maps/reads";
import { canArrangeMap } from "@/lib/area-maps/rules";
import type { TilesInput } from "@/lib/area-maps/schema";
import { drawBorders } from "@/lib/area-maps/shapes";
import { findCollision } from "@/lib/area-maps/tiles";
import { by, recordEvent } from "@/lib/events/record";
import { transact } from "@/lib/transact";

export async function arrangeTiles(actor: Actor, { version, tiles }: TilesInput): Promise<Outcome> {
  if (!canArrangeMap(actor)) throw new NotAllowed(actor, "arrange the map");
  const organisationId = actor.organisation.id;
  const members = await listMembers(actor, ownOffice(actor));
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const own = tiles.filter(({ id }) => names.has(id));
  const collision = findCollision(own);
  if (collision) {
    const [one, other] = collision;
    return refuse(
      `${names.get(one.id)} dan ${names.get(other.id)} ada di petak yang sama (kolom ${one.column + 1}, baris ${one.row + 1}). Beri salah satunya tempat lain.`,
    );
  }
  const before = await findTiles(ownOffice(actor), members);
  const moved = own.filter((tile) =>
    before.tiles.some(({ id, column, row }) => id === tile.id && (column !== tile.column || row !== tile.row)),
  ).length;
  return transact<Outcome>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const found = await tx.tileMap.findUnique({ where: { organisationId }, select: { version: true } });
    if ((found?.version ?? 0) !== version)
      return refuse("Peta ini baru saja ditata orang lain. Muat ulang halaman untuk melihatnya.");
    await tx.tileMap.upsert({
      where: { organisationId },
      create: { organisationId, tiles: own, version: 1 },
      update: { tiles: own, version: { increment: 1 } },
    });
    await recordEvent(tx, by(actor), {
      ...{ action: "tile-map.arranged", subjectId: organisationId, organisationId },
      data: { moved },
    });
    return { ok: true };
  });
}

export async function uploadAreaMap(
  actor: Actor,
  file: { name: string; bytes: Buffer },
): Promise<Outcome<{ unknown: string[]; missing: string[] }>> {
  if (!canArrangeMap(actor)) throw new NotAllowed(actor, "upload borders");
  const organisationId = actor.organisation.id;
  const members = await listMembers(actor, ownOffice(actor));
  const read = readBorders(file.bytes.toString("utf8"), [...new Set(members.map(({ areaCode }) => areaCode))]);
  if (!read.ok) return read;
  const { borders, unknown, missing } = read;
  const values = { drawing: drawBorders(borders), fileName: file.name, uploader: actor.name, uploadedAt: new Date() };
  return transact<Outcome<{ unknown: string[]; missing: string[] }>>(async (tx) => {
    await tx.areaMap.upsert({ where: { organisationId }, create: { organisationId, ...values }, update: values });
    await recordEvent(tx, by(actor), {
      ...{ action: "area-map.uploaded", subjectId: organisationId, organisationId },
      data: { file: file.name, areas: borders.length, missing: missing.length },
    });
    return { ok: true, unknown, missing };
  });
}

export async function removeAreaMap(actor: Actor): Promise<Outcome> {
  if (!canArrangeMap(actor)) throw new NotAllowed(actor, "remove borders");
  const organisationId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    const found = await tx.areaMap.findUnique({ where: { organisationId }, select: { fileName: true } });
    if (!found) return { ok: true };
    await tx.areaMap.delete({ where: { organisationId } });
    await recordEvent(tx, by(actor), {
      ...{ action: "area-map.removed", subjectId: organisationId, organisationId },
      data: { file: found.fileName },
    });
    return { ok: true };
  });
}
