import Link from "next/link";
import { TrendLine } from "@/components/charts/trend-line";
import { targetLine, yearStarts } from "@/lib/pws/course";
import type { findPws, Village } from "@/lib/pws/pws";
import { bareFigure, gapWords, goneWords, lineWords, toDateWords } from "@/lib/pws/readings";
import { say } from "@/lib/web/local-words";
import { Doubts, StatusBadge, Trend } from "../figure-cells";

type Props = {
  pws: NonNullable<Awaited<ReturnType<typeof findPws>>>;
  villageHref: (code: string) => string;
};

/** The table of PWS: one row for each desa, the whole puskesmas below. */
export function PwsTable({ pws, villageHref }: Props) {
  const { indicator, villages, achievements, total, lines, moments } = pws;
  const isCount = indicator.form === "COUNT";
  const isCoverage = indicator.form === "COVERAGE";
  const { isCumulative } = indicator;
  const targets = targetLine(indicator, pws.year, moments);
  const most = Math.max(...[...lines.flat(), ...targets].map((point) => point ?? 0));
  const breaks = yearStarts(indicator, moments);
  return (
    <section aria-label="Tabel PWS" className="scroll-box [&_td]:px-2 [&_th]:px-2">
      <table className="table pws-table">
        <caption className="sr-only">
          {indicator.name} {say("per desa")} {toDateWords(indicator, pws)}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 min-w-28 bg-ground">
              {say("Desa")}
            </th>
            {isCoverage && <Head>{isCumulative ? "Sasaran setahun" : "Sasaran bulan ini"}</Head>}
            <Head>Target s.d. bulan ini</Head>
            <Head>Capaian bulan ini</Head>
            {isCumulative && <Head>Kumulatif</Head>}
            {isCoverage && <Head>%</Head>}
            <Head>Selisih</Head>
            <th scope="col">Tren</th>
            <Head>Peringkat</Head>
            <th scope="col">Status</th>
            <th scope="col">
              {isCumulative ? `Kumulatif sejak Januari ${moments[0]?.year}` : `${moments.length} bulan terakhir`}
            </th>
          </tr>
        </thead>
        <tbody>
          {villages.map((village, place) => {
            const own = achievements[place];
            if (!own) return null;
            return (
              <tr key={village.code}>
                <th scope="row" className="sticky left-0 min-w-28 bg-ground">
                  <Link href={villageHref(village.code)} prefetch={false} className="link">
                    {village.name}
                  </Link>
                  <Doubts {...own} />
                </th>
                {isCoverage && <td className="number">{whole(own.denominator)}</td>}
                <td className="number">{bareFigure(indicator, own.target)}</td>
                <td className="number">
                  {bareFigure({ form: isCount || isCoverage ? "COUNT" : "PERCENT" }, own.value)}
                </td>
                {isCumulative && <td className="number">{whole(own.total)}</td>}
                {isCoverage && <td className="number font-semibold">{bareFigure(indicator, own.figure)}</td>}
                <td className="number">{gapWords(own.gap)}</td>
                <td>
                  <Trend trend={own.trend} />
                </td>
                <td className="number">{own.rank ?? "–"}</td>
                <td>
                  {own.gone ? <span className="text-muted">{goneWords[own.gone]}</span> : <StatusBadge {...own} />}
                </td>
                <td>
                  <TrendLine
                    points={lines[place] ?? []}
                    targets={targets}
                    most={most}
                    breaks={breaks}
                    label={lineWords(village.name, indicator, lines[place] ?? [])}
                    className="h-7 w-24"
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr className="[&>*]:font-semibold">
            <th scope="row" className="sticky left-0 min-w-28 bg-ground">
              Puskesmas
              <Doubts {...total} missing={0} />
            </th>
            {isCoverage && <td className="number">{whole(total.denominator)}</td>}
            <td className="number">{bareFigure(indicator, total.target)}</td>
            <td className="number">{bareFigure({ form: isCount || isCoverage ? "COUNT" : "PERCENT" }, total.value)}</td>
            {isCumulative && <td className="number">{whole(total.total)}</td>}
            {isCoverage && <td className="number">{bareFigure(indicator, total.figure)}</td>}
            <td className="number">{gapWords(total.gap)}</td>
            <td>
              <Trend trend={total.trend} />
            </td>
            <td />
            <td>
              <StatusBadge {...total} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
      <p className="mt-2 max-w-prose text-sm text-muted">{totalWords(pws, villages)}</p>
    </section>
  );
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="text-right">
      {children}
    </th>
  );
}

function whole(value: number | null): string {
  return bareFigure({ form: "COUNT" }, value);
}

/** How the puskesmas's own row came about. */
function totalWords({ indicator, total }: Props["pws"], villages: readonly Village[]): string {
  const told = `${total.counted} dari ${villages.length} ${say("desa")} sudah melapor`;
  const without =
    total.withoutBase > 0 ? `, ${total.withoutBase} ${say("desa")} tanpa sasaran tidak ikut dihitung` : "";
  if (indicator.form === "PERCENT") return `${say("Baris Puskesmas: rata-rata persen desa yang melapor")}. ${told}.`;
  if (indicator.form === "COUNT")
    return indicator.isCumulative
      ? `${say("Baris Puskesmas: jumlah semua desa, target tiap desa dijumlahkan")}. ${told}.`
      : `${say("Baris Puskesmas: jumlah dan target desa yang melapor bulan ini")}. ${told}.`;
  const how = indicator.isCumulative
    ? say("jumlah capaian dibagi jumlah sasaran semua desa")
    : say("jumlah capaian dibagi jumlah sasaran desa yang melapor bulan ini");
  return `Baris Puskesmas: ${how}. ${told}${without}.`;
}
