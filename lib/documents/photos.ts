import { createHash } from "node:crypto";
import sharp from "sharp";
import { type Actor, isRefusal, type Outcome } from "@/lib/actor";
import { isId } from "@/lib/db";
import { changingFiles } from "@/lib/documents/writes";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting } from "@/lib/meetings/hold";
import { transact } from "@/lib/transact";

/** Says what a photo of a meeting shows; the same words twice leave one event. */
export async function captionPhoto(
  actor: Actor,
  meetingId: string,
  documentId: string,
  caption: string | null,
): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const change = changingFiles("staff", "MEETING_PHOTO", "caption a photo of");
    const meeting = await holdMeeting(tx, actor, meetingId, change);
    if (isRefusal(meeting)) return meeting;
    const where = { id: documentId, meetingId, kind: "MEETING_PHOTO" as const };
    const photo = isId(documentId)
      ? await tx.document.findFirst({ where, select: { name: true, caption: true } })
      : null;
    if (!photo || photo.caption === caption) return { ok: true };
    await tx.document.update({ where: { id: documentId }, data: { caption } });
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "document.captioned",
      subjectId: documentId,
      data: { name: photo.name, before: photo.caption, after: caption },
    });
    return { ok: true };
  });
}

/**
 * The id of one of the files that a form sends together: the same file of the same form is one document, however often
 * it is sent.
 */
export function idOfFile(formId: string, bytes: Buffer): string {
  const hex = createHash("sha256").update(formId).update(bytes).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function thumbnailOf(photo: Uint8Array): Promise<Buffer> {
  return sharp(photo)
    .resize({ width: 480, height: 360, fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 60 })
    .toBuffer();
}
