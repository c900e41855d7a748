import { Question } from "@/components/charts/question";
import { type Stack, StackedBar, Stripes } from "@/components/charts/stacked-bar";
import { ScrollBox } from "@/components/scroll-box";
import { leastSector, type SectorRoll } from "@/lib/attendance/sector-roll";
import { sectorNames } from "@/lib/directory/rules";
import { say } from "@/lib/web/local-words";

const stripes = "garis-kehadiran";

type Part = { key: "came" | "represented" | "away" | "unmarked"; words: string; look: Stack["look"] };

const allParts: readonly Part[] = [
  { key: "came", words: "hadir sendiri", look: "full" },
  { key: "represented", words: "diwakili", look: "striped" },
  { key: "away", words: "tidak hadir", look: "dark" },
  { key: "unmarked", words: "belum ditandai", look: "empty" },
];

/**
 * Who came of each sector: one bar a sector, its parts told apart also in grey.
 * @param isOver nothing is left to be marked
 */
export function SectorBars({ rows, isOver = false }: { rows: readonly SectorRoll[]; isOver?: boolean }) {
  if (rows.length === 0) return null;
  const parts = isOver ? allParts.filter(({ key }) => key !== "unmarked") : allParts;
  return (
    <Question
      question="Sektor mana yang datang?"
      answer={answerOf(rows)}
      chart={
        <figure aria-label={`Kehadiran per sektor. ${rows.map(sentenceOf).join(" ")}`} className="max-w-3xl">
          <Stripes id={stripes} />
          <ul>
            {rows.map((row) => (
              <li
                key={row.sector}
                className="grid grid-cols-[minmax(0,7rem)_minmax(2rem,1fr)_minmax(0,4.5rem)] items-center gap-x-2 py-0.5 text-sm sm:grid-cols-[12rem_minmax(0,1fr)_5rem]"
              >
                <span className="text-right leading-tight wrap-anywhere">{say(sectorNames[row.sector])}</span>
                <StackedBar
                  patternId={stripes}
                  stacks={parts.map(({ key, look }) => ({ key, look, share: row[key] / row.invited }))}
                />
                <span>
                  {row.came + row.represented} dari {row.invited}
                </span>
              </li>
            ))}
          </ul>
          <figcaption className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
            {parts.map(({ key, words, look }) => (
              <span key={key} className="inline-flex items-center gap-1.5">
                <span className="w-8">
                  <StackedBar patternId={stripes} stacks={[{ key, look, share: 1 }]} />
                </span>
                {words}
              </span>
            ))}
          </figcaption>
        </figure>
      }
      table={<SectorTable rows={rows} parts={parts} />}
    />
  );
}

function SectorTable({ rows, parts }: { rows: readonly SectorRoll[]; parts: readonly Part[] }) {
  return (
    <ScrollBox label="Kehadiran per sektor">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Sektor</th>
            {["diundang", ...parts.map(({ words }) => words)].map((head) => (
              <th key={head} scope="col" className="number">
                {head.charAt(0).toUpperCase() + head.slice(1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.sector}>
              <th scope="row">{say(sectorNames[row.sector])}</th>
              <td className="number">{row.invited}</td>
              {parts.map(({ key }) => (
                <td key={key} className="number">
                  {row[key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function sentenceOf({ sector, came, represented, invited }: SectorRoll): string {
  return `${say(sectorNames[sector])}: ${came} hadir sendiri, ${represented} diwakili, dari ${invited} undangan.`;
}

function answerOf(rows: readonly SectorRoll[]): string {
  const least = leastSector(rows);
  if (!least) return "";
  const came = least.came + least.represented;
  if (came === least.invited) return "Semua yang diundang datang atau diwakili.";
  return `Paling sedikit datang: ${say(sectorNames[least.sector])}, ${came} dari ${least.invited} undangan.`;
}
