import { BarChart } from "@/components/charts/bar-chart";
import { Question } from "@/components/charts/question";
import { lastTwo, type QuarterShare } from "@/lib/matrix/quarters";
import { percentWords } from "@/lib/matrix/readings";
import { share } from "@/lib/matrix/rows";

const roman = ["I", "II", "III", "IV"];

type Props = { question: string; noun: string; verb: string; shares: readonly QuarterShare[]; year: number };

export function ShareChart({ question, noun, verb, shares, year }: Props) {
  const name = (quarter: number) => `Triwulan ${roman[quarter - 1]}`;
  const number = (value: number) => value.toLocaleString("id-ID");
  return (
    <Question
      question={question}
      answer={answerOf(shares, noun, verb)}
      chart={
        <BarChart
          label={`${question} ${shares.map(({ quarter, part, whole }) => `${name(quarter)}: ${percentWords(share(part, whole))}`).join(", ")}`}
          bars={shares.map(({ quarter, part, whole }) => {
            const value = share(part, whole);
            return {
              key: String(quarter),
              name: name(quarter),
              words: value === null ? "belum ada" : percentWords(value),
              value: value === null ? null : value * 100,
              status: null,
            };
          })}
          target={null}
          most={100}
          targetWords={null}
        />
      }
      table={
        <table className="table">
          <caption className="sr-only">{`${question} ${year}`}</caption>
          <thead>
            <tr>
              <th scope="col">Triwulan</th>
              <th scope="col" className="number">
                Tepat waktu
              </th>
              <th scope="col" className="number">
                Seluruhnya
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ quarter, part, whole }) => (
              <tr key={quarter}>
                <th scope="row">{name(quarter)}</th>
                <td className="number">{number(part)}</td>
                <td className="number">{number(whole)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

function answerOf(shares: readonly QuarterShare[], noun: string, verb: string): string {
  const [last, before] = lastTwo(shares);
  if (!last) return "Belum ada yang jatuh waktunya.";
  const told = `Triwulan ${roman[last.quarter - 1]}: ${last.part.toLocaleString("id-ID")} dari ${last.whole.toLocaleString("id-ID")} ${noun} ${verb}`;
  if (!before) return `${told}.`;
  const [now, then] = [last.part / last.whole, before.part / before.whole];
  const change = now > then ? "naik dari" : now < then ? "turun dari" : "sama dengan";
  return `${told}, ${change} ${percentWords(then)} pada Triwulan ${roman[before.quarter - 1]}.`;
}
