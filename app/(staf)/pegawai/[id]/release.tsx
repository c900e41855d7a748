import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/field";
import { MoveTerms } from "../move-terms";
import { releaseAction } from "./actions";

type Props = { staffId: string; targets: readonly { id: string; name: string }[] };

export function Release({ staffId, targets }: Props) {
  if (targets.length === 0) return null;
  return (
    <details className="no-print">
      <summary className="link inline-flex min-h-11 items-center">Pindahkan ke instansi lain</summary>
      <ActionForm
        action={releaseAction.bind(null, staffId)}
        submit="Pindahkan"
        className="mt-2 flex max-w-2xl flex-col gap-4"
      >
        <p className="text-muted">
          Catatannya ikut pindah. Sesudahnya yang tampak di sini hanya masa kerjanya di sini dan pelatihan yang
          diikutinya dari sini. Pindah ke kabupaten lain diminta oleh instansi barunya.
        </p>
        <SelectField
          name="toId"
          label="Instansi baru"
          empty="Pilih instansi"
          options={targets.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <MoveTerms />
      </ActionForm>
    </details>
  );
}
