import type { PwsColumn, Village } from "@/lib/pws/pws";
import { figureWords, statusLetters, statusShapes, toDateWords, trendSigns } from "@/lib/pws/readings";
import { type Bar, BarChart } from "./bar-chart";

type Column = Pick<PwsColumn, "indicator" | "achievements">;

type Props = {
  column: Column;
  villages: readonly Village[];
  year: number;
  month: number;
  size?: "page" | "projector";
  /** "per desa" in the words of the area. */
  perVillage: string;
  /** Of many desa on the projector only these, in their order. */
  from?: number;
  to?: number;
};

/** One indicator over its desa, the best first, those without a figure last. */
export function PwsBars({ column, villages, year, month, size = "page", perVillage, from = 0, to }: Props) {
  const { indicator, achievements } = column;
  const target = achievements[0]?.target ?? null;
  const when = toDateWords(indicator, { year, month });
  const isPartly = achievements.some(({ isIncomplete }) => isIncomplete);
  const bars = barsOf(column, villages);
  const most = Math.max(target ?? 0, ...bars.map(({ value }) => value ?? 0)) * 1.02 || 1;
  return (
    <>
      <BarChart
        size={size}
        label={`${indicator.name} ${perVillage} ${when}`}
        bars={bars.slice(from, to)}
        most={most}
        target={target}
        targetWords={target === null ? null : `target ${figureWords(indicator, target)}`}
      />
      {isPartly && size === "page" && (
        <p className="text-sm text-muted">
          Tanpa huruf: belum lengkap dilaporkan, sehingga batasnya masih dapat terlewati.
        </p>
      )}
    </>
  );
}

function barsOf({ indicator, achievements }: Column, villages: readonly Village[]): Bar[] {
  return villages
    .flatMap((village, place) => {
      const own = achievements[place];
      return own ? [{ village, own }] : [];
    })
    .sort((one, other) => (one.own.rank ?? Infinity) - (other.own.rank ?? Infinity) || 0)
    .map(({ village, own: { figure, status, trend } }) => ({
      key: village.code,
      name: village.name,
      words: status
        ? `${figureWords(indicator, figure)} ${statusShapes[status]} ${statusLetters[status]}${trendSigns[trend]}`
        : figureWords(indicator, figure),
      value: figure,
      status,
    }));
}
