import { randomUUID } from "node:crypto";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextField } from "@/components/form/field";
import { FileField } from "@/components/form/file-field";
import type { StaffCertificates } from "@/lib/certificates/outside";
import { decimalWords } from "@/lib/certificates/rules";
import { acceptedTypes, photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import { shownCheckCode } from "@/lib/papers/check-code";
import { expiryOf } from "@/lib/staff/rules";
import { dateToDay, formatDayLong } from "@/lib/time";
import { addCertificateAction, removeCertificateAction } from "./certificate-actions";

type Props = {
  staffId: string;
  certificates: StaffCertificates;
  competences: readonly { id: string; name: string; validMonths: number | null }[];
  mayKeep: boolean;
  today: string;
};

/** Certificates given by an office of Lokmin, and those from elsewhere with their file. */
export function Certificates({ staffId, certificates, competences, mayKeep, today }: Props) {
  const { issued, outside } = certificates;
  return (
    <section aria-labelledby="sertifikat">
      <h2 id="sertifikat">Sertifikat</h2>
      {issued.length + outside.length === 0 && <p className="mt-1 text-muted">Belum ada.</p>}
      <ul className="mt-2">
        {issued.map((row) => (
          <li key={row.id} className="border-b border-line py-3">
            <p className="flex flex-wrap items-center gap-2">
              <b>{row.training}</b>
              {row.withdrawnAt ? <Badge tone="late">Ditarik</Badge> : <Expiry day={row.expiresOn} today={today} />}
            </p>
            <p className="text-sm text-muted">
              {`${row.organisation.name}, ${formatDayLong(dateToDay(row.day))}, nomor ${row.number}, ${decimalWords(row.lessons)} JPL`}
              {" · "}
              <a href={`/periksa/${row.code}`} className="link">
                kode {shownCheckCode(row.code)}
              </a>
            </p>
          </li>
        ))}
        {outside.map((row) => (
          <li key={row.id} className="border-b border-line py-3">
            <p className="flex flex-wrap items-center gap-2">
              <b>{row.name}</b> <Expiry day={row.expiresOn} today={today} />
              {row.file && (
                <a href={`/berkas/${row.file.id}`} className="link no-print inline-flex min-h-11 items-center">
                  Buka berkas<span className="sr-only"> {row.name}</span>
                </a>
              )}
            </p>
            <p className="text-sm text-muted">{outsideLine(row)}</p>
            {mayKeep && (
              <details className="no-print">
                <summary className="link inline-flex min-h-11 items-center text-sm">Hapus</summary>
                <ActionForm
                  action={removeCertificateAction.bind(null, staffId, row.id)}
                  submit="Hapus sertifikat ini"
                  tone="danger"
                  className="mt-2"
                />
              </details>
            )}
          </li>
        ))}
      </ul>
      {mayKeep && <NewCertificate staffId={staffId} competences={competences} />}
    </section>
  );
}

function Expiry({ day, today }: { day: Date | null; today: string }) {
  if (!day) return null;
  const { words, tone } = expiryOf(dateToDay(day), today);
  return <Badge tone={tone}>{words}</Badge>;
}

function outsideLine(row: StaffCertificates["outside"][number]): string {
  return [
    `${row.issuer}, ${formatDayLong(dateToDay(row.issuedOn))}`,
    row.number && `nomor ${row.number}`,
    row.lessons && `${decimalWords(row.lessons)} JPL`,
    row.skpValue && `${decimalWords(row.skpValue)} SKP nomor ${row.skpNumber}`,
    row.competence?.name,
  ]
    .filter(Boolean)
    .join(", ");
}

function NewCertificate({ staffId, competences }: Pick<Props, "staffId" | "competences">) {
  const options = competences.map(({ id, name, validMonths }) => ({
    value: id,
    label: validMonths ? `${name} (berlaku ${validMonths} bulan)` : name,
  }));
  return (
    <details className="no-print mt-2">
      <summary className="link inline-flex min-h-11 items-center">Unggah sertifikat dari luar</summary>
      <ActionForm
        action={addCertificateAction.bind(null, staffId)}
        submit="Simpan sertifikat"
        className="mt-2 flex max-w-2xl flex-col gap-4"
      >
        <input type="hidden" name="id" value={randomUUID()} />
        <TextField name="name" label="Nama pelatihan" hint="Misalnya ACLS" maxLength={200} />
        <TextField name="issuer" label="Penyelenggara" maxLength={160} />
        <TextField name="number" label="Nomor sertifikat" optional maxLength={120} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="issuedOn" label="Tanggal terbit" type="date" />
          <TextField
            name="expiresOn"
            label="Berlaku sampai"
            type="date"
            optional
            hint={options.length > 0 ? "Kosong: menurut masa berlaku kompetensinya." : undefined}
          />
        </div>
        {options.length > 0 && (
          <SelectField name="competenceId" label="Kompetensi" empty="Tidak ada" options={options} />
        )}
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField name="lessons" label="JPL" inputMode="decimal" optional />
          <TextField name="skpValue" label="Nilai SKP" inputMode="decimal" optional />
          <TextField name="skpNumber" label="Nomor SKP" optional maxLength={80} />
        </div>
        <FileField
          name="file"
          label="Berkas"
          hint="PDF atau foto sertifikatnya."
          accept={acceptedTypes}
          limit={{ bytes: photoLimit, sentence: tooBigPhoto }}
        />
      </ActionForm>
    </details>
  );
}
