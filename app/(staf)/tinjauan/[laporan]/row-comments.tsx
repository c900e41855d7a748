import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { CommentThreads } from "@/components/plan/comment-threads";
import type { Thread } from "@/lib/plan/threads";
import type { FoundReport } from "@/lib/reviews/reads";
import { answerCommentAction, closeCommentAction, commentOnReportAction } from "../comment-actions";

type Props = {
  report: FoundReport;
  itemId: string;
  threads: readonly Thread[];
  /** Of the Dinkes that reviews it. */
  mayReview: boolean;
  /** Of either side. */
  mayAnswer: boolean;
};

/** The comments on one row of the plan, and a place for the reviewer to write one. */
export function RowComments({ report, itemId, threads, mayReview, mayAnswer }: Props) {
  const from = { meetingId: report.meeting.id, itemId, reportId: report.id };
  const actions = {
    answer: (commentId: string) => answerCommentAction.bind(null, from, commentId),
    close: (commentId: string) => closeCommentAction.bind(null, from, commentId),
  };
  return (
    <div className="mt-2 flex flex-col gap-2">
      {threads.length > 0 && (
        <CommentThreads threads={threads} timeZone={report.meeting.timeZone} actions={mayAnswer ? actions : null} />
      )}
      {mayReview && (
        <details className="no-print">
          <summary className="link inline-flex min-h-11 items-center">Komentari RTL ini</summary>
          <ActionForm
            key={threads.length}
            action={commentOnReportAction.bind(null, report.id, itemId)}
            submit="Kirim komentar"
            tone="plain"
            className="mt-1 flex flex-col gap-3"
          >
            <HiddenField name="id" initial={randomUUID()} />
            <TextArea
              name="text"
              label="Komentar"
              hint="Terbaca oleh puskesmas, dan tidak dapat diubah sesudah dikirim."
            />
          </ActionForm>
        </details>
      )}
    </div>
  );
}
