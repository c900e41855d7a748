import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { ProgressForm } from "@/components/form/progress-form";
import type { ImportWords, Preview, Tone } from "@/lib/imports/preview";
import type { FormAction } from "@/lib/web/form";

type Props = {
  preview: Preview;
  fingerprint: string;
  words: ImportWords["preview"];
  /** The import's address, and where a confirmation with script goes. */
  path: string;
  to: string;
  confirm: FormAction;
  discard: FormAction;
};

const tones: Record<Tone, string> = { done: "text-done", late: "text-late", soon: "text-soon", accent: "", plain: "" };

/** The figures, what they mean, and the button. */
export function PreviewDecision({ preview, fingerprint, words, path, to, confirm, discard }: Props) {
  const { figures, summary, notes, submit } = preview;
  const isFaulty = figures.some(({ tone, count }) => tone === "late" && count > 0);
  return (
    <section aria-labelledby="putusan" className="card flex flex-col gap-3">
      <h2 id="putusan" className="text-xl">
        {figures.map(({ count, label, tone }, place) => (
          <span key={label}>
            {place > 0 && ", "}
            <span className={count > 0 || tone === "done" ? tones[tone] : ""}>
              {count.toLocaleString("id-ID")} {label}
            </span>
          </span>
        ))}
      </h2>
      {summary && <p>{summary}</p>}
      {notes.map((note) => (
        <p key={note} className="text-sm text-muted">
          {note}
        </p>
      ))}
      {submit ? (
        <ProgressForm key={fingerprint} action={confirm} to={to} work={words.work} submit={submit}>
          <input type="hidden" name="shown" value={fingerprint} />
        </ProgressForm>
      ) : (
        <p>
          <Link href={path} prefetch={false} className="button button-main">
            {isFaulty ? "Unggah berkas yang diperbaiki" : "Unggah berkas lain"}
          </Link>
        </p>
      )}
      <ActionForm action={discard} submit={words.discard} tone="plain" className="flex flex-col gap-3" />
    </section>
  );
}
