import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import type { AskedMeeting } from "@/lib/meetings/asked";
import { answerAsOrganiserAction } from "./actions";

/** Asks a puskesmas that another named as co-organiser. */
export function ConsentForm({ meeting }: { meeting: AskedMeeting }) {
  return (
    <ActionForm action={answerAsOrganiserAction.bind(null, meeting.id)} className="card flex flex-col gap-3">
      <p>
        <b>{meeting.host.name} mengajak puskesmas Anda mengadakan kegiatan ini bersama.</b> Setelah disetujui, kegiatan
        ini menjadi Lokmin puskesmas Anda untuk periodenya.
      </p>
      <TextField
        name="secondReason"
        label="Alasan diadakan dua kali"
        optional
        hint="Hanya bila periode ini sudah punya Lokmin di puskesmas Anda"
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="jawaban" value="setuju">
          Setuju mengadakan bersama
        </SubmitButton>
        <SubmitButton tone="plain" name="jawaban" value="tidak">
          Tidak ikut
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
