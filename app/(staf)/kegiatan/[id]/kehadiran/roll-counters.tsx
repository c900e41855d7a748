import type { Roll } from "@/lib/attendance/rules";

/** The big figures at the entrance. */
export function RollCounters({ roll }: { roll: Roll }) {
  const figures = [
    { label: "hadir", count: roll.hadir, tone: "text-done" },
    { label: "diwakili", count: roll.diwakili, tone: "text-accent" },
    { label: "belum", count: roll.unmarked, tone: "text-ink" },
    { label: "tidak hadir", count: roll.away, tone: "text-late" },
    { label: "tamu", count: roll.walkIns, tone: "text-ink" },
  ];
  return (
    <dl className="mb-3 grid grid-cols-5 gap-1 sm:max-w-xl">
      {figures.map((figure) => (
        <div key={figure.label} className="flex flex-col-reverse justify-end text-center">
          <dt className="text-xs text-muted sm:text-sm">{figure.label}</dt>
          <dd className={`text-2xl font-bold sm:text-3xl ${figure.tone}`}>{figure.count}</dd>
        </div>
      ))}
    </dl>
  );
}
