import type { Picture } from "@/lib/papers/model";
import type { KeptPicture } from "@/lib/papers/render/pictures";

export type PictureFile = { path: string; alt: string };

/** Finds a picture's file; null where the reader may not see it, or it is lost. */
export type FindPicture = (picture: Picture | null | undefined) => PictureFile | null;

/** A screen reader needs one for every picture. */
export const alternative = (alt: string) => alt.trim() || "Gambar";

const extensions: Record<string, string> = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp" };

/** The pictures as files, each once, and how a block finds its own. */
export function pictureFiles(kept: ReadonlyMap<string, KeptPicture>) {
  const files = [...kept].flatMap(([id, { bytes, mimeType }]) => {
    const extension = extensions[mimeType];
    return extension ? [{ id, path: `picture-${id}.${extension}`, bytes }] : [];
  });
  const paths = new Map(files.map(({ id, path }) => [id, path]));
  const find: FindPicture = (picture) => {
    const path = picture && paths.get(picture.documentId);
    return path ? { path: `/${path}`, alt: alternative(picture.alt) } : null;
  };
  return { files: files.map(({ path, bytes }) => ({ path, bytes })), find };
}
