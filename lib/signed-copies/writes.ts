import { type Actor, isRefusal, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { signaturesIn } from "@/lib/documents/pdf-signatures";
import { prepareFile } from "@/lib/documents/prepare";
import { keepDocument, type PlacedFile, placeFile } from "@/lib/documents/store";
import type { Upload } from "@/lib/documents/upload";
import { by, recordEvent } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { findIssued } from "@/lib/signed-copies/issued";
import { type CopiedPaper, type PaperPlace, requireCopied } from "@/lib/signed-copies/open";
import { mayKeepCopy } from "@/lib/signed-copies/reads";
import { copiesPerPaper, writesFor } from "@/lib/signed-copies/rules";
import { transact } from "@/lib/transact";

const reload = "Muat ulang halaman ini, lalu coba lagi";

/**
 * Keeps the signed original of a paper as its next revision, byte for byte: a changed byte would break its signature.
 * @throws NotAllowed where the actor may not write for the paper's office or meeting
 */
export async function keepSignedCopy(
  actor: Actor,
  place: PaperPlace,
  upload: Upload & { id: string },
): Promise<Outcome<{ id: string }>> {
  const paper = await requireCopied(actor, place);
  // Asked before the file is read, and again under the lock.
  if (!(await mayKeepCopy(actor, paper))) throw new NotAllowed(actor, `keep a signed copy of ${paper.subjectId}`);
  const prepared = await prepareFile("SIGNED_COPY", upload);
  if (!prepared.ok) return prepared;
  const isPdf = prepared.file.mimeType === "application/pdf";
  const { count, isLast } = isPdf ? signaturesIn(upload.bytes) : { count: 0, isLast: false };
  const issued = isPdf ? await findIssued(paper, upload.bytes) : null;
  const placed = await placeFile(prepared.file);
  if (!placed.ok) return placed;
  const copy = {
    id: upload.id,
    signatures: count,
    isLast,
    issuedCode: issued?.code ?? null,
    issuedAt: issued?.at ?? null,
  };
  return transact<Outcome<{ id: string }>>((tx) => insertCopy(tx, actor, paper, copy, placed.file), {
    onDuplicate: async () => {
      const { paperKind, subjectId } = paper;
      const same = await db.signedCopy.count({ where: { id: upload.id, paperKind, subjectId } });
      return same > 0 ? { ok: true, id: upload.id } : refuse(reload);
    },
  });
}

type NewCopy = {
  id: string;
  signatures: number;
  isLast: boolean;
  issuedCode: string | null;
  issuedAt: Date | null;
};

async function insertCopy(
  tx: Db,
  actor: Actor,
  paper: CopiedPaper,
  copy: NewCopy,
  file: PlacedFile,
): Promise<Outcome<{ id: string }>> {
  const held = await hold(tx, actor, paper, "keep a signed copy of a paper of");
  if (isRefusal(held)) return held;
  const { paperKind, subjectId, organisationId, meetingId, name } = paper;
  const earlier = await tx.signedCopy.aggregate({
    where: { paperKind, subjectId, organisationId, id: { not: copy.id } },
    _max: { revision: true },
    _count: true,
  });
  if (earlier._count >= copiesPerPaper)
    return refuse(`Sudah ada ${copiesPerPaper} salinan bertanda tangan dari surat ini.`, "file");
  const revision = (earlier._max.revision ?? 0) + 1;
  await tx.signedCopy.create({
    data: { ...copy, paperKind, subjectId, organisationId, meetingId, revision, uploader: actor.name },
  });
  const kept = { id: copy.id, kind: "SIGNED_COPY", uploader: actor.name } as const;
  await keepDocument(tx, { signedCopyId: copy.id }, kept, file);
  await recordEvent(tx, by(actor), {
    action: "signed-copy.kept",
    subjectId: copy.id,
    organisationId,
    meetingId,
    data: { paper: name, revision, signatures: copy.signatures },
  });
  return { ok: true, id: copy.id };
}

/** Takes the file of a copy away; its line stays and says who did. */
export async function removeSignedCopy(actor: Actor, place: PaperPlace, id: string): Promise<Outcome> {
  const paper = await requireCopied(actor, place);
  return transact<Outcome>(async (tx) => {
    const held = await hold(tx, actor, paper, "remove a signed copy of a paper of");
    if (isRefusal(held)) return held;
    const { paperKind, subjectId, organisationId, meetingId, name } = paper;
    const where = { id, paperKind, subjectId, organisationId, removedAt: null };
    const copy = isId(id) ? await tx.signedCopy.findFirst({ where, select: { revision: true } }) : null;
    if (!copy) return { ok: true };
    await tx.document.deleteMany({ where: { signedCopyId: id } });
    await tx.signedCopy.update({ where: { id }, data: { removedAt: new Date(), removedBy: actor.name } });
    await recordEvent(tx, by(actor), {
      action: "signed-copy.removed",
      subjectId: id,
      organisationId,
      meetingId,
      data: { paper: name, revision: copy.revision },
    });
    return { ok: true };
  });
}

/** Holds the meeting, else the office: revisions are counted one after the other. An approval locks no signed copy. */
async function hold(tx: Db, actor: Actor, { organisationId, meetingId }: CopiedPaper, name: string) {
  if (meetingId) {
    const change: MeetingChange = {
      name,
      whenApproved: null,
      isAllowed: (someone, meeting) => writesFor(someone, organisationId) || canWriteMeeting(someone, meeting),
    };
    return holdMeeting(tx, actor, meetingId, change);
  }
  if (!writesFor(actor, organisationId)) throw new NotAllowed(actor, `${name} ${organisationId}`);
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
  return null;
}
