import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import type { ListedDocument } from "@/lib/documents/reads";
import { formatSize } from "@/lib/documents/rules";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { formatMoment } from "@/lib/time";
import { captionPhotoAction, removePhotoAction } from "./actions";
import { Photo } from "./photo-strip";

type Props = { photo: ListedDocument; number: number; meeting: FoundMeeting; canChange: boolean };

/** A photo with what it shows, who brought it and when. */
export function PhotoCard({ photo, number, meeting, canChange }: Props) {
  return (
    <li className="flex flex-col gap-1">
      <Photo photo={photo} number={number} />
      <p>{photo.caption ?? <span className="text-muted">Foto {number}, belum diberi keterangan</span>}</p>
      <p className="text-sm text-muted">
        {photo.uploader}, {formatMoment(photo.createdAt, meeting.timeZone)}, {formatSize(photo.size)}
      </p>
      {canChange && (
        <details>
          <summary className="link inline-flex min-h-11 items-center">
            Ubah atau hapus<span className="sr-only"> foto {number}</span>
          </summary>
          <div className="flex flex-col gap-3 py-2">
            <ActionForm
              action={captionPhotoAction.bind(null, meeting.id, photo.id)}
              submit="Simpan keterangan"
              tone="plain"
              className="flex flex-col gap-3"
            >
              <TextField name="caption" label={`Keterangan foto ${number}`} initial={photo.caption} maxLength={300} />
            </ActionForm>
            <ActionForm
              action={removePhotoAction.bind(null, meeting.id, photo.id)}
              submit="Hapus foto ini"
              tone="danger"
            />
          </div>
        </details>
      )}
    </li>
  );
}
