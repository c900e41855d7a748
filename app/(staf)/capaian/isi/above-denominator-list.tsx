import type { AboveDenominator } from "@/lib/figures/above-denominator";
import { monthNames } from "@/lib/time";

/** What is above 100 %: kept as it is, but worth a second look. */
export function AboveDenominatorList({ rows, year }: { rows: readonly AboveDenominator[]; year: number }) {
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
            {figureOf(row)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function figureOf({ value, base }: AboveDenominator): string {
  if (base === null) return percent(value);
  const told = `${value.toLocaleString("id-ID")} dari ${base.toLocaleString("id-ID")}`;
  return base > 0 ? `${told} (${percent((value * 100) / base)})` : told;
}

function percent(value: number): string {
  return `${value.toLocaleString("id-ID", { maximumFractionDigits: 1 })} %`;
}
