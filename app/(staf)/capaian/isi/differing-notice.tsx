import Link from "next/link";
import { withQuery } from "@/lib/web/query";

type Props = { indicators: readonly { id: string; name: string }[]; year: number };

/** Where another office told a different number for the whole puskesmas. */
export function DifferingNotice({ indicators, year }: Props) {
  if (indicators.length === 0) return null;
  return (
    <p className="mb-4 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
      Angka {year} dari Dinas Kesehatan atau sumber lain berbeda dari angka Anda:{" "}
      {indicators.map(({ id, name }, place) => (
        <span key={id}>
          {place > 0 && ", "}
          <Link
            href={withQuery("/capaian/puskesmas", { indikator: id, tahun: year })}
            prefetch={false}
            className="link"
          >
            {name}
          </Link>
        </span>
      ))}
    </p>
  );
}
