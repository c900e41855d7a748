import { randomUUID } from "node:crypto";
import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { Thread } from "@/lib/plan/threads";
import { formatMoment } from "@/lib/time";
import type { FormAction } from "@/lib/web/form";

export type CommentActions = { answer: (commentId: string) => FormAction; close: (commentId: string) => FormAction };

type Props = { threads: readonly Thread[]; timeZone: string; actions: CommentActions | null };

/** What either side remarked on a row, each remark with its answers and whether it is dealt with. */
export function CommentThreads({ threads, timeZone, actions }: Props) {
  return (
    <ol className="flex flex-col gap-3">
      {threads.map((thread) => (
        <li key={thread.id} id={`komentar-${thread.id}`} className="scroll-mt-4 rounded-md border border-line">
          <Words comment={thread} timeZone={timeZone}>
            {thread.submission && (
              <Link href={`/tinjauan/${thread.submission.id}`} prefetch={false} className="link">
                revisi {thread.submission.number}
              </Link>
            )}
          </Words>
          {thread.answers.map((answer) => (
            <div key={answer.id} className="border-t border-line pl-4">
              <Words comment={answer} timeZone={timeZone} />
            </div>
          ))}
          <div className="border-t border-line px-4 py-2">
            {thread.closing ? (
              <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
                <Badge tone="done" icon="check">
                  Selesai
                </Badge>
                {thread.closing.closer}, {formatMoment(thread.closing.closedAt, timeZone)}
              </p>
            ) : (
              actions && <ThreadForms thread={thread} actions={actions} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

type WordsProps = {
  comment: { author: string; text: string; createdAt: Date; byDinkes: boolean };
  timeZone: string;
  children?: ReactNode;
};

function Words({ comment, timeZone, children }: WordsProps) {
  return (
    <div className={`px-4 py-3 ${comment.byDinkes ? "bg-accent-soft" : ""}`}>
      <p className="flex flex-wrap items-center gap-x-2 text-sm">
        <b>{comment.author}</b>
        {comment.byDinkes && <Badge tone="accent">Dinkes</Badge>}
        <time dateTime={comment.createdAt.toISOString()} className="text-muted">
          {formatMoment(comment.createdAt, timeZone)}
        </time>
        {children}
      </p>
      <p className="mt-1 whitespace-pre-line">{comment.text}</p>
    </div>
  );
}

function ThreadForms({ thread, actions }: { thread: Thread; actions: CommentActions }) {
  return (
    <div className="no-print flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <details className="min-w-0 flex-1 basis-64">
        <summary className="link inline-flex min-h-11 items-center">Jawab</summary>
        <ActionForm
          key={thread.answers.length}
          action={actions.answer(thread.id)}
          submit="Kirim jawaban"
          tone="plain"
          className="mt-1 mb-2 flex flex-col gap-3"
        >
          <HiddenField name="id" initial={randomUUID()} />
          <TextArea name="text" label="Jawaban" hint="Tidak dapat diubah atau dihapus sesudah dikirim." />
        </ActionForm>
      </details>
      <ActionForm
        action={actions.close(thread.id)}
        submit="Tandai selesai"
        tone="plain"
        className="flex flex-col gap-2"
      />
    </div>
  );
}
