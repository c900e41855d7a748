import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { reviewAction } from "./actions";

/** The three decisions about a report, with one field for notes and reason. Each goes on to the next report. */
export function ReviewForm({ reportId }: { reportId: string }) {
  return (
    <ActionForm action={reviewAction.bind(null, reportId)} className="flex flex-col gap-3">
      <HiddenField name="id" initial={randomUUID()} />
      <SubmitButton name="decision" value="ACCEPTED" shortcut="T">
        Terima dan lanjut
      </SubmitButton>
      <TextArea
        name="text"
        label="Catatan atau alasan"
        hint="Terbaca oleh puskesmas, dan tidak dapat diubah sesudah dikirim. Kata-kata puskesmas sendiri tidak berubah."
        rows={5}
        optional
        shortcut="C"
      />
      <SubmitButton name="decision" value="ACCEPTED_WITH_NOTES" tone="plain">
        Terima dengan catatan
      </SubmitButton>
      <SubmitButton name="decision" value="RETURNED" tone="danger" shortcut="K">
        Kembalikan ke puskesmas
      </SubmitButton>
    </ActionForm>
  );
}
