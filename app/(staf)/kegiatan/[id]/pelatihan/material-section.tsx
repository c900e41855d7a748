import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { FileField } from "@/components/form/file-field";
import type { ListedDocument } from "@/lib/documents/reads";
import { acceptedTypes, documentsPerOwner, formatSize, photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import { addMaterialAction, removeMaterialAction } from "./material-actions";

type Props = { meetingId: string; materials: readonly ListedDocument[]; canWrite: boolean };

/** Files for those who learn: on their links once they said that they come. */
export function MaterialSection({ meetingId, materials, canWrite }: Props) {
  if (materials.length === 0 && !canWrite) return null;
  return (
    <section aria-labelledby="materi" className="no-print">
      <h2 id="materi" className="mb-2 scroll-mt-20">
        Berkas materi
      </h2>
      {materials.length > 0 && (
        <ul className="mb-4 border-t border-line">
          {materials.map(({ id, name, size }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-2">
              <span>
                <a href={`/berkas/${id}`} className="link font-semibold break-all">
                  {name}
                </a>{" "}
                <span className="text-sm text-muted">{formatSize(size)}</span>
              </span>
              {canWrite && (
                <details>
                  <summary className="link inline-flex min-h-11 items-center">Hapus</summary>
                  <ActionForm
                    action={removeMaterialAction.bind(null, meetingId, id)}
                    submit={`Ya, hapus ${name}`}
                    tone="danger"
                  />
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      {canWrite && materials.length < documentsPerOwner.TRAINING_MATERIAL && (
        <ActionForm
          key={materials.length}
          action={addMaterialAction.bind(null, meetingId)}
          submit="Simpan materi"
          tone="plain"
          className="card flex max-w-2xl flex-col gap-4"
        >
          <input type="hidden" name="id" value={randomUUID()} />
          <FileField
            name="file"
            label="PDF atau foto materi"
            accept={acceptedTypes}
            limit={{ bytes: photoLimit, sentence: tooBigPhoto }}
            hint="Paling banyak 20 berkas, masing-masing sampai 12 MB; simpan PowerPoint dan Word sebagai PDF dulu. Peserta mengunduhnya di tautan undangannya setelah menjawab hadir."
          />
        </ActionForm>
      )}
    </section>
  );
}
