import Link from "next/link";
import { AchievementCell } from "@/components/charts/achievement-cell";
import { TrendLine } from "@/components/charts/trend-line";
import type { Achievement } from "@/lib/pws/achievement";
import type { Pws, PwsColumn, PwsIndicator } from "@/lib/pws/pws";
import { figureWords, lineWords } from "@/lib/pws/readings";
import { type YearLine as Line, type listMonthSums, yearLineOf } from "@/lib/pws/year-lines";
import { monthNames } from "@/lib/time";
import { say } from "@/lib/web/local-words";

type Props = {
  pws: Pws;
  /** Of the months of the year, for the small lines. */
  sums: Awaited<ReturnType<typeof listMonthSums>>;
  indicatorHref: (id: string) => string;
  villageHref: (code: string) => string;
};

const first = "sticky left-0 z-10 min-w-28 max-w-36 border-r border-line bg-surface sm:max-w-52";

/** Desa by indicator. A cell says its figure, the status by a letter and the trend by an arrow; the tint repeats it. */
export function HeatTable({ pws, sums, indicatorHref, villageHref }: Props) {
  const { villages, columns, puskesmas } = pws;
  return (
    <section aria-label={say("Tabel capaian per desa")} className="scroll-box border border-line">
      <table className="table pws-table pws-heat">
        <caption className="sr-only">
          {say("Capaian setiap desa untuk setiap indikator: angka, huruf status, dan panah tren")}
        </caption>
        <thead>
          <tr>
            <th scope="col" className={first}>
              {say("Desa")}
            </th>
            {columns.map(({ indicator, achievements }) => (
              <th key={indicator.id} scope="col" className="min-w-22 max-w-44">
                <Link href={indicatorHref(indicator.id)} prefetch={false} className="link">
                  {indicator.name}
                </Link>
                <span className="mt-1 block font-normal whitespace-nowrap text-muted">
                  {targetLine(indicator, achievements[0])}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {villages.map((village, place) => (
            <tr key={village.code}>
              <th scope="row" className={first}>
                <Link href={villageHref(village.code)} prefetch={false} className="link">
                  {village.name}
                </Link>
              </th>
              {columns.map(({ indicator, achievements }) => (
                <AchievementCell key={indicator.id} indicator={indicator} achievement={achievements[place]} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <th scope="row" className={`${first} font-semibold`} title={puskesmas.name}>
              Puskesmas
            </th>
            {columns.map(({ indicator, total }) => (
              <AchievementCell key={indicator.id} indicator={indicator} achievement={total} />
            ))}
          </tr>
          <tr className="no-print">
            <th scope="row" className={first}>
              {pws.month === 1 ? "Januari" : `Jan. sampai ${(monthNames[pws.month - 1] ?? "").slice(0, 3)}.`}
            </th>
            {columns.map((column) => (
              <td key={column.indicator.id}>
                <YearLine column={column} line={yearLineOf(column, sums, pws)} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function targetLine(indicator: PwsIndicator, achievement: Achievement | undefined): string {
  const sign = indicator.lowerIsBetter ? "≤" : "≥";
  const target = achievement?.target ?? null;
  return target === null ? "belum ada target" : `${sign} ${figureWords(indicator, target)}`;
}

/** The whole puskesmas since January; the target dashed. */
function YearLine({ column: { indicator }, line: { points, targets } }: { column: PwsColumn; line: Line }) {
  const most = Math.max(...[...points, ...targets].map((point) => point ?? 0));
  return (
    <TrendLine
      points={points}
      targets={targets}
      {...(indicator.isCumulative ? { most } : {})}
      label={lineWords(`${indicator.name}, puskesmas`, indicator, points)}
      className="mx-auto h-6 w-18"
    />
  );
}
