import type { Change } from "@/lib/indicators/import-plan";
import { count } from "./counts";

/** What stands already and would be written over. */
export function ChangedCells({ changes, all }: { changes: readonly Change[]; all: number }) {
  if (all === 0) return null;
  return (
    <section aria-labelledby="berubah">
      <h2 id="berubah">Angka yang berubah</h2>
      {all > changes.length && (
        <p className="mt-1 text-muted">
          Yang tampil {count(changes.length)} pertama dari {count(all)}.
        </p>
      )}
      <ul className="mt-2 border-t border-line">
        {changes.map(({ row, label, words }) => (
          <li key={`${row} ${label}`} className="grid gap-x-4 border-b border-line py-2 sm:grid-cols-[6rem_1.4fr_1fr]">
            <p className="text-sm text-muted">Baris {count(row)}</p>
            <p className="min-w-0 break-words">{label}</p>
            <p className="font-semibold">{words}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
