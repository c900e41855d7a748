import { CountCurve } from "@/components/charts/count-curve";
import { Question } from "@/components/charts/question";
import { ScrollBox } from "@/components/scroll-box";
import { type CurveYear, endedIn } from "@/lib/assignments/curve";
import { placementEndNames } from "@/lib/staff/professions";

const reasonNames = { ...placementEndNames, NONE: "Lewat masa, sebab belum dicatat" };
type Reason = keyof typeof reasonNames;

const isReason = (text: string): text is Reason => Object.hasOwn(reasonNames, text);
const number = (count: number) => count.toLocaleString("id-ID");

export function AssignmentCurve({ years }: { years: readonly CurveYear[] }) {
  const points = years.map(({ year, inService }, place) => ({
    label: place === years.length - 1 ? "kini" : String(year),
    value: inService,
  }));
  return (
    <Question
      question="Berapa yang bertugas setiap tahun?"
      answer={answerOf(years)}
      chart={<CountCurve label={`Yang bertugas pada akhir setiap tahun: ${sentenceOf(points)}`} points={points} />}
      table={<CurveTable years={years} />}
    />
  );
}

/** Within a sentence, where PPPK stays as it is. */
const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

function sentenceOf(points: readonly { label: string; value: number }[]): string {
  return points.map(({ label, value }) => `${label} ${number(value)}`).join(", ");
}

function answerOf(years: readonly CurveYear[]): string {
  const peak = years.reduce((most, one) => (one.inService > most.inService ? one : most));
  const last = years.at(-1) ?? peak;
  const sums = sumOfReasons(years.filter(({ year }) => year >= peak.year));
  const [first] = sums;
  const why = first ? ` Sebab terbanyak sejak itu: ${lowerFirst(reasonNames[first[0]])} (${number(first[1])}).` : "";
  if (peak.year === last.year)
    return `Sekarang ${number(last.inService)} orang, terbanyak sejak ${years[0]?.year}.${why}`;
  return `Terbanyak pada ${peak.year}, ${number(peak.inService)} orang; sekarang ${number(last.inService)}.${why}`;
}

function sumOfReasons(years: readonly CurveYear[]): [Reason, number][] {
  const sums = new Map<Reason, number>();
  for (const { ended } of years)
    for (const [reason, count] of Object.entries(ended))
      if (isReason(reason)) sums.set(reason, (sums.get(reason) ?? 0) + count);
  return [...sums].sort(([, one], [, other]) => other - one);
}

function CurveTable({ years }: { years: readonly CurveYear[] }) {
  const reasons = sumOfReasons(years).map(([reason]) => reason);
  const heads = ["Mulai", "Berakhir", ...reasons.map((reason) => reasonNames[reason]), "Bertugas"];
  return (
    <ScrollBox label="Angka setiap tahun">
      <table className="table">
        <caption className="sr-only">
          Yang mulai, yang berakhir menurut sebabnya, dan yang bertugas setiap tahun
        </caption>
        <thead>
          <tr>
            <th scope="col">Tahun</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((one) => (
            <tr key={one.year}>
              <th scope="row">{one.year}</th>
              <td className="number">{number(one.started)}</td>
              <td className="number">{number(endedIn(one))}</td>
              {reasons.map((reason) => (
                <td key={reason} className="number">
                  {number(one.ended[reason] ?? 0)}
                </td>
              ))}
              <td className="number font-semibold">{number(one.inService)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-sm text-muted">
        Bertugas: yang masih bertugas melewati 31 Desember; pada tahun berjalan, yang bertugas hari ini.
      </p>
    </ScrollBox>
  );
}
