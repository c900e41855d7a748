import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { ProgressForm } from "@/components/form/progress-form";
import { doneLine } from "@/lib/directory/import-done";
import type { Plan } from "@/lib/directory/import-plan";
import type { Draft } from "@/lib/directory/import-rows";
import { confirmAction, discardAction } from "./actions";

/** The two figures, what they mean, and the button. */
export function Decision({ id, plan, draft }: { id: string; plan: Plan; draft: Draft }) {
  const [ready, refused] = [plan.ready.length, plan.refused.length];
  const changes = doneLine(plan.counts);
  return (
    <section aria-labelledby="putusan" className="card flex flex-col gap-3">
      <h2 id="putusan" className="text-xl">
        <span className="text-done">{count(ready)} siap</span>,{" "}
        <span className={refused > 0 ? "text-late" : ""}>{count(refused)} perlu diperbaiki</span>
      </h2>
      {ready > 0 && (
        <p>
          {changes ? `Bila diimpor: ${changes}` : "Semua yang siap sudah sama dengan daftar mitra"}
          {changes && plan.counts.tetap > 0 && `, ${count(plan.counts.tetap)} tidak berubah`}.
        </p>
      )}
      {draft.examples > 0 && <p className="text-sm text-muted">Baris contoh dari templat dilewati.</p>}
      {draft.unusedColumns.length > 0 && (
        <p className="text-sm text-muted">Kolom yang tidak dipakai: {draft.unusedColumns.join(", ")}.</p>
      )}
      {changes ? (
        <ProgressForm
          key={plan.fingerprint}
          action={confirmAction.bind(null, id)}
          to={`/mitra/impor/${id}/simpan`}
          work="Menyimpan baris"
          submit={`Impor ${count(ready)} baris yang siap`}
        >
          <input type="hidden" name="shown" value={plan.fingerprint} />
        </ProgressForm>
      ) : (
        <p>
          <Link href="/mitra/impor" prefetch={false} className="button button-main">
            {refused > 0 ? "Unggah berkas yang diperbaiki" : "Unggah berkas lain"}
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

function count(number: number): string {
  return number.toLocaleString("id-ID");
}
