import { Badge } from "@/components/badge";
import { scoreWords } from "@/lib/training-tests/names";
import type { TestCell } from "@/lib/training-tests/results";

const words: Partial<Record<TestCell["state"], string>> = {
  running: "sedang mengerjakan",
  "not handed in": "tidak dikumpulkan",
  typed: "diketik",
};

export function ScoreCell({ cell }: { cell: TestCell }) {
  const { state, score, unmarked, late } = cell;
  if (state === "none") return <span className="text-muted">belum ada</span>;
  return (
    <>
      <b className="tabular-nums">{scoreWords(score)}</b>
      {words[state] && <span className="block text-sm text-muted">{words[state]}</span>}
      {unmarked > 0 && <Badge tone="soon">{`${unmarked} isian belum dinilai`}</Badge>}
      {late > 0 && <Badge tone="late">{`${late} jawaban terlambat`}</Badge>}
    </>
  );
}
