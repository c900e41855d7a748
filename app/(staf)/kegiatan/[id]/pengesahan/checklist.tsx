import Link from "next/link";
import { Icon } from "@/components/icon";
import type { ChecklistRow } from "@/lib/evidence/judge";
import { groundName, isEvidenceDue } from "@/lib/evidence/rules";
import type { MeetingStatus } from "@/prisma/generated/enums";
import { TickForm } from "./tick-form";

type Props = {
  meetingId: string;
  rows: readonly ChecklistRow[];
  /** Whether the reader may mend what is missing. */
  canMend: boolean;
  status: MeetingStatus;
};

/** Every evidence the meeting is asked for: there or missing, in words, and where it is mended. */
export function Checklist({ meetingId, rows, canMend, status }: Props) {
  return (
    <ul className="border-t border-line">
      {rows.map((row) => (
        <li key={row.key} id={row.key} className="scroll-mt-20 border-b border-line py-3">
          <div className="items-center justify-between gap-x-6 sm:flex">
            <EvidenceLine row={row} isDue={isEvidenceDue(row, status)} />
            {canMend && !row.isMet && row.room && (
              <Link
                href={`/kegiatan/${meetingId}${row.room.path}`}
                prefetch={false}
                className="link ml-8 inline-flex min-h-11 items-center sm:ml-0 sm:min-h-0 sm:shrink-0"
              >
                Lengkapi di {row.room.name}
                <span className="sr-only">: {row.text}</span>
              </Link>
            )}
          </div>
          {canMend && !row.room && <TickForm meetingId={meetingId} row={row} />}
        </li>
      ))}
    </ul>
  );
}

type Line = Pick<ChecklistRow, "ep" | "text" | "isMet" | "isRequired" | "says"> & { tick?: ChecklistRow["tick"] };

/** One evidence in words; the sign only repeats them. What is not due yet is grey. */
export function EvidenceLine({ row, isDue = true }: { row: Line; isDue?: boolean }) {
  const isLate = isDue && row.isRequired;
  const tone = row.isMet ? "text-done" : isLate ? "text-late" : "text-muted";
  const icon = row.isMet ? "check" : isLate ? "cross" : isDue ? "more" : "clock";
  return (
    <div className="flex gap-3">
      <Icon name={icon} className={`mt-0.5 size-5 ${tone}`} />
      <div className="min-w-0">
        <p>
          <b className="font-semibold">{row.text}</b>{" "}
          <span className="inline-block text-sm text-muted">{groundName(row.ep)}</span>
        </p>
        <p className="text-sm">
          {row.isMet ? (
            <>
              <span className={`font-semibold ${tone}`}>Ada</span>: {row.says}
            </>
          ) : (
            <span className={isDue ? `font-semibold ${tone}` : tone}>
              {isDue ? row.says.charAt(0).toUpperCase() + row.says.slice(1) : `Nanti: ${row.says}`}
              {!row.isRequired && " (tidak wajib)"}
            </span>
          )}
          {row.tick && <span className="text-muted"> (ditandai {row.tick.tickedBy})</span>}
        </p>
      </div>
    </div>
  );
}
