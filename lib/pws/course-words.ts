import type { Moment } from "@/lib/figures/months";
import type { CourseMonth } from "@/lib/pws/course";
import { figureWords, gapWords, listWords, toDateWords } from "@/lib/pws/readings";
import { monthNames } from "@/lib/time";
import type { IndicatorForm } from "@/prisma/generated/enums";

type Told = { form: IndicatorForm; unit: string; isCumulative: boolean; lowerIsBetter: boolean };

/** "s.d. Juni 2026 puskesmas mencapai 77,5 %, 2,5 di bawah target 80 %. Setahun sebelumnya 70 %." */
export function courseWords(indicator: Told, { year, month }: Moment, course: readonly CourseMonth[]): string {
  const last = course.findLast(({ figure }) => figure !== null);
  if (!last || last.figure === null) return `Belum ada angka tahun ${year} sampai ${monthNames[month - 1]}.`;
  const when = toDateWords(indicator, { year, month: last.month });
  const told = `${when}: puskesmas ${figureWords(indicator, last.figure)}${targetPart(indicator, last.figure, last.target)}`;
  const before = last.lastYear === null ? "" : ` Setahun sebelumnya ${figureWords(indicator, last.lastYear)}.`;
  const silent = course.filter((one) => one.month <= month && one.figure === null);
  const missing =
    silent.length === 0 ? "" : ` Belum dilaporkan: ${listWords(silent.map((one) => monthNames[one.month - 1] ?? ""))}.`;
  return `${told.charAt(0).toUpperCase()}${told.slice(1)}.${before}${missing}`;
}

function targetPart(indicator: Told, figure: number, target: number | null): string {
  if (target === null) return "; target belum diisi";
  const gap = Math.round((figure - target) * 100) / 100;
  const goal = `${indicator.lowerIsBetter ? "batas" : "target"} ${figureWords(indicator, target)}`;
  if (gap === 0) return `, sama dengan ${goal}`;
  return `, ${gapWords(Math.abs(gap)).slice(1)} di ${gap < 0 ? "bawah" : "atas"} ${goal}`;
}
