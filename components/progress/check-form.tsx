import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormAction } from "@/lib/web/form";

/** A staff member looks at an owner's report: one button accepts, the other sends back and wants a reason. */
export function CheckForm({ reportId, action }: { reportId: string; action: FormAction }) {
  return (
    <ActionForm key={reportId} action={action} className="no-print flex flex-col gap-3">
      <HiddenField name="id" initial={randomUUID()} />
      <HiddenField name="reportId" initial={reportId} />
      <div>
        <SubmitButton name="verdict" value="terima">
          Terima laporan
        </SubmitButton>
      </div>
      <details>
        <summary className="link inline-flex min-h-11 items-center">Kembalikan dengan alasan</summary>
        <div className="mt-1 flex flex-col gap-3">
          <TextArea
            name="note"
            label="Alasan"
            hint="Apa yang perlu diperbaiki. RTL kembali Berjalan dengan kemajuan sebelum laporan ini."
            rows={2}
          />
          <div>
            <SubmitButton name="verdict" value="kembalikan" tone="danger">
              Kembalikan laporan
            </SubmitButton>
          </div>
        </div>
      </details>
    </ActionForm>
  );
}
