"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

const places = [
  { path: "/capaian", label: "Tabel" },
  { path: "/capaian/isi", label: "Isi capaian" },
  { path: "/capaian/target", label: "Target" },
  { path: "/capaian/sasaran", label: "Sasaran" },
  { path: "/capaian/indikator", label: "Indikator" },
  { path: "/capaian/impor", label: "Impor", writersOnly: true },
] as const;

/** Where figures per desa are seen, entered and defined. */
export function FigureTabs({ canWrite, query = "" }: { canWrite: boolean; query?: string }) {
  const path = usePathname();
  return (
    <nav aria-label="Bagian capaian" className="no-print mb-6 overflow-x-auto border-b border-line">
      <ul className="flex">
        {places
          .filter((place) => canWrite || !("writersOnly" in place))
          .map(({ path: place, label }) => (
            <li key={place}>
              <Link
                href={`${place}${query}`}
                prefetch={false}
                aria-current={isWithin(path, place) ? "page" : undefined}
                className="flex min-h-11 items-center whitespace-nowrap border-b-3 border-transparent px-2 text-sm text-muted no-underline sm:px-3 sm:text-base hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-accent"
              >
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function isWithin(path: string, place: string): boolean {
  return path === place || (place !== "/capaian" && path.startsWith(`${place}/`));
}
