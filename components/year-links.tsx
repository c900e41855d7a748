import Link from "next/link";

/**
 * The year that is shown, with the one before and the one after.
 * @param place the part of the page that changes
 */
export function YearLinks({ path, year, place }: { path: string; year: number; place?: string }) {
  return (
    <nav aria-label="Tahun" className="no-print mb-5 flex flex-wrap items-center gap-2">
      {[year - 1, year, year + 1].map((other) => (
        <Link
          key={other}
          href={`${path}?tahun=${other}${place ? `#${place}` : ""}`}
          prefetch={false}
          aria-current={other === year ? "page" : undefined}
          className="button aria-[current=page]:border-accent aria-[current=page]:text-accent"
        >
          {other}
        </Link>
      ))}
    </nav>
  );
}
