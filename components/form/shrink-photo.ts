import { keptPhotoSize } from "@/lib/documents/rules";
import { findTakenClock, withTakenClock } from "@/lib/documents/taken";

/** What a picture is of: words on paper have to stay readable, a photo of people may be smaller. */
export type PictureUse = "paper" | "photo";

const sizes: Record<PictureUse, { edge: number; qualities: readonly number[]; enough: number; worth: number }> = {
  paper: { edge: 2000, qualities: [0.85], enough: 0, worth: 600 * 1024 },
  photo: { edge: 1600, qualities: [0.82, 0.72, 0.6], enough: keptPhotoSize, worth: keptPhotoSize },
};

const readable = /^image\/(jpeg|png|webp)$/;
/** Not every device opens these; one that does makes them a JPEG. */
const apple = /\.(heic|heif)$/i;
const head = 512 * 1024;

/** A photo as small as it will be kept, upright; the file itself where it is no photo, or the device cannot. */
async function shrinkPhoto(file: File, use: PictureUse): Promise<File> {
  const { edge, qualities, enough, worth } = sizes[use];
  const isApple = /^image\/hei[cf]/.test(file.type) || apple.test(file.name);
  if (!isApple && (file.size < worth || !readable.test(file.type))) return file;
  try {
    const clock = findTakenClock(new Uint8Array(await file.slice(0, head).arrayBuffer()));
    const canvas = await draw(file, edge);
    let small: Blob | null = null;
    for (const quality of qualities) {
      small = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
      if (!small || small.size <= enough) break;
    }
    // Its memory is given back at once, not when the page is cleaned up.
    canvas.width = 0;
    if (!small || (!isApple && small.size >= file.size)) return file;
    const bytes = new Uint8Array(await small.arrayBuffer());
    const name = `${file.name.replace(/\.[^.]{1,5}$/, "")}.jpg`;
    const content = clock ? withTakenClock(bytes, clock) : bytes;
    return new File([content], name, { type: "image/jpeg", lastModified: file.lastModified });
  } catch {
    return file;
  }
}

async function draw(file: File, edge: number): Promise<HTMLCanvasElement> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  // What is transparent would turn black.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas;
}

/** One after the other: a cheap phone has memory for one large picture. */
export async function shrinkPhotos(files: readonly File[], use: PictureUse): Promise<File[]> {
  const small: File[] = [];
  for (const file of files) small.push(await shrinkPhoto(file, use));
  return small;
}

/** Lets a form that is sent meanwhile wait until the work on its files is done. */
export async function holdForm<T>(form: HTMLFormElement | null, work: () => Promise<T>): Promise<T> {
  let isSent = false;
  const wait = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    isSent = true;
  };
  form?.addEventListener("submit", wait, { capture: true });
  try {
    return await work();
  } finally {
    form?.removeEventListener("submit", wait, { capture: true });
    // Once the files are in their field.
    if (isSent) setTimeout(() => form?.requestSubmit());
  }
}
