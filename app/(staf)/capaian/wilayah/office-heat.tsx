import { AppLink } from "@/components/app-link";
import { AchievementCell } from "@/components/charts/achievement-cell";
import { ScrollBox } from "@/components/scroll-box";
import type { OfficeIndicator } from "@/lib/pws/office-targets";
import type { OfficeRow } from "@/lib/pws/offices";
import { figureWords } from "@/lib/pws/readings";

type Props = {
  rows: readonly OfficeRow[];
  indicators: readonly OfficeIndicator[];
  rowName: string;
  sort: string;
  hrefOf: (id: string) => string;
  /** Of an indicator's id, or "nama". */
  sortHref: (key: string | undefined) => string;
};

const first = "sticky left-0 z-10 min-w-28 max-w-36 border-r border-line bg-surface sm:max-w-52";

/** Puskesmas or kabupaten by indicator; a head sorts by it, the farthest behind first. */
export function OfficeHeat({ rows, indicators, rowName, sort, hrefOf, sortHref }: Props) {
  const caption = `${rowName} menurut indikator: angka, huruf status, dan panah tren`;
  return (
    <ScrollBox label={caption} className="border border-line">
      <table className="table pws-table pws-heat">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={first} aria-sort={sort === "nama" ? "ascending" : undefined}>
              <Head href={sortHref("nama")} isSorted={sort === "nama"}>
                {rowName}
              </Head>
            </th>
            {indicators.map((indicator, place) => (
              <th
                key={indicator.id}
                scope="col"
                className="min-w-22 max-w-44"
                aria-sort={sort === indicator.id ? "other" : undefined}
              >
                <Head href={sortHref(indicator.id)} isSorted={sort === indicator.id}>
                  {indicator.name}
                </Head>
                <span className="mt-1 block font-normal whitespace-nowrap text-muted">
                  {targetWords(indicator, rows, place)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={first}>
                <AppLink href={hrefOf(row.id)} className="link">
                  {row.name}
                </AppLink>
              </th>
              {indicators.map((indicator, place) => (
                <AchievementCell key={indicator.id} indicator={indicator} achievement={row.cells[place]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Head({ href, isSorted, children }: { href: string; isSorted: boolean; children: string }) {
  return (
    <AppLink href={href} className="text-ink underline-offset-2 hover:underline">
      {children}
      {isSorted && <span aria-hidden="true"> ↓</span>}
    </AppLink>
  );
}

/** The target where all rows have the same; a COUNT grows with the desa. */
function targetWords(indicator: OfficeIndicator, rows: readonly OfficeRow[], place: number): string {
  const targets = new Set(rows.flatMap(({ cells }) => cells[place]?.target ?? []));
  const [target] = targets;
  if (targets.size > 1) return "target masing-masing";
  if (target === undefined) return "belum ada target";
  return `${indicator.lowerIsBetter ? "≤" : "≥"} ${figureWords(indicator, target)}`;
}
