import { BarChart } from "@/components/charts/bar-chart";
import { Question } from "@/components/charts/question";
import { reachedOf, reachedShare } from "@/lib/pws/office-ranking";
import type { OfficeRow } from "@/lib/pws/offices";

type Props = {
  rows: readonly OfficeRow[];
  rowName: string;
  /** Only a page of the indicators is counted. */
  isPart: boolean;
};

/** More bars than that are no picture; the table below has all. */
const mostBars = 40;

/** Who reached how many targets, the fewest first. */
export function OfficeRanking({ rows, rowName, isPart }: Props) {
  const judged = rows
    .flatMap((row) => {
      const share = reachedShare(row.cells);
      return share === null ? [] : [{ row, share, ...reachedOf(row.cells) }];
    })
    .sort((one, other) => one.share - other.share);
  const silent = rows.length - judged.length;
  const shown = judged.slice(0, mostBars);
  const words = (one: (typeof judged)[number]) => `${one.reached} dari ${one.judged}`;
  const question = `${rowName} mana yang paling jauh dari targetnya?`;
  return (
    <Question
      question={question}
      answer={answerOf(judged, { silent, isPart, rowName })}
      chart={
        <BarChart
          label={`${question} ${shown.map((one) => `${one.row.name}: ${words(one)}`).join(", ")}`}
          bars={shown.map((one) => ({
            key: one.row.id,
            name: one.row.name,
            words: words(one),
            value: one.share * 100,
            status: null,
          }))}
          target={null}
          targetWords={null}
          most={100}
        />
      }
      table={
        <table className="table max-w-xl">
          <thead>
            <tr>
              <th scope="col">{rowName}</th>
              <th scope="col" className="number">
                Target tercapai
              </th>
              <th scope="col" className="number">
                Dinilai
              </th>
            </tr>
          </thead>
          <tbody>
            {judged.map(({ row, reached, judged: of }) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                <td className="number">{reached}</td>
                <td className="number">{of}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

type Judged = { row: OfficeRow; share: number; reached: number; judged: number };

function answerOf(
  judged: readonly Judged[],
  { silent, isPart, rowName }: { silent: number; isPart: boolean; rowName: string },
) {
  const [last] = judged;
  const missing =
    silent > 0 ? ` ${silent} ${rowName.toLowerCase()} belum dapat dinilai: angka atau targetnya belum ada.` : "";
  if (!last) return `Belum ada yang dapat dinilai.${missing}`;
  const part = isPart ? " dari indikator di halaman ini" : "";
  if (last.share === 1) return `Semua target${part} tercapai.${missing}`;
  const first = judged.at(-1);
  const best =
    first && first !== last ? `; paling banyak: ${first.row.name}, ${first.reached} dari ${first.judged}` : "";
  return `Paling sedikit target tercapai${part}: ${last.row.name}, ${last.reached} dari ${last.judged}${best}.${missing}`;
}
