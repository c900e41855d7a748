import type { ListedDocument } from "@/lib/documents/reads";
import { dateToDay } from "@/lib/time";

/** The day a photo was taken, where it is known. */
export function photoDay({ takenOn }: ListedDocument): string | null {
  return takenOn && dateToDay(takenOn);
}

/** Photos small, in a row; each opens in full. */
export function PhotoStrip({ photos }: { photos: readonly ListedDocument[] }) {
  if (photos.length === 0) return <p className="text-muted">Belum ada foto.</p>;
  return (
    <ul className="grid grid-cols-3 gap-2">
      {photos.slice(0, 6).map((photo, index) => (
        <li key={photo.id}>
          <Photo photo={photo} number={index + 1} />
        </li>
      ))}
    </ul>
  );
}

/** One photo small; its caption, or that it has none, is what a screen reader says. */
export function Photo({ photo, number }: { photo: ListedDocument; number: number }) {
  return (
    <a href={`/berkas/${photo.id}`} className="block">
      {/* biome-ignore lint/performance/noImgElement: next/image writes a style attribute, which our policy refuses */}
      <img
        src={`/berkas/${photo.id}/kecil`}
        alt={photo.caption ?? `Foto kegiatan ${number}, tanpa keterangan`}
        width={480}
        height={360}
        loading="lazy"
        className="aspect-4/3 h-auto w-full rounded border border-line bg-sunken object-cover text-sm"
      />
    </a>
  );
}
