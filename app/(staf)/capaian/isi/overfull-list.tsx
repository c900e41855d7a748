import type { Overfull } from "@/lib/indicators/overfull";
import { monthNames } from "@/lib/time";

/** What lies above 100 %: kept as it is, but worth a second look. */
export function OverfullList({ rows, year }: { rows: readonly Overfull[]; year: number }) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="lebih" className="mb-5 max-w-3xl rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
      <h2 id="lebih" className="text-base">
        Di atas 100 %, periksa lagi
      </h2>
      <p className="text-sm">
        Angkanya tetap dipakai apa adanya. Mungkin sasarannya terlalu kecil, atau angkanya ganda.
      </p>
      <ul className="mt-1 list-disc pl-5 text-sm">
        {rows.map((row) => (
          <li key={`${row.indicatorId} ${row.villageCode} ${row.month}`}>
            {row.village}, {row.indicator}, {row.month === null ? year : `${monthNames[row.month - 1]} ${year}`}:{" "}
            {row.value.toLocaleString("id-ID")} dari {row.base.toLocaleString("id-ID")}
            {row.base > 0 && ` (${percent(row.value / row.base)})`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function percent(share: number): string {
  return `${(share * 100).toLocaleString("id-ID", { maximumFractionDigits: 1 })} %`;
}
