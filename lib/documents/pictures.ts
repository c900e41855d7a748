import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { visibleTo } from "@/lib/documents/owner";
import { readBytes } from "@/lib/documents/store";

type Picture = { mimeType: string; bytes: Uint8Array<ArrayBuffer> };

const atOnce = 8;

/** Pictures by id; left out are those the actor may not see, those that are lost and files that are no pictures. */
export async function findPictures(actor: Actor, ids: readonly string[]): Promise<Map<string, Picture>> {
  const wanted = ids.filter(isId);
  if (wanted.length === 0) return new Map();
  const found = await db.document.findMany({
    where: { AND: [{ id: { in: wanted }, mimeType: { startsWith: "image/" } }, visibleTo(actor)] },
    select: { id: true, mimeType: true, objectKey: true, content: { select: { bytes: true } } },
  });
  const pictures = new Map<string, Picture>();
  const keep = (id: string, mimeType: string, bytes: Picture["bytes"] | null | undefined) =>
    bytes && pictures.set(id, { mimeType, bytes });
  for (const { id, mimeType, content } of found) keep(id, mimeType, content?.bytes);
  const inBucket = found.filter(({ objectKey }) => objectKey !== null);
  for (let from = 0; from < inBucket.length; from += atOnce)
    await Promise.all(
      inBucket.slice(from, from + atOnce).map(async (one) => keep(one.id, one.mimeType, await readBytes(one))),
    );
  return pictures;
}
