import { StatusMark } from "@/components/charts/status-mark";
import type { Achievement } from "@/lib/pws/achievement";
import { trendSigns } from "@/lib/pws/readings";

/** "↑ naik". */
export function Trend({ trend }: Pick<Achievement, "trend">) {
  if (trend === "belum ada") return <span className="text-muted">belum ada</span>;
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden="true">{trendSigns[trend]} </span>
      {trend}
    </span>
  );
}

/** The four-way status in a word. */
export function StatusBadge({ status, isIncomplete }: Pick<Achievement, "status" | "isIncomplete">) {
  if (status) return <StatusMark status={status} word />;
  return <span className="text-muted">{isIncomplete ? "belum lengkap" : "–"}</span>;
}

/** What to look at twice about a figure; nothing where there is nothing. */
export function Doubts({ isOver, missing, total }: Pick<Achievement, "isOver" | "missing" | "total">) {
  if (!isOver && (missing === 0 || total === null)) return null;
  return (
    <span className="block text-xs font-normal text-soon">
      {[
        isOver ? "di atas 100 %, periksa lagi" : "",
        missing > 0 && total !== null ? `${missing} bulan belum dilaporkan` : "",
      ]
        .filter(Boolean)
        .join("; ")}
    </span>
  );
}
