"use client";

import type { Notes } from "./notes-store";

type Props = { id: string | null; notes: Notes; onRestore: (id: string) => void };

/** Right after a line was taken out: the way back, in reach of the thumb. */
export function RemovedLine({ id, notes, onRestore }: Props) {
  const isGone = id !== null && (notes.drafts.get(id)?.isDeleted ?? notes.rows.get(id)?.isDeleted ?? false);
  return (
    <div
      role="status"
      className="no-print pointer-events-none fixed inset-x-0 bottom-18 z-20 flex justify-center px-2 lg:bottom-4 lg:left-56"
    >
      {id && isGone && (
        <div className="flex items-center gap-3 rounded-md border border-l-4 border-done bg-surface py-1 pr-1 pl-4 shadow-lg">
          <p className="text-sm">Baris dihapus.</p>
          <button type="button" className="button pointer-events-auto" onClick={() => onRestore(id)}>
            Urungkan
          </button>
        </div>
      )}
    </div>
  );
}
