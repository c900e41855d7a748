import Link from "next/link";

/** Newer and older pages of a long list. */
export function Pager({ previous, next }: { previous?: string | null; next?: string | null }) {
  if (!previous && !next) return null;
  return (
    <nav aria-label="Halaman daftar" className="no-print mt-5 flex flex-wrap gap-3">
      {previous && (
        <Link href={previous} prefetch={false} className="button">
          ← Sebelumnya
        </Link>
      )}
      {next && (
        <Link href={next} prefetch={false} className="button">
          Berikutnya →
        </Link>
      )}
    </nav>
  );
}
