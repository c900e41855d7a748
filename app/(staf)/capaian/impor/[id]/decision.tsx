import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { ProgressForm } from "@/components/form/progress-form";
import type { ValuesPlan } from "@/lib/indicators/import-plan";
import { confirmAction, discardAction } from "./actions";
import { count, countLine } from "./counts";

type Draft = { unusedColumns: string[]; empty: number };

/** The figures, what they mean, and the button. */
export function Decision({ id, plan, draft }: { id: string; plan: ValuesPlan; draft: Draft }) {
  const { counts, rows, refused } = plan;
  return (
    <section aria-labelledby="putusan" className="card flex flex-col gap-3">
      <h2 id="putusan" className="text-xl">
        <span className="text-done">{count(rows.length + counts.tetap)} siap</span>,{" "}
        <span className={refused.length > 0 ? "text-late" : ""}>{count(refused.length)} perlu diperbaiki</span>
      </h2>
      <p>
        {rows.length > 0 ? `Bila diimpor: ${countLine(counts)}` : "Semua yang siap sudah sama dengan yang tersimpan"}
        {rows.length > 0 && counts.tetap > 0 && `, ${count(counts.tetap)} tidak berubah`}.
      </p>
      {draft.empty > 0 && <p className="text-sm text-muted">{count(draft.empty)} sel tanpa angka dilewati.</p>}
      {draft.unusedColumns.length > 0 && (
        <p className="text-sm text-muted">Kolom yang tidak dipakai: {draft.unusedColumns.join(", ")}.</p>
      )}
      {rows.length > 0 ? (
        <ProgressForm
          key={plan.fingerprint}
          action={confirmAction.bind(null, id)}
          to={`/capaian/impor/${id}/simpan`}
          work="Menyimpan angka"
          submit={`Impor ${count(rows.length)} angka`}
        >
          <input type="hidden" name="shown" value={plan.fingerprint} />
        </ProgressForm>
      ) : (
        <p>
          <Link href="/capaian/impor" prefetch={false} className="button button-main">
            {refused.length > 0 ? "Unggah berkas yang diperbaiki" : "Unggah berkas lain"}
          </Link>
        </p>
      )}
      <ActionForm
        action={discardAction.bind(null, id)}
        submit="Batalkan, jangan impor apa pun"
        tone="plain"
        className="flex flex-col gap-3"
      />
    </section>
  );
}
