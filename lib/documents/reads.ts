import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { visibleTo } from "@/lib/documents/owner";
import type { MeetingDocumentKind } from "@/lib/documents/rules";
import type { Prisma } from "@/prisma/generated/client";

/** One file, or null where there is none the actor may see; `readBytes` brings its bytes. */
export async function findDocument(actor: Actor, id: string) {
  if (!isId(id)) return null;
  return db.document.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: { id: true, name: true, mimeType: true, sha256: true, objectKey: true },
  });
}

export function listDocuments(actor: Actor, meetingId: string, kind: MeetingDocumentKind) {
  return list(actor, { meetingId, kind });
}

export function listLetters(actor: Actor, meetingId: string) {
  return list(actor, { invitation: { meetingId } });
}

function list(actor: Actor, where: Prisma.DocumentWhereInput) {
  return db.document.findMany({
    where: { AND: [where, visibleTo(actor)] },
    orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    take: 500,
    select: {
      id: true,
      invitationId: true,
      name: true,
      caption: true,
      takenOn: true,
      mimeType: true,
      size: true,
      uploader: true,
      createdAt: true,
    },
  });
}

export type ListedDocument = Awaited<ReturnType<typeof listDocuments>>[number];
