import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { whoAgreed } from "@/lib/meetings/organised";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { type CopiedPaper, openCopied, type PaperPlace } from "@/lib/signed-copies/open";
import { writesFor } from "@/lib/signed-copies/rules";

const shown = {
  id: true,
  revision: true,
  signatures: true,
  isLast: true,
  createdAt: true,
  uploader: true,
  removedAt: true,
  removedBy: true,
  document: { select: { name: true, mimeType: true, size: true } },
  issuedCode: true,
  issuedAt: true,
} as const;

/** The signed copies of a paper, the newest first; null where the actor may not read the paper. */
export async function listSignedCopies(actor: Actor, place: PaperPlace) {
  const paper = await openCopied(actor, place);
  if (!paper) return null;
  const { paperKind, subjectId, organisationId } = paper;
  const copies = await db.signedCopy.findMany({
    where: { paperKind, subjectId, organisationId },
    orderBy: { revision: "desc" },
    select: shown,
  });
  return { copies, canWrite: await mayKeepCopy(actor, paper) };
}

export type ListedCopy = NonNullable<Awaited<ReturnType<typeof listSignedCopies>>>["copies"][number];

export async function mayKeepCopy(actor: Actor, { organisationId, meetingId }: CopiedPaper): Promise<boolean> {
  if (writesFor(actor, organisationId)) return true;
  const meeting = meetingId
    ? await db.meeting.findUnique({
        where: { id: meetingId },
        select: { hostId: true, organisers: { ...whoAgreed, select: { puskesmasId: true } } },
      })
    : null;
  return meeting !== null && canWriteMeeting(actor, meeting);
}

export async function findSignedCopy(actor: Actor, place: PaperPlace, id: string) {
  const paper = isId(id) ? await openCopied(actor, place) : null;
  if (!paper) return null;
  const { paperKind, subjectId, organisationId } = paper;
  const copy = await db.signedCopy.findFirst({
    where: { id, paperKind, subjectId, organisationId },
    select: { document: { select: { id: true, name: true, mimeType: true, objectKey: true } } },
  });
  return copy?.document ?? null;
}
