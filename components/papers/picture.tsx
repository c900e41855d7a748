import type { Picture } from "@/lib/papers/model";

/** A kept picture; without the right to see the file, none. */
export function PaperPicture({ picture, className }: { picture: Picture; className: string }) {
  // biome-ignore lint/performance/noImgElement: it is served as it was kept
  return <img src={`/berkas/${picture.documentId}`} alt={picture.alt} className={className} />;
}
