import { randomUUID } from "node:crypto";
import { answerCommentAction, closeCommentAction } from "@/app/(staf)/tinjauan/comment-actions";
import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { CommentThreads } from "@/components/plan/comment-threads";
import type { FoundItem } from "@/lib/plan/reads";
import { addCommentAction } from "../actions";

/** What the Dinkes remarked and what the puskesmas answered, in the order it was said. */
export function ItemThread({ item, canWrite }: { item: FoundItem; canWrite: boolean }) {
  const from = { meetingId: item.meetingId, itemId: item.id, reportId: null };
  const actions = {
    answer: (commentId: string) => answerCommentAction.bind(null, from, commentId),
    close: (commentId: string) => closeCommentAction.bind(null, from, commentId),
  };
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
        <div className="mb-4">
          <CommentThreads threads={item.thread} timeZone={item.timeZone} actions={canWrite ? actions : null} />
        </div>
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
