import type { Moment } from "@/lib/figures/months";
import { formatNumber } from "@/lib/plan/rules";
import type { Achievement, Gone, Status, Trend } from "@/lib/pws/achievement";
import { monthNames } from "@/lib/time";
import type { IndicatorForm } from "@/prisma/generated/enums";

type Unit = { form: IndicatorForm; unit: string };

const tenths = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 });

export function figureWords({ form, unit }: Unit, figure: number | null): string {
  if (figure === null) return "–";
  return form === "COUNT" ? `${formatNumber(figure)} ${unit}` : `${tenths.format(figure)}\u00a0%`;
}

export function bareFigure({ form }: Pick<Unit, "form">, figure: number | null): string {
  if (figure === null) return "–";
  return form === "COUNT" ? formatNumber(figure) : tenths.format(figure);
}

export function lineWords(name: string, unit: Unit, points: readonly (number | null)[]): string {
  const known = points.filter((point) => point !== null);
  const [first = null] = known;
  const silent = points.length - known.length;
  return [
    `${name}, ${points.length} bulan: ${figureWords(unit, first)} menjadi ${figureWords(unit, known.at(-1) ?? null)}`,
    `paling tinggi ${figureWords(unit, known.length > 0 ? Math.max(...known) : null)}`,
    silent > 0 ? `${silent} bulan belum dilaporkan` : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** "+32,5", "−13,8", "0": a difference that is not nothing never shows as nothing. */
export function gapWords(gap: number | null): string {
  if (gap === null) return "–";
  if (gap === 0) return "0";
  const size = Math.abs(gap);
  return `${gap > 0 ? "+" : "−"}${size < 0.05 ? formatNumber(size) : tenths.format(size)}`;
}

export const statusLetters: Record<Status, string> = { baik: "B", cukup: "C", kurang: "K", jelek: "J" };

/** Beside the letter: told apart without colour and from afar. */
export const statusShapes: Record<Status, string> = { baik: "●", cukup: "○", kurang: "◆", jelek: "■" };

export const statusMeanings: Record<Status, string> = {
  baik: "target tercapai, tidak memburuk",
  kurang: "target tercapai, tetapi memburuk dari bulan lalu",
  cukup: "belum mencapai target, tetapi membaik",
  jelek: "belum mencapai target dan tidak membaik",
};

export const statusBrief: Record<Status, string> = {
  baik: "tercapai",
  kurang: "tercapai, memburuk",
  cukup: "belum, membaik",
  jelek: "belum tercapai",
};

export const trendSigns: Record<Trend, string> = { naik: "↑", turun: "↓", tetap: "→", "belum ada": "" };

export const goneWords: Record<Gone, string> = {
  "belum dilaporkan": "belum dilaporkan",
  "belum ada sasaran": "sasaran belum diisi",
  "sasaran 0": "tidak ada sasaran (0)",
};

export function momentName({ year, month }: Moment): string {
  return `${monthNames[month - 1]} ${year}`;
}

/** "s.d. Juni 2026" for what adds up, else the month itself. */
export function toDateWords({ isCumulative }: { isCumulative: boolean }, moment: Moment): string {
  return isCumulative ? `s.d. ${momentName(moment)}` : momentName(moment);
}

type Named = { code: string; name: string };
type Column = {
  indicator: Unit & { id: string; name: string; isCumulative: boolean; lowerIsBetter: boolean };
  achievements: readonly (Pick<Achievement, "figure" | "isReached" | "gap" | "status"> & { rank: number | null })[];
};

export function isBehind({ isReached }: Pick<Achievement, "isReached">): boolean {
  return isReached === false;
}

export function canBeProblem({ status }: Pick<Achievement, "status">): boolean {
  return status !== null && status !== "baik";
}

export type Worst = {
  village: Named;
  last: { id: string; name: string; figure: string }[];
  of: number;
};

export function worstVillage(villages: readonly Named[], columns: readonly Column[]): Worst | null {
  const told = columns.filter(({ achievements }) => achievements.some(({ figure }) => figure !== null));
  const candidates = villages.map((village, place) => {
    const last = told.flatMap(({ indicator, achievements }) => {
      const own = achievements[place];
      const worst = Math.max(...achievements.map(({ rank }) => rank ?? 0));
      return own && own.rank === worst && worst > 1 && isBehind(own)
        ? [{ id: indicator.id, name: indicator.name, figure: figureWords(indicator, own.figure) }]
        : [];
    });
    const behind = told.filter(({ achievements }) => achievements[place]?.isReached === false).length;
    return { village, last, behind, of: told.length };
  });
  const [worst] = candidates.sort((one, other) => other.last.length - one.last.length || other.behind - one.behind);
  return worst && worst.last.length > 0 ? { village: worst.village, last: worst.last, of: worst.of } : null;
}

export function villagesOff(
  villages: readonly Named[],
  { indicator, achievements }: Column,
  isIn: (achievement: Column["achievements"][number]) => boolean,
) {
  const toward = indicator.lowerIsBetter ? -1 : 1;
  return villages
    .flatMap((village, place) => {
      const own = achievements[place];
      return own && isIn(own) ? [{ ...village, figure: own.figure, gap: own.gap }] : [];
    })
    .sort((one, other) => toward * ((one.figure ?? 0) - (other.figure ?? 0)) || one.code.localeCompare(other.code));
}

export function listWords(names: readonly string[]): string {
  if (names.length < 3) return names.join(" dan ");
  return `${names.slice(0, -1).join(", ")}, dan ${names.at(-1)}`;
}
