import type { PwsColumn, Village } from "@/lib/pws/pws";
import { figureWords, gapWords, momentName, statusLetters, toDateWords, trendSigns } from "@/lib/pws/readings";
import { type Bar, BarChart } from "./bar-chart";

type Props = {
  column: Pick<PwsColumn, "indicator" | "achievements" | "total">;
  villages: readonly Village[];
  year: number;
  month: number;
  size?: "page" | "projector";
  /** "per desa" in the words of the area. */
  perVillage: string;
};

/** One indicator over its desa, the best first, those without a figure last. */
export function PwsBars({ column, villages, year, month, size = "page", perVillage }: Props) {
  const { indicator, achievements } = column;
  const target = achievements[0]?.target ?? null;
  const when = toDateWords(indicator, { year, month });
  const isPartly = achievements.some(({ isIncomplete }) => isIncomplete);
  return (
    <BarChart
      size={size}
      label={`${indicator.name} ${perVillage} ${when}`}
      bars={barsOf({ column, villages })}
      target={target}
      targetWords={
        target === null
          ? null
          : `Garis: target ${when} ${figureWords(indicator, target)}${isPartly ? "; tanpa huruf: belum lengkap dilaporkan" : ""}`
      }
    />
  );
}

function barsOf({ column: { indicator, achievements }, villages }: Pick<Props, "column" | "villages">): Bar[] {
  return villages
    .flatMap((village, place) => {
      const own = achievements[place];
      return own ? [{ village, own }] : [];
    })
    .sort((one, other) => (one.own.rank ?? Infinity) - (other.own.rank ?? Infinity) || 0)
    .map(({ village, own }) => ({
      key: village.code,
      name: village.name,
      words: own.status
        ? `${figureWords(indicator, own.figure)} ${statusLetters[own.status]}${trendSigns[own.trend]}`
        : figureWords(indicator, own.figure),
      value: own.figure,
      status: own.status,
    }));
}

/** One indicator for the projector: what it is, the whole puskesmas, and every desa. */
export function PwsSlide({ column, villages, year, month, perVillage }: Omit<Props, "size">) {
  const { indicator, total } = column;
  return (
    <section className="flex flex-col gap-[2vh]">
      <header>
        <h2 className="text-[clamp(1.75rem,5vh,4rem)] leading-tight font-bold">{indicator.name}</h2>
        <p className="text-[clamp(1.25rem,3.2vh,2.75rem)]">
          {momentName({ year, month })}: puskesmas {figureWords(indicator, total.figure)}
          {total.gap !== null && `, ${gapWords(total.gap)} dari target`}
          {indicator.lowerIsBetter && " (makin kecil makin baik)"}
        </p>
      </header>
      <PwsBars {...{ column, villages, year, month, perVillage }} size="projector" />
    </section>
  );
}
