import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import type { Issuing } from "@/lib/certificates/issuing";
import { decimalWords } from "@/lib/certificates/rules";
import { issueAction } from "./actions";

type Props = { meetingId: string; issuing: Issuing; count: number };

export function IssueForm({ meetingId, issuing: { training, proposed }, count }: Props) {
  const { signatory } = proposed;
  return (
    <ActionForm
      action={issueAction.bind(null, meetingId)}
      submit={`Terbitkan ${count} sertifikat`}
      className="no-print mt-4 flex max-w-2xl flex-col gap-5"
    >
      <p>
        Tertulis pada sertifikat: {training.held}, {decimalWords(training.lessons)} JPL.
      </p>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="place" label="Tempat" initial={proposed.place} maxLength={80} />
        <TextField name="day" label="Tanggal" type="date" initial={proposed.day} />
      </div>
      <TextField
        name="pattern"
        label="Pola nomor"
        hint="{nomor:3} adalah nomor urut sertifikat dalam setahun, terpisah dari agenda surat; {bulan-romawi} dan {tahun} terisi sendiri."
        initial={proposed.pattern}
        maxLength={120}
      />
      <TextField
        name="expiresOn"
        label="Berlaku sampai"
        hint="Kosong: tanpa batas waktu."
        type="date"
        optional
        initial={proposed.expiresOn}
      />
      <details open={training.skp.number !== null}>
        <summary className="link inline-flex min-h-11 items-center">SKP, bila ada nomornya</summary>
        <div className="grid gap-5 py-2 sm:grid-cols-3">
          <TextField name="skpValue" label="Nilai SKP" inputMode="decimal" optional initial={training.skp.value} />
          <TextField name="skpNumber" label="Nomor SKP" optional initial={training.skp.number} maxLength={80} />
          <TextField name="skpIssuer" label="Pemberi SKP" optional initial={training.skp.issuer} maxLength={120} />
        </div>
      </details>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="signatorySeat" label="Jabatan penanda tangan" initial={signatory.seat} maxLength={160} />
        <TextField name="signatoryName" label="Nama penanda tangan" initial={signatory.name} maxLength={160} />
        <TextField name="signatoryRank" label="Pangkat" optional initial={signatory.rank} maxLength={80} />
        <TextField name="signatoryNumber" label="NIP" optional initial={signatory.number} maxLength={60} />
      </div>
    </ActionForm>
  );
}
