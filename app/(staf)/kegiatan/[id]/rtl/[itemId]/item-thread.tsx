import { randomUUID } from "node:crypto";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { FoundItem } from "@/lib/plan/reads";
import { formatMoment } from "@/lib/time";
import { addCommentAction } from "../actions";

/** What the Dinkes remarked and what the puskesmas answered, in the order it was said. */
export function ItemThread({ item, canWrite }: { item: FoundItem; canWrite: boolean }) {
  return (
    <section id="komentar" aria-labelledby="judul-komentar">
      <h3 id="judul-komentar" className="mb-2 text-lg">
        Komentar
      </h3>
      {item.thread.length === 0 ? (
        <p className="mb-3 text-muted">
          Belum ada komentar. Dinas Kesehatan dan puskesmas saling menanggapi RTL ini di sini.
        </p>
      ) : (
        <ol className="mb-4 flex flex-col gap-3">
          {item.thread.map((comment) => (
            <li
              key={comment.id}
              className={`rounded-md px-4 py-3 ${comment.byDinkes ? "bg-accent-soft" : "bg-sunken"}`}
            >
              <p className="flex flex-wrap items-center gap-x-2 text-sm">
                <b>{comment.author}</b>
                {comment.byDinkes && <Badge tone="accent">Dinkes</Badge>}
                <time dateTime={comment.createdAt.toISOString()} className="text-muted">
                  {formatMoment(comment.createdAt, item.timeZone)}
                </time>
              </p>
              <p className="mt-1 whitespace-pre-line">{comment.text}</p>
            </li>
          ))}
        </ol>
      )}
      {canWrite && (
        <ActionForm
          key={item.comments}
          action={addCommentAction.bind(null, item.meetingId, item.id)}
          submit="Kirim komentar"
          tone="plain"
          className="no-print flex flex-col gap-3"
        >
          <HiddenField name="id" initial={randomUUID()} />
          <TextArea
            name="text"
            label="Tulis komentar"
            hint="Komentar tidak dapat diubah atau dihapus sesudah dikirim."
          />
        </ActionForm>
      )}
    </section>
  );
}
