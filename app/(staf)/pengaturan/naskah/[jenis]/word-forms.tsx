import { ActionForm } from "@/components/form/action-form";
import { FileField } from "@/components/form/file-field";
import { TickField } from "@/components/form/tick-field";
import { formatSize } from "@/lib/documents/rules";
import type { PaperKind } from "@/lib/papers/definition";
import type { KnownFields } from "@/lib/papers/examples";
import { formatMoment } from "@/lib/time";
import type { ListedForm } from "@/lib/word-forms/reads";
import { acceptedWordForms, eOfficeNames, tooBigWordForm, wordFormLimit } from "@/lib/word-forms/rules";
import { dropWordFormAction, saveWordFormAction } from "./form-actions";

const mostLines = 80;

export type ShownForm = ListedForm & { lines: string[] };
type Props = { paper: PaperKind; forms: ShownForm[]; known: KnownFields; timeZone: string };

/** The office's own Word forms of a paper, each with a sample filled, and a place to bring one. */
export function WordForms({ paper, forms, known, timeZone }: Props) {
  return (
    <section aria-labelledby="formulir">
      <h2 id="formulir">Formulir Word sendiri</h2>
      <p className="mb-4 max-w-prose text-muted">
        Unggah dokumen Word kantor Anda dengan isian dalam kurung kurawal; {paper.name.toLowerCase()} lalu dicetak dari
        formulir itu. Bentuk bawaan tetap tersedia.
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-8">
          {forms.map((form) => (
            <Kept key={String(form.isForEOffice)} paper={paper} form={form} timeZone={timeZone} />
          ))}
          <ActionForm action={saveWordFormAction.bind(null, paper.slug)} submit="Unggah formulir" tone="plain">
            <FileField
              name="file"
              label={forms.length > 0 ? "Formulir pengganti atau tambahan" : "Formulir Word"}
              accept={acceptedWordForms}
              limit={{ bytes: wordFormLimit, sentence: tooBigWordForm }}
              hint="Dokumen Word (.docx) sampai 5 MB, tanpa makro. Isian yang salah disebut satu per satu."
            />
            <TickField name="isForEOffice" label="Word untuk SRIKANDI" initial={false} />
          </ActionForm>
        </div>
        <KnownNames known={known} />
      </div>
    </section>
  );
}

function Kept({ paper, form, timeZone }: { paper: PaperKind; form: ShownForm; timeZone: string }) {
  const { isForEOffice, file, uploader, createdAt, lines } = form;
  const query = isForEOffice ? "?untuk=srikandi" : "";
  return (
    <article>
      <h3>{isForEOffice ? "Word untuk SRIKANDI" : "Formulir kantor"}</h3>
      <p className="text-sm text-muted">
        {file && (
          <a className="link" href={`/berkas/${file.id}`}>
            {file.name}
          </a>
        )}{" "}
        {file && formatSize(file.size)} · {uploader}, {formatMoment(createdAt, timeZone)}
      </p>
      {lines.length > 0 && (
        <>
          <details open className="mt-3">
            <summary className="min-h-11 cursor-pointer font-semibold">Contoh terisi</summary>
            <div className="rounded-md bg-accent-soft px-4 py-3">
              {lines.slice(0, mostLines).map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their order
                <p key={index} className="break-words whitespace-pre-wrap">
                  {line}
                </p>
              ))}
            </div>
          </details>
          <p className="mt-2">
            <a
              className="link inline-flex min-h-11 items-center"
              href={`/pengaturan/naskah/${paper.slug}/contoh${query}`}
            >
              Unduh contoh terisi
            </a>
          </p>
        </>
      )}
      <ActionForm
        action={dropWordFormAction.bind(null, paper.slug, isForEOffice)}
        submit="Hapus formulir, pakai bentuk bawaan"
        tone="plain"
      />
    </article>
  );
}

function KnownNames({ known: { values, lists } }: { known: KnownFields }) {
  return (
    <aside>
      <h3 className="mb-2">Isian formulir</h3>
      <div className="card grid gap-4 text-sm">
        <p className="font-mono break-words">{values.map((name) => `{${name}}`).join(" ")}</p>
        {Object.entries(lists).map(([name, columns]) => (
          <div key={name}>
            <p>Daftar, dari sel pertama sampai sel terakhir satu baris tabel:</p>
            <p className="font-mono break-words">
              {`{#${name}}${columns.map((column) => `{${column}}`).join(" ")}{/${name}}`}
            </p>
          </div>
        ))}
        <div>
          <p>Hanya pada Word untuk SRIKANDI, diisi SRIKANDI sendiri:</p>
          <p className="font-mono break-words">{eOfficeNames.map((name) => `\${${name}}`).join(" ")}</p>
        </div>
      </div>
    </aside>
  );
}
