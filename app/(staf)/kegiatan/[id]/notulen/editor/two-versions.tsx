"use client";

import { bothLines, type LineFields, type NoteRow } from "@/lib/minutes/lines";
import type { Draft } from "./drafts";
import { useEditor } from "./editor-context";

/** Two people wrote the same words: both versions, and one of three to choose. Nothing is lost before that. */
export function TwoVersions({ draft, theirs }: { draft: Draft; theirs: NoteRow }) {
  const { store } = useEditor();
  const { id, fields, isDeleted } = draft;
  const keep = (kept: LineFields | null) => store.decide(id, kept);
  if (isDeleted)
    return (
      <div role="alert" className="mt-2 rounded border-l-4 border-late bg-late-soft p-3 lg:col-span-2">
        <p>
          <b>{theirs.editor}</b> mengubah baris ini sesudah Anda melihatnya. Hapus juga?
        </p>
        <Version who={`Tulisan ${theirs.editor}`} fields={theirs} />
        <div className="mt-2 flex flex-wrap gap-2">
          <Choice onChoose={() => keep(fields)}>Tetap hapus</Choice>
          <Choice onChoose={() => keep(null)}>Jangan hapus</Choice>
        </div>
      </div>
    );
  return (
    <div role="alert" className="mt-2 rounded border-l-4 border-late bg-late-soft p-3 lg:col-span-2">
      <p>
        <b>{theirs.editor}</b> {theirs.isDeleted ? "menghapus" : "juga mengubah"} baris ini. Pilih yang dipakai; tulisan
        Anda tersimpan di perangkat ini.
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Version who="Tulisan Anda" fields={fields} />
        <Version who={theirs.isDeleted ? "Yang dihapus" : `Tulisan ${theirs.editor}`} fields={theirs} />
      </div>
      <div className="mt-2 flex flex-wrap gap-2">
        <Choice onChoose={() => keep(fields)}>Pakai tulisan saya</Choice>
        <Choice onChoose={() => keep(null)}>
          {theirs.isDeleted ? "Biarkan terhapus" : `Pakai tulisan ${theirs.editor}`}
        </Choice>
        {!theirs.isDeleted && <Choice onChoose={() => keep(bothLines(fields, theirs))}>Gabungkan keduanya</Choice>}
      </div>
    </div>
  );
}

function Version({ who, fields }: { who: string; fields: LineFields }) {
  const rest = [
    fields.asker && `Penanya: ${fields.asker}`,
    fields.institution && `Instansi: ${fields.institution}`,
    fields.answer && `Jawaban: ${fields.answer}`,
  ].filter(Boolean);
  return (
    <div className="mt-2">
      <p className="text-sm font-semibold">{who}</p>
      <p className="whitespace-pre-line">{fields.text || "(kosong)"}</p>
      {rest.map((words) => (
        <p key={words} className="text-sm whitespace-pre-line">
          {words}
        </p>
      ))}
    </div>
  );
}

function Choice({ children, onChoose }: { children: string; onChoose: () => void }) {
  return (
    <button type="button" className="button" onClick={onChoose}>
      {children}
    </button>
  );
}
