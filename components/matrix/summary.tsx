import { percentWords } from "@/lib/matrix/readings";
import { type MatrixRow, planShare } from "@/lib/matrix/rows";

type Props = {
  rows: readonly MatrixRow[];
  /** What a row is: "puskesmas". */
  noun: string;
};

/** The matrix as a sentence, before its many cells. */
export function MatrixSummary({ rows, noun }: Props) {
  const cells = rows.flatMap((row) => row.cells);
  const sum = (key: "due" | "held" | "reportOverdue") => cells.reduce((total, cell) => total + cell[key], 0);
  const due = sum("due");
  if (due === 0) return null;
  const missing = due - sum("held");
  const late = sum("reportOverdue");
  const behind = rows.filter(isBehind).length;
  return (
    <p className="mb-4 max-w-prose">
      <b>
        {(due - missing).toLocaleString("id-ID")} dari {due.toLocaleString("id-ID")} Lokmin yang sudah waktunya
        terlaksana
      </b>
      {missing > 0 && `, ${missing.toLocaleString("id-ID")} terlewat`}
      {late > 0 && `; ${late.toLocaleString("id-ID")} laporan terlambat`}.{" "}
      {behind > 0 && `${behind} dari ${rows.length} ${noun} punya yang terlewat atau terlambat. `}
      RTL selesai tepat waktu: {percentWords(planShare(rows.flatMap((row) => row.plan)))}.
    </p>
  );
}

function isBehind({ cells }: MatrixRow): boolean {
  return cells.some((cell) => (cell.counts[0] ?? 0) > 0 || cell.reportOverdue > 0);
}
