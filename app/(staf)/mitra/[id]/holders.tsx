import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import type { FoundSeat } from "@/lib/directory/reads";
import { formatNip, formatPhone, prefixNames } from "@/lib/directory/rules";
import { dayOf, formatDayLong } from "@/lib/time";
import { vacateSeatAction } from "./actions";

/** Who holds the seat now, and what can be done about it. */
export function PresentHolder({ seat, timeZone, canWrite }: { seat: FoundSeat; timeZone: string; canWrite: boolean }) {
  const { holder } = seat;
  if (!holder)
    return (
      <section aria-labelledby="pejabat">
        <h2 id="pejabat">Pejabat sekarang</h2>
        <p className="mt-2 text-soon">{seat.former.length > 0 ? "Lowong" : "Pejabat belum dicatat"}</p>
      </section>
    );
  return (
    <section aria-labelledby="pejabat">
      <h2 id="pejabat">Pejabat sekarang</h2>
      <div className="card mt-2">
        <p className="text-lg font-semibold">{holder.name}</p>
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {holder.prefix && (
            <>
              <dt className="text-muted">Sebagai</dt>
              <dd>
                {prefixNames[holder.prefix]} {seat.title}
                {holder.ownPost && `; jabatan asli ${holder.ownPost}`}
              </dd>
            </>
          )}
          <dt className="text-muted">Nomor HP</dt>
          <dd>
            {holder.phone ? (
              <a href={`tel:+${holder.phone}`} className="link">
                {formatPhone(holder.phone)}
              </a>
            ) : (
              "belum diisi"
            )}
          </dd>
          <dt className="text-muted">Email</dt>
          <dd>{holder.email ?? "belum diisi"}</dd>
          {holder.rank && (
            <>
              <dt className="text-muted">Pangkat</dt>
              <dd>{holder.rank}</dd>
            </>
          )}
          {holder.nip && (
            <>
              <dt className="text-muted">NIP</dt>
              <dd>{formatNip(holder.nip)}</dd>
            </>
          )}
          <dt className="text-muted">Sejak</dt>
          <dd>{holder.since ? formatDayLong(dayOf(holder.since, timeZone)) : "tidak diketahui"}</dd>
        </dl>
      </div>
      {canWrite && (
        <div className="no-print mt-3 flex flex-wrap items-start gap-3">
          <Link href={`/mitra/${seat.id}/pejabat`} prefetch={false} className="button">
            Perbaiki data pejabat
          </Link>
          <details>
            <summary className="button button-danger">Kosongkan jabatan</summary>
            <div className="card mt-2 flex max-w-md flex-col gap-3">
              <p>
                {holder.name} dicatat berhenti hari ini dan jabatan ini menjadi lowong. Bila penggantinya sudah ada,
                pakai Ganti pejabat.
              </p>
              <ActionForm
                action={vacateSeatAction.bind(null, seat.id, holder.id)}
                submit="Kosongkan"
                tone="danger"
                className="flex flex-col gap-3"
              />
            </div>
          </details>
        </div>
      )}
    </section>
  );
}

type Tenure = Pick<FoundSeat["former"][number], "since" | "until" | "isUntilKnown">;

function tenureWords({ since, until, isUntilKnown }: Tenure, timeZone: string): string {
  const words = (day: Date | null) => (day ? formatDayLong(dayOf(day, timeZone)) : null);
  const [from, to] = [words(since), words(isUntilKnown ? until : null)];
  return from && to
    ? `${from} sampai ${to}`
    : `sejak: ${from ?? "tidak diketahui"}; sampai: ${to ?? "tidak diketahui"}`;
}

/** Who held the seat before, newest first. */
export function FormerHolders({ seat, timeZone, canWrite }: { seat: FoundSeat; timeZone: string; canWrite: boolean }) {
  const { former } = seat;
  if (former.length === 0 && !canWrite) return null;
  return (
    <section aria-labelledby="dahulu">
      <h2 id="dahulu">Pejabat sebelumnya</h2>
      <ul className="mt-2 flex flex-col gap-2">
        {former.map((holder) => (
          <li key={holder.id} className="border-l-4 border-line pl-3">
            <p className="font-semibold">
              {holder.name}
              {holder.prefix && <span className="font-normal"> ({prefixNames[holder.prefix]})</span>}
            </p>
            <p className="text-sm text-muted">
              {tenureWords(holder, timeZone)}
              {holder.ownPost && `, jabatan asli ${holder.ownPost}`}
              {holder.rank && `, ${holder.rank}`}
              {holder.nip && `, NIP ${formatNip(holder.nip)}`}
            </p>
          </li>
        ))}
      </ul>
      {canWrite && (
        <Link href={`/mitra/${seat.id}/terdahulu`} prefetch={false} className="link inline-flex min-h-11 items-center">
          Tambah pejabat terdahulu
        </Link>
      )}
    </section>
  );
}
