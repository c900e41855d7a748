import type { ShownRow } from "./overlay";

type Props = { rows: readonly ShownRow[]; onConfirm: (row: ShownRow) => void; onReject: (row: ShownRow) => void };

/** Who checked in by code: anybody could have typed a name, so an officer who sees the person says so. */
export function Unconfirmed({ rows, onConfirm, onReject }: Props) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="konfirmasi" className="my-3 rounded border-l-4 border-soon bg-soon-soft px-3 py-2">
      <h2 id="konfirmasi">Mencatat diri sendiri, perlu dikonfirmasi ({rows.length})</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2 py-1">
            <span>
              <b>{row.name ?? row.title}</b>
              <span className="block text-sm">
                {[row.title, row.institution].join(" · ")}
                {row.invitationId === null && " · tanpa undangan"}
              </span>
            </span>
            <span className="flex gap-2">
              <button type="button" className="button button-main" onClick={() => onConfirm(row)}>
                Konfirmasi
              </button>
              <button type="button" className="button" onClick={() => onReject(row)}>
                Bukan
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
