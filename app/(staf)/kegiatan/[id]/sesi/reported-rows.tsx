import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { OnSessionRoll } from "@/lib/session-attendance/reads";
import { formatClock } from "@/lib/time";
import { reportedAction } from "./actions";
import { PersonWords } from "./person-words";
import { TickBox } from "./tick-box";

type Props = {
  of: { meetingId: string; sessionId: string };
  people: readonly OnSessionRoll[];
  timeZone: string;
};

/** Who says that he is here, by code or by his own link: an officer confirms, all at once or some. */
export function ReportedRows({ of, people, timeZone }: Props) {
  return (
    <section aria-labelledby="lapor" className="no-print card mb-4 max-w-3xl">
      <h3 id="lapor">Melapor sendiri, perlu dikonfirmasi ({people.length})</h3>
      <ActionForm action={reportedAction.bind(null, of)} className="flex flex-col gap-3">
        <ul>
          {people.map((person) => (
            <li key={person.attendeeId} className="border-b border-line">
              <label
                htmlFor={`lapor-${person.attendeeId}`}
                className="grid min-h-12 grid-cols-[1.5rem_minmax(0,1fr)_auto] items-center gap-2 py-1"
              >
                <TickBox id={`lapor-${person.attendeeId}`} name="reported[]" value={person.attendeeId} initial />
                <PersonWords person={person} />
                <span className="text-sm text-muted">
                  {person.presence?.source === "LINK" ? "tautan" : "kode"}
                  {person.presence?.arrivedAt && `, ${formatClock(person.presence.arrivedAt, timeZone)}`}
                </span>
              </label>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="decision" value="confirm">
            Konfirmasi yang dicentang
          </SubmitButton>
          <SubmitButton tone="plain" name="decision" value="reject">
            Hapus yang dicentang
          </SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
