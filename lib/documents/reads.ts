import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { visibleTo as meetingsVisibleTo } from "@/lib/meetings/reads";
import type { DocumentKind, Prisma } from "@/prisma/generated/client";

/**
 * Files of the meetings one may see. Letters of invitees and signatures are people's own: they stay with the
 * organisers and their Dinkes, the province reads none; scans of the roll, photos of the meeting and a Dinkes's own
 * letters are evidence that it looks over.
 */
function visibleTo(actor: Actor): Prisma.DocumentWhereInput {
  const meeting = meetingsVisibleTo(actor);
  return actor.organisation.kind === "DINKES_PROVINSI"
    ? { meeting, kind: { in: ["ATTENDANCE_SCAN", "MEETING_PHOTO", "ESCALATION_LETTER"] } }
    : { meeting };
}

/** One file with its bytes, or null where there is none the actor may see. */
export async function findDocument(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const document = await db.document.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: { name: true, mimeType: true, sha256: true, content: { select: { bytes: true } } },
  });
  return document?.content ? { ...document, bytes: document.content.bytes } : null;
}

/** The files of a meeting of one kind, in the order they came; their bytes are left where they are. */
export async function listDocuments(actor: Actor, meetingId: string, kind: DocumentKind) {
  return db.document.findMany({
    where: { AND: [{ meetingId, kind }, visibleTo(actor)] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 500,
    select: {
      id: true,
      invitationId: true,
      name: true,
      caption: true,
      mimeType: true,
      size: true,
      uploader: true,
      createdAt: true,
    },
  });
}

export type ListedDocument = Awaited<ReturnType<typeof listDocuments>>[number];
