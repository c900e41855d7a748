import { ActionForm } from "@/components/form/action-form";
import { ownFigure, shownFigure } from "@/lib/figures/office-cells";
import type { OfficeLine } from "@/lib/figures/office-reads";
import { formatNumber } from "@/lib/plan/rules";
import { formatMoment, monthNames } from "@/lib/time";
import { say } from "@/lib/web/local-words";
import { removeOfficeFigureAction } from "./actions";

type Props = {
  lines: readonly OfficeLine[];
  year: number;
  indicatorId: string;
  organisationId: string;
  timeZone: string;
  canWrite: boolean;
};

const origins = { SHEET: "impor Excel", DHIS2: "DHIS2" } as const;
const mostShown = 60;

/** Each month on which two told different numbers: who told which, and when. */
export function DifferingList({ lines, year, indicatorId, organisationId, timeZone, canWrite }: Props) {
  const all = lines.flatMap(({ puskesmas, cells }) =>
    cells.filter((cell) => shownFigure(cell, puskesmas.id)?.isDiffering).map((cell) => ({ puskesmas, cell })),
  );
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="berbeda" className="mt-8">
      <h2 id="berbeda">{all.length} angka berbeda antar sumber</h2>
      <p className="mt-1 mb-3 max-w-prose text-muted">
        {say("Yang ditampilkan di tabel: jumlah desa dari puskesmas bila ada.")} Perbaiki yang salah, atau hapus angka
        instansi Anda; angka pihak lain tidak dapat Anda ubah.
      </p>
      <ul className="border-t border-line">
        {all.slice(0, mostShown).map(({ puskesmas, cell }) => {
          const own = ownFigure(cell, organisationId);
          const key = { puskesmasId: puskesmas.id, indicatorId, year, month: cell.month };
          return (
            <li
              key={`${puskesmas.id} ${cell.month}`}
              className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2"
            >
              <div>
                <span className="font-semibold">
                  {puskesmas.name}, {monthNames[cell.month - 1]} {year}
                </span>
                <ul className="text-sm">
                  {cell.villages && (
                    <li>
                      Puskesmas, jumlah {cell.villages.reported} {say("desa")}:{" "}
                      <strong>{formatNumber(cell.villages.value)}</strong>
                    </li>
                  )}
                  {cell.told.map((told) => (
                    <li key={told.sourceId}>
                      {told.source}: <strong>{formatNumber(told.value)}</strong>{" "}
                      <span className="text-muted">
                        ({told.enteredBy}, {origins[told.origin]}, {formatMoment(told.enteredAt, timeZone)})
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
              {canWrite && own && (
                <ActionForm
                  action={removeOfficeFigureAction.bind(null, key)}
                  submit={`Hapus angka ${formatNumber(own.value)}`}
                  tone="plain"
                  className="no-print flex flex-col gap-2"
                />
              )}
            </li>
          );
        })}
      </ul>
      {all.length > mostShown && <p className="mt-2 text-muted">{all.length - mostShown} lainnya di tabel di atas.</p>}
    </section>
  );
}
