import type { ListedDocument } from "@/lib/documents/reads";
import { formatDay, formatMoment } from "@/lib/time";
import { Photo, photoDay } from "./photo-strip";

type Props = { photo: ListedDocument; number: number; timeZone: string };

/** A photo with what it shows, when it was taken and who brought it. */
export function PhotoCard({ photo, number, timeZone }: Props) {
  const day = photoDay(photo);
  return (
    <li className="flex flex-col gap-1">
      <Photo photo={photo} number={number} />
      <p>{photo.caption ?? <span className="text-muted">Foto {number}, belum diberi keterangan</span>}</p>
      <p className="text-sm text-muted">
        {day ? `Diambil ${formatDay(day)}` : "Tanggal foto tidak diketahui"}
        <br />
        Disimpan {photo.uploader}, {formatMoment(photo.createdAt, timeZone)}
      </p>
    </li>
  );
}
