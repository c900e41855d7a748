import type { countRoll } from "@/lib/attendance/rules";

type Props = { counts: ReturnType<typeof countRoll>; ofSession: boolean };

export function Figures({ counts, ofSession }: Props) {
  const ofWhole = [
    { label: "hadir", count: counts.hadir, tone: "text-done" },
    { label: "diwakili", count: counts.diwakili, tone: "text-accent" },
    { label: "belum", count: counts.unmarked, tone: "text-ink" },
    { label: "tamu", count: counts.walkIns, tone: "text-ink" },
  ];
  const inOne = [
    { label: "hadir", count: counts.hadir, tone: "text-done" },
    { label: "tidak hadir", count: counts.away, tone: "text-late" },
    { label: "belum", count: counts.unmarked, tone: "text-ink" },
  ];
  const figures = ofSession ? inOne : ofWhole;
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(4.5rem,1fr))]" aria-live="off">
      {figures.map((figure) => (
        <div key={figure.label} className="flex flex-col-reverse text-center">
          <dt className="text-sm text-muted">{figure.label}</dt>
          <dd className={`text-3xl leading-tight font-bold ${figure.tone}`}>{figure.count}</dd>
        </div>
      ))}
    </dl>
  );
}
