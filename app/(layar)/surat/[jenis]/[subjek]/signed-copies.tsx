import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { FileField } from "@/components/form/file-field";
import type { Actor } from "@/lib/actor";
import { acceptedTypes, formatSize, photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import type { PaperPlace } from "@/lib/signed-copies/open";
import { type ListedCopy, listSignedCopies } from "@/lib/signed-copies/reads";
import { copySentences } from "@/lib/signed-copies/rules";
import { formatMoment } from "@/lib/time";
import { keepCopyAction, removeCopyAction } from "./actions";

type Props = { actor: Actor; place: PaperPlace };

/** The signed originals of the paper, the newest first, and where the next one is brought. */
export async function SignedCopies({ actor, place }: Props) {
  const listed = await listSignedCopies(actor, place);
  if (!listed || (listed.copies.length === 0 && !listed.canWrite)) return null;
  const { copies, canWrite } = listed;
  const { timeZone } = actor.organisation;
  return (
    <section aria-labelledby="salinan" className="no-print card mx-auto mt-6 flex max-w-[60rem] flex-col gap-4">
      <div>
        <h2 id="salinan">Salinan bertanda tangan</h2>
        <p className="text-sm text-muted">
          Aslinya yang sudah ditandatangani: dipindai, atau PDF bertanda tangan elektronik. PDF disimpan apa adanya,
          tanpa diubah satu byte pun.
        </p>
      </div>
      {copies.length > 0 && (
        <ol className="border-t border-line">
          {copies.map((copy) => (
            <li key={copy.id} className="flex flex-col gap-1 border-b border-line py-3">
              <Copy copy={copy} place={place} timeZone={timeZone} />
              {canWrite && copy.document && (
                <details>
                  <summary className="link inline-flex min-h-11 items-center">
                    Hapus<span className="sr-only"> revisi {copy.revision}</span>
                  </summary>
                  <ActionForm
                    action={removeCopyAction.bind(null, place, copy.id)}
                    submit={`Hapus berkas revisi ${copy.revision}`}
                    tone="danger"
                  />
                </details>
              )}
            </li>
          ))}
        </ol>
      )}
      {canWrite && (
        <ActionForm
          action={keepCopyAction.bind(null, place)}
          submit={copies.length > 0 ? "Simpan revisi baru" : "Simpan salinan"}
          tone="plain"
        >
          <input type="hidden" name="id" value={randomUUID()} />
          <FileField
            name="file"
            label="Berkas bertanda tangan"
            accept={acceptedTypes}
            limit={{ bytes: photoLimit, sentence: tooBigPhoto }}
            hint="PDF sampai 5 MB, atau foto. PDF yang berisi skrip atau berkas lain ditolak."
          />
        </ActionForm>
      )}
    </section>
  );
}

function Copy({ copy, place, timeZone }: { copy: ListedCopy; place: PaperPlace; timeZone: string }) {
  const { id, revision, document, uploader, createdAt } = copy;
  const brought = `disimpan ${uploader}, ${formatMoment(createdAt, timeZone)}`;
  if (!document)
    return (
      <p className="text-muted">
        Revisi {revision}, {brought}. Berkasnya dihapus
        {copy.removedAt ? ` ${copy.removedBy}, ${formatMoment(copy.removedAt, timeZone)}` : ""}.
      </p>
    );
  return (
    <>
      <p>
        <a className="link font-semibold" href={`/surat/${place.slug}/${place.subjectId}/salinan/${id}`}>
          Revisi {revision}: {document.name}
        </a>
      </p>
      <p className="text-sm text-muted">
        {brought}, {formatSize(document.size)}
      </p>
      <ul className="list-disc pl-6 text-sm">
        {copySentences({ ...copy, mimeType: document.mimeType }, timeZone).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
