const most = 200;

type RefusedRow = { row: number; label: string; reasons: readonly string[] };

/** Rows to mend in the file, by their number there. */
export function RefusedRows({ rows, unnamed }: { rows: readonly RefusedRow[]; unnamed: string }) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="perbaiki">
      <h2 id="perbaiki">Perlu diperbaiki di berkas</h2>
      <p className="mt-1 mb-2 text-muted">
        Baris ini tidak ikut diimpor. Perbaiki di berkas, lalu unggah lagi; baris yang lain tidak menjadi ganda.
        {rows.length > most && ` Yang tampil ${most} pertama dari ${rows.length.toLocaleString("id-ID")}.`}
      </p>
      <ul className="border-t border-line">
        {rows.slice(0, most).map(({ row, label, reasons }) => (
          <li key={`${row} ${label}`} className="grid gap-x-4 border-b border-line py-3 sm:grid-cols-[6rem_1fr_1.4fr]">
            <p className="font-semibold">Baris {row.toLocaleString("id-ID")}</p>
            <p className="min-w-0 break-words text-muted">{label || unnamed}</p>
            <ul className="min-w-0 break-words text-late">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
