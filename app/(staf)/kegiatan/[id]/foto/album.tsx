"use client";

import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormAction } from "@/lib/web/form";
import { orderField, seenOrderField } from "./album-form";
import { AlbumRow, type AlbumRowPhoto } from "./album-row";
import { useAlbumKeys } from "./use-album-keys";
import { useAlbumOrder } from "./use-album-order";

type Props = { action: FormAction; photos: readonly AlbumRowPhoto[]; meetingDay: string };

/**
 * What the photos show, when they were taken and in which order they are printed: typed like a table and saved
 * together. Without script each button for a photo saves the rest as well.
 */
export function Album({ action, photos, meetingDay }: Props) {
  const { shown, isChanged, isReady, move, drag, told } = useAlbumOrder(photos);
  const keys = useAlbumKeys(move);
  return (
    <div id="album" className="flex flex-col gap-2" {...keys}>
      <div>
        <h3>Keterangan dan urutan</h3>
        <p className="text-sm text-muted">
          Urutan ini dipakai di lembar foto dan notulen. Enter ke baris berikutnya; beberapa baris boleh ditempel
          sekaligus; Alt dengan panah memindahkan foto.
        </p>
      </div>
      <ActionForm action={action} className="flex flex-col gap-3">
        {/* The first button of a form is what Enter presses. */}
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
          Simpan
        </button>
        <input type="hidden" name={seenOrderField} value={photos.map(({ id }) => id).join()} />
        <ol className="border-t border-line">
          {shown.map((photo, index) => (
            <AlbumRow
              key={photo.id}
              photo={photo}
              number={index + 1}
              count={shown.length}
              meetingDay={meetingDay}
              isReady={isReady}
              onMove={move}
              onDrag={drag}
            >
              <input type="hidden" name={orderField} value={photo.id} />
            </AlbumRow>
          ))}
        </ol>
        <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-line bg-ground py-3 max-lg:bottom-14">
          <SubmitButton>Simpan keterangan</SubmitButton>
          <span role="status" className="text-sm text-muted">
            {told}
            {isChanged && " Urutan belum disimpan."}
          </span>
        </div>
      </ActionForm>
    </div>
  );
}
