import Link from "next/link";
import type { ReactNode } from "react";
import { ScrollBox } from "@/components/scroll-box";
import type { CarriedItem } from "@/lib/follow-up/carry-over";
import { reviewOutcomeNames } from "@/lib/follow-up/review-rules";
import type { AgreedRow } from "@/lib/plan/approved-plan";
import type { ListedItem } from "@/lib/plan/item-query";
import { ownerWords, targetWords } from "@/lib/plan/rules";
import type { ListedProblem } from "@/lib/problems/reads";
import { causeGroupNames, placeWords } from "@/lib/problems/rules";
import { formatDayShort } from "@/lib/time";
import { say } from "@/lib/web/local-words";

function PaperTable({
  title,
  id,
  columns,
  children,
}: {
  title: string;
  id: string;
  columns: readonly string[];
  children: ReactNode;
}) {
  return (
    <div>
      <h2 id={id} className="mb-2">
        {title}
      </h2>
      <ScrollBox label={title}>
        <table className="print-grid w-full min-w-160 border-collapse text-left text-sm [overflow-wrap:break-word] print:min-w-0 print:text-xs print:[overflow-wrap:anywhere]">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </ScrollBox>
    </div>
  );
}

/** Rows as the minutes name them, by their id. */
type Agreed = ReadonlyMap<string, AgreedRow>;

/** What earlier meetings promised, and the status it got here. */
export function CarryOverTable({ carriedItems, agreed }: { carriedItems: readonly CarriedItem[]; agreed: Agreed }) {
  if (carriedItems.length === 0) return null;
  return (
    <PaperTable
      title="RTL lalu"
      id="bagian-janji"
      columns={["Kegiatan", "Penanggung jawab", "Batas waktu", "Status di pertemuan ini"]}
    >
      {carriedItems.map(({ item, deadline, review, postponements }) => (
        <tr key={item.id}>
          <td>
            {item.activity}
            <span className="block text-muted">{item.meetingTitle}</span>
          </td>
          <td>{agreed.get(item.id)?.owner ?? ownerWords(item)}</td>
          <td>{formatDayShort(deadline)}</td>
          <td>
            {review ? `${reviewOutcomeNames[review.outcome]}, ${review.percent} %` : "Belum dibahas"}
            {review?.newDeadline && ` · sampai ${formatDayShort(review.newDeadline)}`}
            {review?.outcome === "CONTINUED" && ` (ditunda ke-${postponements})`}
            {(review?.reason ?? review?.note) && <span className="block">{review?.reason ?? review?.note}</span>}
          </td>
        </tr>
      ))}
    </PaperTable>
  );
}

/** The problems in order of priority, with their causes and scores. */
export function ProblemList({ problems }: { problems: readonly ListedProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <PaperTable
      title="Masalah menurut prioritas"
      id="bagian-masalah"
      columns={["Urutan", "Masalah", say("Desa"), "Penyebab", "RTL"]}
    >
      {problems.map((problem) => (
        <tr key={problem.id}>
          <td>{placeWords(problem)}</td>
          <td>
            {problem.statement}
            {problem.evidence && <span className="block text-muted">{problem.evidence}</span>}
          </td>
          <td>{problem.villages.map(({ name }) => name).join(", ")}</td>
          <td>{problem.causes.map(({ group, text }) => `${causeGroupNames[group]}: ${text}`).join("; ")}</td>
          <td>{problem.actionItems.map(({ number }) => number).join(", ")}</td>
        </tr>
      ))}
    </PaperTable>
  );
}

type PlanProps = { items: readonly ListedItem[]; agreed: Agreed; meetingId: string };

/** What this meeting agreed. */
export function PlanTable({ items, agreed, meetingId }: PlanProps) {
  if (items.length === 0) return null;
  return (
    <PaperTable
      title="Rencana tindak lanjut"
      id="bagian-rtl"
      columns={["No", "Kegiatan", "Penanggung jawab", say("Desa"), "Target", "Batas waktu"]}
    >
      {items.map((item) => (
        <tr key={item.id}>
          <td>
            <Link href={`/kegiatan/${meetingId}/rtl/${item.id}`} prefetch={false} className="link">
              {item.number}
            </Link>
          </td>
          <td>
            {item.activity}
            {item.problem && <span className="block text-muted">{item.problem}</span>}
          </td>
          <td>{agreed.get(item.id)?.owner ?? ownerWords(item)}</td>
          <td>{item.villages.map(({ name }) => name).join(", ")}</td>
          <td>{[item.indicator, targetWords(item)].filter(Boolean).join(": ")}</td>
          <td>{formatDayShort(agreed.get(item.id)?.deadline ?? item.deadline)}</td>
        </tr>
      ))}
    </PaperTable>
  );
}
