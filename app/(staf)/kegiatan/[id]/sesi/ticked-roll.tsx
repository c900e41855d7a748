import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import type { OnSessionRoll } from "@/lib/session-attendance/reads";
import { tickAction } from "./actions";
import { PersonWords } from "./person-words";
import { TickBox } from "./tick-box";

type Props = {
  of: { meetingId: string; sessionId: string };
  people: readonly OnSessionRoll[];
  areAllTicked: boolean;
};

/** A dozen ticks and one button; who is not ticked stays as he was unless the last box says otherwise. */
export function TickedRoll({ of, people, areAllTicked }: Props) {
  return (
    <ActionForm action={tickAction.bind(null, of)} submit="Simpan kehadiran">
      <ol className="border-t border-line">
        {people.map((person) => {
          const { presence, attendeeId } = person;
          const isShown = presence?.status === "PRESENT" && presence.confirmedAt !== null;
          return (
            <li key={attendeeId} className="border-b border-line">
              <input type="hidden" name="listed[]" value={attendeeId} />
              {isShown && <input type="hidden" name="shown[]" value={attendeeId} />}
              <label
                htmlFor={`hadir-${attendeeId}`}
                className="grid min-h-14 grid-cols-[2rem_1.5rem_minmax(0,1fr)_auto] items-center gap-2 py-1 has-[:checked]:bg-done-soft"
              >
                <span className="text-right text-muted tabular-nums">{person.number}.</span>
                <TickBox
                  id={`hadir-${attendeeId}`}
                  name="present[]"
                  value={attendeeId}
                  initial={isShown || areAllTicked}
                />
                <PersonWords person={person} />
                {presence?.status === "ABSENT" && (
                  <Badge tone="late" icon="cross">
                    Tidak hadir
                  </Badge>
                )}
              </label>
            </li>
          );
        })}
      </ol>
      <label htmlFor="sisanya" className="flex min-h-11 items-center gap-3">
        <TickBox id="sisanya" name="rest" value="ya" initial={false} />
        <span>Yang tidak dicentang: tidak hadir di sesi ini</span>
      </label>
    </ActionForm>
  );
}
