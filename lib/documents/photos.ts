import { createHash } from "node:crypto";
import sharp from "sharp";

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
