import { createHash } from "node:crypto";
import sharp from "sharp";
import { type Actor, NotAllowed, type Outcome } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { refuseUnlessTaking } from "@/lib/documents/writes";
import { by, recordEvent } from "@/lib/events";
import { findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";

/** Says what a photo of a meeting shows; the same words twice leave one event. */
export async function captionPhoto(
  actor: Actor,
  meetingId: string,
  documentId: string,
  caption: string | null,
): Promise<Outcome> {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canWriteMeeting(actor, meeting)) throw new NotAllowed(actor, `caption a photo of ${meetingId}`);
  if (!isId(documentId)) return { ok: true };
  return db.$transaction(async (tx): Promise<Outcome> => {
    const refusal = await refuseUnlessTaking(tx, "staff", "MEETING_PHOTO", meetingId);
    if (refusal) return refusal;
    const photo = await tx.document.findFirst({
      where: { id: documentId, meetingId, kind: "MEETING_PHOTO" },
      select: { name: true, caption: true },
    });
    if (!photo || photo.caption === caption) return { ok: true };
    await tx.document.update({ where: { id: documentId }, data: { caption } });
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId,
      verb: "mengubah keterangan foto",
      subject: photo.name,
      detail: { dari: photo.caption, menjadi: caption },
    });
    return { ok: true };
  });
}

/**
 * The id of one of the files that a form sends together: the same file of the same form is one document, however
 * often it is sent.
 */
export function idOfFile(formId: string, bytes: Buffer): string {
  const hex = createHash("sha256").update(formId).update(bytes).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A kept photo in the size of a list: about 15 KB instead of 300. */
export function thumbnailOf(photo: Uint8Array): Promise<Buffer> {
  return sharp(photo)
    .resize({ width: 480, height: 360, fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 60 })
    .toBuffer();
}
