import type { Actor } from "@/lib/actor";
import { findPictures } from "@/lib/documents/pictures";
import type { Block, Paper, Picture } from "@/lib/papers/model";

export type KeptPicture = { mimeType: string; bytes: Uint8Array<ArrayBuffer> };

export async function picturesOf(actor: Actor, paper: Paper): Promise<Map<string, KeptPicture>> {
  const wanted = paper.sections.flatMap(({ letterhead, blocks }) => [
    letterhead?.left,
    letterhead?.right,
    ...blocks.flatMap(picturesIn),
  ]);
  return findPictures(actor, [...new Set(wanted.flatMap((picture) => (picture ? [picture.documentId] : [])))]);
}

function picturesIn(block: Block): (Picture | undefined)[] {
  if (block.type === "table")
    return block.rows.flatMap((row) => row.map((cell) => (typeof cell === "string" ? undefined : cell.picture)));
  if (block.type === "signatures") return block.parties.map(({ picture }) => picture);
  return block.type === "pictures" ? block.items.map(({ picture }) => picture) : [];
}
