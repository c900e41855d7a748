import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextField } from "@/components/form/field";
import { sessionPaperAction } from "./actions";

const ways = [
  { value: "except", label: "Semua hadir kecuali nomor …" },
  { value: "only", label: "Yang hadir hanya nomor …" },
];

/** The signed paper list, typed in by its numbers. */
export function PaperEntry({ of }: { of: { meetingId: string; sessionId: string } }) {
  return (
    <section aria-labelledby="kertas" className="no-print mt-8">
      <h2 id="kertas" className="mb-2">
        Isi dari daftar hadir kertas
      </h2>
      <ActionForm
        action={sessionPaperAction.bind(null, of)}
        submit="Simpan dari kertas"
        tone="plain"
        className="card flex max-w-3xl flex-col gap-4"
      >
        <div className="grid gap-3 sm:grid-cols-2">
          <SelectField name="way" label="Cara menulis" options={ways} initial="except" />
          <TextField
            name="numbers"
            label="Nomor"
            hint="Misalnya 3, 8, 12-14; nomor daftar di atas."
            autoComplete="off"
          />
        </div>
        <p className="text-sm text-muted">Semua orang di daftar sesi ini ditandai hadir atau tidak hadir.</p>
      </ActionForm>
    </section>
  );
}
