import { AppLink } from "@/components/app-link";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import type { ListedCertificate } from "@/lib/certificates/reads";
import { dateToDay, formatDayShort } from "@/lib/time";
import { withdrawAction } from "./actions";

type Props = { certificates: readonly ListedCertificate[]; meetingId: string; canWrite: boolean };

export function CertificateList({ certificates, meetingId, canWrite }: Props) {
  return (
    <ul className="border-t border-line">
      {certificates.map((certificate) => (
        <li key={certificate.id} className="border-b border-line py-2">
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <AppLink href={`/surat/sertifikat/${certificate.id}`} className="link inline-flex min-h-11 items-center">
              {certificate.name}
            </AppLink>
            <span>{certificate.number}</span>
            <span className="text-muted">{certificate.institution}</span>
            {certificate.expiresOn && (
              <span className="text-muted">berlaku sampai {formatDayShort(dateToDay(certificate.expiresOn))}</span>
            )}
            {certificate.withdrawnAt ? (
              <Badge tone="late">Ditarik</Badge>
            ) : (
              <a
                href={`/surat/sertifikat/${certificate.id}/pdf`}
                className="link no-print inline-flex min-h-11 items-center"
              >
                PDF<span className="sr-only"> sertifikat {certificate.name}</span>
              </a>
            )}
          </div>
          {certificate.withdrawnAt ? (
            <p className="text-sm">
              Ditarik {certificate.withdrawer}: {certificate.withdrawReason}
            </p>
          ) : (
            canWrite && <Withdrawal id={certificate.id} name={certificate.name} meetingId={meetingId} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Withdrawal({ id, name, meetingId }: { id: string; name: string; meetingId: string }) {
  return (
    <details className="no-print">
      <summary className="link inline-flex min-h-11 items-center">
        Tarik<span className="sr-only"> sertifikat {name}</span>
      </summary>
      <ActionForm
        action={withdrawAction.bind(null, meetingId, id)}
        submit="Tarik sertifikat ini"
        tone="danger"
        className="flex max-w-xl flex-col gap-3 py-2"
      >
        <TextField
          name="reason"
          label="Alasan penarikan"
          hint="Terbaca oleh siapa pun yang memeriksa kodenya. Nomornya tidak dipakai lagi."
          maxLength={300}
        />
      </ActionForm>
    </details>
  );
}
