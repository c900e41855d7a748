import { ImageRun } from "docx";
import sharp from "sharp";
import type { Picture } from "@/lib/papers/model";
import { alternative } from "@/lib/papers/render/picture-files";
import type { KeptPicture } from "@/lib/papers/render/pictures";

type Sized = { type: "png" | "jpg"; data: Buffer; width: number; height: number };

/** A picture inside a box of millimetres; null where the reader may not see it, or it is lost. */
export type DrawPicture = (
  picture: Picture | null | undefined,
  box: { width: number; height: number },
) => ImageRun | null;

const pixelsPerMillimetre = 96 / 25.4;

export async function docxPictures(kept: ReadonlyMap<string, KeptPicture>): Promise<DrawPicture> {
  const sized = new Map<string, Sized>();
  for (const [id, picture] of kept) {
    const one = await sizedPicture(picture);
    if (one) sized.set(id, one);
  }
  return (picture, box) => {
    const one = picture && sized.get(picture.documentId);
    return one ? imageRun(one, box, picture.alt) : null;
  };
}

async function sizedPicture({ bytes, mimeType }: KeptPicture): Promise<Sized | null> {
  const data = Buffer.from(bytes);
  if (mimeType === "image/webp")
    return sizedPicture({ bytes: new Uint8Array(await sharp(data).png().toBuffer()), mimeType: "image/png" });
  const type = mimeType === "image/png" ? "png" : mimeType === "image/jpeg" ? "jpg" : null;
  if (!type) return null;
  const { width, height } = await sharp(data).metadata();
  return { type, data, width, height };
}

export async function drawingRun(svg: string, alt: string, width: number): Promise<ImageRun> {
  const data = await sharp(Buffer.from(svg), { density: 150 }).flatten({ background: "#ffffff" }).png().toBuffer();
  const { width: pixels, height } = await sharp(data).metadata();
  const shown = inBox({ width: pixels, height }, { width, height: width * 2 });
  return new ImageRun({
    type: "svg",
    data: Buffer.from(svg),
    fallback: { type: "png", data },
    transformation: shown,
    altText: altOf(alt),
  });
}

function imageRun({ type, data, width, height }: Sized, box: { width: number; height: number }, alt: string): ImageRun {
  return new ImageRun({ type, data, transformation: inBox({ width, height }, box), altText: altOf(alt) });
}

const altOf = (alt: string) => ({ name: "Gambar", title: "", description: alternative(alt) });

function inBox(natural: { width: number; height: number }, box: { width: number; height: number }) {
  const scale = Math.min(box.width / natural.width, box.height / natural.height) * pixelsPerMillimetre;
  return {
    width: Math.max(1, Math.round(natural.width * scale)),
    height: Math.max(1, Math.round(natural.height * scale)),
  };
}
