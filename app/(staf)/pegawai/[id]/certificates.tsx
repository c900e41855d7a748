import { Badge } from "@/components/badge";
import type { WholeStaff } from "@/lib/staff/reads";
import { expiryOf } from "@/lib/staff/rules";
import { formatDayLong } from "@/lib/time";

type Props = Pick<WholeStaff, "certificates"> & { today: string };

export function Certificates({ certificates, today }: Props) {
  return (
    <section aria-labelledby="sertifikat">
      <h2 id="sertifikat">Sertifikat</h2>
      {certificates.length === 0 && <p className="mt-1 text-muted">Belum ada sertifikat yang tercatat.</p>}
      <ol className="mt-2">
        {certificates.map(({ id, name, issuer, number, on, expiresOn, lessons }) => {
          const expiry = expiresOn ? expiryOf(expiresOn, today) : null;
          return (
            <li key={id} className="border-b border-line py-3">
              <p className="flex flex-wrap items-center gap-2">
                <b>{name}</b> {expiry && <Badge tone={expiry.tone}>{expiry.words}</Badge>}
              </p>
              <p className="text-sm text-muted">
                {[
                  formatDayLong(on),
                  issuer,
                  number && `Nomor ${number}`,
                  lessons && `${lessons.toLocaleString("id-ID")} JPL`,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
