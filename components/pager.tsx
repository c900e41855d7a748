import { AppLink } from "@/components/app-link";

/** Newer and older pages of a long list. */
export function Pager({ previous, next }: { previous?: string | null; next?: string | null }) {
  if (!previous && !next) return null;
  return (
    <nav aria-label="Halaman daftar" className="no-print mt-5 flex flex-wrap gap-3">
      {previous && (
        <AppLink href={previous} className="button">
          ← Sebelumnya
        </AppLink>
      )}
      {next && (
        <AppLink href={next} className="button">
          Berikutnya →
        </AppLink>
      )}
    </nav>
  );
}
