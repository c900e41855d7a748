import { memo } from "react";
import { Badge, type Tone } from "@/components/badge";
import type { IconName } from "@/components/icon";
import type { RollPerson } from "@/lib/attendance/roll";
import { attendanceNames } from "@/lib/attendance/rules";
import { formatClock } from "@/lib/time";
import type { AttendanceStatus } from "@/prisma/generated/enums";
import type { ShownRow } from "./overlay";

export const looks: Record<AttendanceStatus, { tone: Tone; icon: IconName }> = {
  PRESENT: { tone: "done", icon: "check" },
  REPRESENTED: { tone: "accent", icon: "swap" },
  EXCUSED: { tone: "soon", icon: "clock" },
  SICK: { tone: "soon", icon: "clock" },
  OFFICIAL_TRAVEL: { tone: "soon", icon: "clock" },
  UNEXCUSED: { tone: "late", icon: "cross" },
};

const statusWords = ({ sessionId, status }: ShownRow) =>
  sessionId && status === "UNEXCUSED" ? "Tidak hadir" : attendanceNames[status];

type Props = {
  person: RollPerson;
  row: ShownRow | null;
  timeZone: string;
  isShown: boolean;
  /** Before the start there is nothing to press. */
  isWaiting: boolean;
  onPresent: (person: RollPerson) => void;
  onAbsent: (person: RollPerson) => void;
  onOpen: (invitationId: string) => void;
};

/**
 * One tap marks present or not; the person's name, or a second tap, opens the rest. A search hides rows instead of taking
 * them out: of 200 only those that change are drawn anew.
 */
export const PersonRow = memo(function PersonRow({
  person,
  row,
  timeZone,
  isShown,
  isWaiting,
  onPresent,
  onAbsent,
  onOpen,
}: Props) {
  const open = () => onOpen(person.invitationId);
  return (
    <li className={isShown ? "flex flex-wrap items-center gap-x-2 border-b border-line" : "hidden"}>
      <button
        type="button"
        onClick={open}
        disabled={isWaiting}
        className="min-h-14 min-w-0 flex-[1_1_9rem] py-2 text-left text-ink"
      >
        <span className="block leading-snug font-semibold">{person.seat}</span>
        <span className="sr-only">{row ? statusWords(row) : "Belum dicatat"}, </span>
        <span className="block text-sm text-muted">
          {[person.holder, person.institution].filter(Boolean).join(" · ")}
        </span>
        {row?.status === "REPRESENTED" && (
          <span className="block text-sm">
            diwakili {row.name}, {row.title}
          </span>
        )}
        {!row && person.announced && (
          <span className="block text-sm text-accent-strong">akan diwakili {person.announced.name}</span>
        )}
        {!row && person.declined && <span className="block text-sm text-muted">menjawab tidak hadir</span>}
        {row?.isSigned && <span className="block text-sm text-muted">sudah tanda tangan</span>}
        {row?.isUnsent && <span className="block text-sm text-soon">belum terkirim</span>}
      </button>
      {row ? (
        <button
          type="button"
          onClick={open}
          className="ml-auto min-h-14 text-right"
          aria-label={`Ubah ${person.seat}, ${statusWords(row)}`}
        >
          <Badge {...looks[row.status]}>{statusWords(row)}</Badge>
          {row.arrivedAt && (
            <span className="block text-sm text-muted">{formatClock(new Date(row.arrivedAt), timeZone)}</span>
          )}
        </button>
      ) : (
        !isWaiting && (
          <span className="ml-auto flex gap-1 py-1">
            <button
              type="button"
              onClick={() => onAbsent(person)}
              className="button min-h-12 px-2 text-sm font-normal"
              aria-label={`Tandai tidak hadir: ${person.seat}`}
            >
              Tidak
            </button>
            <button
              type="button"
              onClick={() => onPresent(person)}
              className="button button-main min-h-12 px-3"
              aria-label={`Tandai hadir: ${person.seat}`}
            >
              Hadir
            </button>
          </span>
        )
      )}
    </li>
  );
});
