import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Marking, ofRow } from "@/lib/attendance/marks";
import type { Db } from "@/lib/db";
import { preparedFile } from "@/lib/documents/prepare";
import { keepDocument, type PlacedFile, placeFile } from "@/lib/documents/store";
import { by, recordEvent } from "@/lib/events/record";

const unreadable = refuse("Tanda tangan tidak terbaca. Minta tanda tangan sekali lagi.");

export type Signature = { ok: true; file: PlacedFile } | Refusal;

/**
 * @param base64 a PNG of at most 1,600 × 1,600 points Placed before the transaction that keeps it, which holds the
 * meeting.
 */
export async function readSignature(base64: string): Promise<Signature> {
  let png: Buffer;
  try {
    const image = sharp(Buffer.from(base64, "base64"), { limitInputPixels: 1600 * 1600 });
    if ((await image.metadata()).format !== "png") return unreadable;
    const small = image
      .resize({ width: 600, withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .greyscale()
      .png({ palette: true, colours: 8 });
    png = await small.toBuffer();
  } catch {
    return unreadable;
  }
  return placeFile(preparedFile("tanda-tangan.png", "image/png", png));
}

export async function signMark(
  tx: Db,
  marking: Marking,
  attendanceId: string,
  signature: Signature | null,
): Promise<Outcome> {
  if (!signature?.ok) return signature ?? unreadable;
  const { actor, meeting } = marking;
  const row = await tx.attendance.findFirst({ where: { id: attendanceId, meetingId: meeting.id } });
  if (!row) return refuse("Catatan hadir ini sudah dihapus orang lain");
  await tx.document.deleteMany({ where: { attendanceId: row.id } });
  await keepDocument(
    tx,
    { attendanceId: row.id },
    { id: randomUUID(), kind: "SIGNATURE", uploader: actor.name },
    signature.file,
  );
  await tx.attendance.update({ where: { id: row.id }, data: { version: { increment: 1 } } });
  await recordEvent(tx, by(actor), { ...ofRow(marking, row), action: "attendance.signed" });
  return { ok: true };
}
