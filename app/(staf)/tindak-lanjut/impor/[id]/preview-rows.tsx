import { Pager } from "@/components/pager";
import type { LeftRow, ReadyChange } from "@/lib/follow-up/import-plan";

const rowsPerPage = 50;
const mostLeft = 200;

/** Rows that are not saved, by their number in the file, each with why. */
export function LeftRows({
  id,
  title,
  hint,
  rows,
}: {
  id: string;
  title: string;
  hint: string;
  rows: readonly LeftRow[];
}) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="mt-1 mb-2 text-muted">
        {hint}
        {rows.length > mostLeft && ` Yang tampil ${mostLeft} pertama dari ${rows.length.toLocaleString("id-ID")}.`}
      </p>
      <ul className="border-t border-line">
        {rows.slice(0, mostLeft).map(({ row, label, reason }) => (
          <li key={row} className="grid gap-x-4 border-b border-line py-3 sm:grid-cols-[6rem_1fr_1.4fr]">
            <p className="font-semibold">Baris {row.toLocaleString("id-ID")}</p>
            <p className="min-w-0 break-words text-muted">{label || "tanpa kegiatan"}</p>
            <p className="min-w-0 break-words text-late">{reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What each row would become: from, to and the words that come with it. */
export function ReadyRows({ id, rows, page }: { id: string; rows: readonly ReadyChange[]; page: number }) {
  if (rows.length === 0) return null;
  const href = (number: number) => `/tindak-lanjut/impor/${id}?halaman=${number}#siap`;
  const shown = rows.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  return (
    <section aria-labelledby="siap">
      <h2 id="siap" className="mb-2 scroll-mt-20">
        Yang berubah{page > 1 && `, halaman ${page}`}
      </h2>
      <ul className="border-t border-line">
        {shown.map(({ row, label, from, to, note }) => (
          <li key={row} className="grid gap-x-4 gap-y-1 border-b border-line py-2 sm:grid-cols-[6rem_1fr_1.4fr]">
            <p className="dim">Baris {row.toLocaleString("id-ID")}</p>
            <p className="min-w-0 break-words">{label}</p>
            <div className="min-w-0 break-words">
              <p>{from === to ? `Tetap ${to}` : `${from} → ${to}`}</p>
              {note && <p className="dim whitespace-pre-line">{note}</p>}
            </div>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="py-4 text-muted">Tidak ada baris di halaman ini.</p>}
      <Pager
        previous={page > 1 ? href(page - 1) : null}
        next={page * rowsPerPage < rows.length ? href(page + 1) : null}
      />
    </section>
  );
}
