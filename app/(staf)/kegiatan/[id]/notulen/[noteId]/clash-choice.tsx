"use client";

import { RadioGroup } from "@/components/form/field";
import { useFieldState } from "@/components/form/form-context";
import type { NoteRow } from "@/lib/minutes/lines";

/** Shown where the line changed since the form was filled: their version, and what to do with both. */
export function ClashChoice({ note }: { note: NoteRow }) {
  const typed = useFieldState("version", note.version);
  const decision = useFieldState("decision", null);
  const isBehind = Number(typed.value) !== note.version;
  if (!isBehind && !note.isDeleted) return null;
  const options = note.isDeleted
    ? [
        { value: "saya", label: "Pulihkan dengan tulisan di bawah ini" },
        { value: "mereka", label: "Biarkan terhapus" },
      ]
    : [
        { value: "saya", label: "Pakai tulisan saya" },
        { value: "mereka", label: `Pakai tulisan ${note.editor}` },
        { value: "gabung", label: "Gabungkan keduanya" },
      ];
  return (
    <div className="flex flex-col gap-3 rounded border-l-4 border-soon bg-soon-soft p-4">
      {isBehind && !note.isDeleted && (
        <div>
          <p className="font-semibold">Tulisan {note.editor}, yang tersimpan sekarang:</p>
          <p className="whitespace-pre-line">{note.text}</p>
          {note.asker && <p>Penanya: {[note.asker, note.institution].filter(Boolean).join(", ")}</p>}
          {note.answer && <p className="whitespace-pre-line">Jawaban: {note.answer}</p>}
          <p className="mt-2 text-sm">Tulisan Anda masih ada di isian di bawah ini.</p>
        </div>
      )}
      <input type="hidden" name="decidedOn" value={note.version} />
      <RadioGroup name="decision" legend="Mana yang dipakai?" options={options} initial={decision.value || "saya"} />
    </div>
  );
}
