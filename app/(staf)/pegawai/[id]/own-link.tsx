import { ActionForm } from "@/components/form/action-form";
import { AskFirst } from "@/components/form/ask-first";
import type { WholeStaff } from "@/lib/staff/reads";
import { giveLinkAction, revokeLinkAction } from "./actions";

/** The person's own link, to be passed on to him alone. */
export function OwnLink({ staff }: { staff: WholeStaff }) {
  return (
    <section aria-labelledby="tautan" className="no-print">
      <h2 id="tautan">Tautan untuk orangnya</h2>
      <p className="mt-1 mb-3 text-muted">
        Lewat tautan ini ia membaca catatannya sendiri, tanpa akun, juga setelah pindah. Berikan hanya kepadanya.
      </p>
      {staff.link && (
        <input readOnly value={staff.link} aria-label="Tautan" className="input mb-3 max-w-2xl font-mono text-sm" />
      )}
      <div className="flex flex-wrap gap-3">
        <ActionForm
          action={giveLinkAction.bind(null, staff.id)}
          submit={staff.link ? "Ganti dengan tautan baru" : "Buat tautan"}
          tone="plain"
        />
        {staff.link && (
          <AskFirst action={revokeLinkAction.bind(null, staff.id)} words="Cabut tautan">
            Tautan yang sudah dikirim langsung tidak dapat dibuka lagi.
          </AskFirst>
        )}
      </div>
    </section>
  );
}
