import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import type { ChecklistRow } from "@/lib/evidence/judge";
import { tickAction, untickAction } from "./actions";

/** Evidence the app cannot look for: somebody says that it is there, and where. */
export function TickForm({ meetingId, row }: { meetingId: string; row: ChecklistRow }) {
  return (
    <details className="ml-8">
      <summary className="link inline-flex min-h-11 items-center">
        {row.isMet ? "Ubah tanda" : "Tandai ada"}
        <span className="sr-only">: {row.text}</span>
      </summary>
      <div className="flex max-w-xl flex-col gap-3 pb-2">
        <ActionForm
          action={tickAction.bind(null, meetingId, row.key)}
          submit={row.isMet ? "Simpan tempatnya" : "Tandai ada"}
          tone="plain"
          className="flex flex-col gap-3"
        >
          <TextField
            name="note"
            label="Di mana bukti ini disimpan"
            hint="Misalnya: map Lokmin 2026, lemari Tata Usaha"
            initial={row.tick?.note}
            maxLength={300}
          />
        </ActionForm>
        {row.isMet && (
          <ActionForm action={untickAction.bind(null, meetingId, row.key)} submit="Cabut tanda" tone="danger" />
        )}
      </div>
    </details>
  );
}
