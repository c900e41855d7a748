import { formNames, spreadNames } from "@/lib/indicators/names";
import type { IndicatorFacts } from "@/lib/indicators/reads";

/** What an indicator means, for those who use it without being its owner. */
export function DefinitionFacts({ indicator }: { indicator: IndicatorFacts }) {
  const facts: [string, string | null][] = [
    ["Definisi operasional", indicator.definition],
    ["Topik", indicator.topic],
    ["Bentuk angkanya", formNames[indicator.form]],
    ["Yang dihitung", indicator.numerator],
    ["Sasarannya", indicator.denominator],
    ["Satuan", indicator.unit],
    ["Cara membaca bulan", indicator.isCumulative ? "Dijumlahkan setahun" : "Setiap bulan berdiri sendiri"],
    ["Arah yang baik", indicator.lowerIsBetter ? "Makin kecil makin baik" : "Makin besar makin baik"],
    ["Target bulan", spreadNames[indicator.spread]],
  ];
  return (
    <dl className="card grid max-w-3xl gap-x-4 gap-y-2 sm:grid-cols-[12rem_1fr]">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name} className="sm:contents">
            <dt className="text-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
