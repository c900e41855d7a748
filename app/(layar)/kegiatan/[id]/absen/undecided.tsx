import type { RollPerson, RollRow, RollSession } from "@/lib/attendance/roll";
import { attendanceNames } from "@/lib/attendance/rules";
import { formatClock } from "@/lib/time";
import { type Operation, type Queued, targetOf } from "./queue";

type Props = {
  queue: readonly Queued[];
  people: readonly RollPerson[];
  /** As the rolls of sessions name them: by name before post. */
  learners: readonly RollPerson[];
  sessions: readonly RollSession[];
  decide: (decided: readonly Queued[], again: boolean) => Promise<void>;
  timeZone: string;
};

/** Where two devices say different things, or the server said no: both versions, and a person decides. */
export function Undecided({ queue, people, learners, sessions, decide, timeZone }: Props) {
  const open = queue.filter((queued) => queued.state !== "waiting");
  if (open.length === 0) return null;
  const refused = open.filter((queued) => queued.state === "refused");
  return (
    <section aria-labelledby="putuskan" className="my-3 rounded border-l-4 border-late bg-late-soft px-3 py-2">
      <h2 id="putuskan">Perlu Anda putuskan ({open.length})</h2>
      {refused.length > 1 && (
        <button type="button" className="button my-2" onClick={() => void decide(refused, true)}>
          Kirim lagi semua yang ditolak ({refused.length})
        </button>
      )}
      <ul className="flex flex-col gap-3">
        {open.map((queued) => (
          <li key={queued.nonce}>
            <p className="font-semibold">{nameOf(queued.operation, { people, learners, sessions })}</p>
            <p>
              Di perangkat ini: {allWords(queued, queue)} ({formatClock(new Date(queued.operation.deviceAt), timeZone)})
            </p>
            <p>{queued.state === "refused" ? queued.reason : `Di server: ${rowWords(queued.row ?? null)}`}</p>
            <div className="mt-1 flex flex-wrap gap-2">
              <button type="button" className="button" onClick={() => void decide([queued], true)}>
                {queued.state === "refused" ? "Kirim lagi" : "Pakai dari perangkat ini"}
              </button>
              <button type="button" className="button" onClick={() => void decide([queued], false)}>
                {queued.state === "refused" ? "Buang catatan ini" : "Biarkan yang di server"}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf(
  operation: Operation,
  { people, learners, sessions }: Pick<Props, "people" | "learners" | "sessions">,
): string {
  if (operation.kind === "guest") return `${operation.name}, ${operation.title}`;
  if (operation.kind === "session") {
    const session = sessions.find(({ id }) => id === operation.sessionId);
    const who = learners.find(({ invitationId }) => invitationId === operation.attendeeId);
    return `${who?.seat ?? "Tamu"}${session ? `, sesi ${session.position}` : ""}`;
  }
  const person = people.find((candidate) => candidate.invitationId === targetOf(operation));
  return person ? person.seat : "Tamu";
}

/** What was done to the row, and what this device did to it afterwards: that waits for the decision too. */
function allWords(queued: Queued, queue: readonly Queued[]): string {
  const target = targetOf(queued.operation);
  const later = queue.filter((other) => other.number > queued.number && targetOf(other.operation) === target);
  return [queued, ...later].map(({ operation }) => wordsOf(operation)).join(", lalu ");
}

const presenceWords = { PRESENT: "hadir di sesi", ABSENT: "tidak hadir di sesi" };

function wordsOf(operation: Operation): string {
  switch (operation.kind) {
    case "mark":
      return operation.status === "REPRESENTED"
        ? `diwakili ${operation.delegateName}`
        : attendanceNames[operation.status].toLowerCase();
    case "guest":
      return "tamu baru";
    case "session":
      return operation.status ? presenceWords[operation.status] : "tanda dihapus";
    case "unmark":
      return "catatan dihapus";
    case "confirm":
      return "dikonfirmasi";
    case "sign":
      return "tanda tangan";
  }
}

function rowWords(row: RollRow | null): string {
  if (!row) return "belum dicatat";
  return row.status === "REPRESENTED" ? `diwakili ${row.name}` : attendanceNames[row.status].toLowerCase();
}
