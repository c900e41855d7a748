import { LineChart } from "@/components/charts/line-chart";
import { Question } from "@/components/charts/question";
import { ScrollBox } from "@/components/scroll-box";
import type { CourseMonth } from "@/lib/pws/course";
import { courseWords } from "@/lib/pws/course-words";
import type { findPws } from "@/lib/pws/pws";
import { bareFigure, figureWords } from "@/lib/pws/readings";
import { monthNames } from "@/lib/time";

type Props = { pws: NonNullable<Awaited<ReturnType<typeof findPws>>> };

/** The year of one indicator over the whole puskesmas, beside its target and the year before. */
export function CourseChart({ pws: { indicator, year, month, course } }: Props) {
  const answer = courseWords(indicator, { year, month }, course);
  const lines = [
    { key: "before", look: "before", name: String(year - 1), points: course.map(({ lastYear }) => lastYear) },
    {
      key: "target",
      look: "target",
      name: indicator.lowerIsBetter ? "batas" : "target",
      points: course.map(({ target }) => target),
    },
    { key: "now", look: "main", name: String(year), points: course.map(({ figure }) => figure) },
  ] as const;
  return (
    <Question
      question={indicator.isCumulative ? `Sampai di mana tahun ${year}?` : `Bagaimana bulan demi bulan tahun ${year}?`}
      answer={answer}
      chart={
        <LineChart
          label={`${indicator.name}: ${answer}`}
          places={monthNames.map((name) => ({ short: name.charAt(0), name: name.slice(0, 3) }))}
          axisWords={(value) =>
            indicator.form === "COUNT" ? bareFigure(indicator, value) : figureWords(indicator, value)
          }
          lines={lines.map(({ name, ...line }) => ({
            ...line,
            words: `${name} ${figureWords(indicator, line.points.findLast((point) => point !== null) ?? null)}`,
          }))}
        />
      }
      table={<CourseTable indicator={indicator} year={year} course={course} />}
    />
  );
}

type TableProps = { indicator: Props["pws"]["indicator"]; year: number; course: readonly CourseMonth[] };

function CourseTable({ indicator, year, course }: TableProps) {
  const words = (value: number | null) => bareFigure(indicator, value);
  return (
    <ScrollBox label={`${indicator.name} per bulan`}>
      <table className="table max-w-xl">
        <thead>
          <tr>
            <th scope="col">Bulan</th>
            {[String(year), indicator.lowerIsBetter ? "Batas" : "Target", String(year - 1)].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {course.map(({ month, figure, target, lastYear }) => (
            <tr key={month}>
              <th scope="row">{monthNames[month - 1]}</th>
              <td className="number">{words(figure)}</td>
              <td className="number">{words(target)}</td>
              <td className="number">{words(lastYear)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
