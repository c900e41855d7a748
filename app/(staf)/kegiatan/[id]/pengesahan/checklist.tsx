import Link from "next/link";
import { Icon } from "@/components/icon";
import type { ChecklistRow } from "@/lib/evidence/judge";
import { groundName } from "@/lib/evidence/rules";
import { TickForm } from "./tick-form";

type Props = {
  meetingId: string;
  rows: readonly ChecklistRow[];
  /** Whether the reader may mend what is missing. */
  canMend: boolean;
};

/** Every evidence the meeting is asked for: there or missing, in words, and where it is mended. */
export function Checklist({ meetingId, rows, canMend }: Props) {
  return (
    <ul className="border-t border-line">
      {rows.map((row) => (
        <li key={row.key} id={row.key} className="scroll-mt-20 border-b border-line py-3">
          <div className="items-center justify-between gap-x-6 sm:flex">
            <EvidenceLine row={row} />
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

/** One evidence in words; the sign only repeats them. */
export function EvidenceLine({ row }: { row: Line }) {
  const tone = row.isMet ? "text-done" : row.isRequired ? "text-late" : "text-muted";
  return (
    <div className="flex gap-3">
      <Icon name={row.isMet ? "check" : row.isRequired ? "cross" : "more"} className={`mt-0.5 size-5 ${tone}`} />
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
            <span className={`font-semibold ${tone}`}>
              {row.says.charAt(0).toUpperCase() + row.says.slice(1)}
              {!row.isRequired && " (tidak wajib)"}
            </span>
          )}
          {row.tick && <span className="text-muted"> (ditandai {row.tick.tickedBy})</span>}
        </p>
      </div>
    </div>
  );
}
