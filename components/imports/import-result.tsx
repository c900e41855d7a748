import Link from "next/link";

type Props = {
  /** "Tersimpan: 12 baru." */
  line: string;
  /** "3 sudah sama." */
  more: string;
  /** "3 baris", where some were not taken; else nothing. */
  leftOut: string | null;
  list: { href: string; label: string };
  /** The import's address. */
  path: string;
};

/** What an import came to, and where to go on. */
export function ImportResult({ line, more, leftOut, list, path }: Props) {
  return (
    <div className="flex max-w-2xl flex-col items-start gap-4">
      <p role="status" className="w-full rounded border-l-4 border-done bg-done-soft px-4 py-3">
        <span className="font-semibold">{line}</span>
        {more && ` ${more}`}
      </p>
      {leftOut && (
        <p>
          {leftOut} tidak diimpor. Perbaiki di berkas yang sama, lalu unggah lagi seluruhnya: yang sudah tersimpan tidak
          menjadi ganda.
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Link href={list.href} prefetch={false} className="button button-main">
          {list.label}
        </Link>
        <Link href={path} prefetch={false} className="button">
          Unggah berkas lain
        </Link>
      </div>
    </div>
  );
}
