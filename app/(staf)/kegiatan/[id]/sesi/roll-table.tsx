import { Badge } from "@/components/badge";
import type { OnSessionRoll } from "@/lib/session-attendance/reads";
import { formatClock } from "@/lib/time";
import { PersonWords } from "./person-words";

/** The roll of a session for those who only read it. */
export function RollTable({ people, timeZone }: { people: readonly OnSessionRoll[]; timeZone: string }) {
  return (
    <ol className="border-t border-line">
      {people.map((person) => (
        <li
          key={person.attendeeId}
          className="grid min-h-12 grid-cols-[2rem_minmax(0,1fr)_auto] items-center gap-2 border-b border-line py-1"
        >
          <span className="text-right text-muted tabular-nums">{person.number}.</span>
          <PersonWords person={person} />
          <PresenceBadge person={person} timeZone={timeZone} />
        </li>
      ))}
    </ol>
  );
}

function PresenceBadge({ person: { presence }, timeZone }: { person: OnSessionRoll; timeZone: string }) {
  if (!presence) return <span className="text-sm text-muted">belum</span>;
  if (presence.status === "ABSENT")
    return (
      <Badge tone="late" icon="cross">
        Tidak hadir
      </Badge>
    );
  return (
    <span className="text-right">
      <Badge tone={presence.confirmedAt ? "done" : "soon"} icon={presence.confirmedAt ? "check" : "clock"}>
        {presence.confirmedAt ? "Hadir" : "Perlu dikonfirmasi"}
      </Badge>
      {presence.arrivedAt && (
        <span className="block text-sm text-muted">{formatClock(presence.arrivedAt, timeZone)}</span>
      )}
    </span>
  );
}
