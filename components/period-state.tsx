import { type PeriodState, periodStateNames } from "@/lib/meetings/year-rules";

/** Sign and tint of a state: the sign says it without colour, the words say it to anyone who sees neither. */
export const periodMarks: Record<PeriodState, { sign: string; look: string }> = {
  before: { sign: "·", look: "text-muted" },
  unplanned: { sign: "–", look: "bg-sunken text-muted" },
  planned: { sign: "○", look: "bg-accent-soft text-accent-strong" },
  running: { sign: "◐", look: "bg-soon-soft text-soon" },
  missed: { sign: "✕", look: "bg-late-soft text-late" },
  held: { sign: "✓", look: "border border-done text-done" },
  approved: { sign: "✓✓", look: "bg-done-soft text-done" },
  reported: { sign: "★", look: "border border-done bg-done-soft text-done" },
  returned: { sign: "↩", look: "bg-soon-soft text-soon" },
  reviewed: { sign: "★★", look: "bg-done text-surface" },
};

const order: PeriodState[] = [
  "before",
  "unplanned",
  "planned",
  "running",
  "missed",
  "held",
  "approved",
  "reported",
  "returned",
  "reviewed",
];

/** What each sign means, in words. */
export function PeriodLegend() {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {order.map((state) => (
        <li key={state} className="inline-flex items-center gap-1.5">
          <span
            aria-hidden="true"
            className={`inline-block min-w-7 rounded px-1 text-center font-bold ${periodMarks[state].look}`}
          >
            {periodMarks[state].sign}
          </span>
          {periodStateNames[state]}
        </li>
      ))}
    </ul>
  );
}
