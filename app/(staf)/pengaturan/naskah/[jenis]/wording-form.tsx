import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import type { PaperKind } from "@/lib/papers/definition";
import type { findOwnWording } from "@/lib/papers/office-papers";
import { fillWording } from "@/lib/papers/wording";
import { dropWordingAction, saveWordingAction } from "./actions";
import { FilledExample } from "./filled-example";

type Parts = Awaited<ReturnType<typeof findOwnWording>>;
type Props = { paper: PaperKind; parts: Parts; values: Record<string, string> | null };

/** The words of each part of a paper, and how they read with the values of the last one. */
export function WordingForm({ paper, parts, values }: Props) {
  if (parts.length === 0)
    return <p className="mb-8 text-muted">Dokumen ini tidak memuat kata-kata tetap: isinya seluruhnya dari data.</p>;
  const names = [...new Set(parts.flatMap(({ placeholders }) => placeholders))];
  const filled = values ? parts.map(({ text }) => fillWording(text, values)).join("\n\n") : "";
  return (
    <section aria-labelledby="naskah" className="mb-10">
      <h2 id="naskah" className="mb-3">
        Naskah
      </h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex flex-col gap-6">
          <ActionForm action={saveWordingAction.bind(null, paper.slug)}>
            {parts.map(({ part, label, text, isOwn }) => (
              <TextArea
                key={part}
                name={part}
                label={label}
                rows={Math.min(12, Math.max(3, Math.ceil(text.length / 80) + text.split("\n").length - 1))}
                initial={text}
                hint={isOwn ? "Kata-kata sendiri" : undefined}
              />
            ))}
            <div className="flex flex-wrap gap-3">
              <SubmitButton>Simpan naskah</SubmitButton>
              {values && (
                <SubmitButton tone="plain" name="intent" value="lihat">
                  Lihat contoh
                </SubmitButton>
              )}
            </div>
            {values && <FilledExample initial={filled} />}
          </ActionForm>
          {parts.some(({ isOwn }) => isOwn) && (
            <ActionForm action={dropWordingAction.bind(null, paper.slug)} submit="Kembalikan ke bawaan" tone="plain" />
          )}
        </div>
        <aside>
          <h3 className="mb-2">Isian yang dikenal</h3>
          <dl className="card grid gap-2 text-sm">
            {names.map((name) => (
              <div key={name}>
                <dt className="font-mono font-semibold break-all">{`{${name}}`}</dt>
                {values?.[name] && <dd className="line-clamp-2 text-muted">{values[name]}</dd>}
              </div>
            ))}
          </dl>
        </aside>
      </div>
    </section>
  );
}
