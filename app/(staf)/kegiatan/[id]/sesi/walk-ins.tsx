import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import type { OnSessionRoll } from "@/lib/session-attendance/reads";
import { professionNames } from "@/lib/staff/professions";
import { participantAction } from "./actions";
import { PersonWords } from "./person-words";

type Props = { of: { meetingId: string; sessionId: string }; guests: readonly OnSessionRoll[] };

const options = Object.entries(professionNames).map(([value, label]) => ({ value, label }));

/** Who came without an invitation: made a participant here, added on the meeting's own roll. */
export function WalkIns({ of, guests }: Props) {
  return (
    <section aria-labelledby="tanpa-undangan" className="no-print mt-8">
      <h2 id="tanpa-undangan" className="mb-2">
        Tamu tanpa undangan
      </h2>
      {guests.length > 0 && (
        <ul className="mb-3 border-t border-line">
          {guests.map((guest) => (
            <li key={guest.attendeeId} className="border-b border-line py-3">
              <PersonWords person={guest} />
              <ActionForm action={participantAction.bind(null, of)} className="mt-2 flex flex-wrap items-end gap-3">
                <input type="hidden" name="attendanceId" value={guest.attendeeId} />
                <SelectField name="profession" label="Profesi" empty="pilih profesi" options={options} initial={null} />
                <SubmitButton tone="plain" label={`Jadikan peserta: ${guest.name}`}>
                  Jadikan peserta
                </SubmitButton>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link
          href={`/kegiatan/${of.meetingId}/kehadiran#tamu`}
          prefetch={false}
          className="link inline-flex min-h-11 items-center"
        >
          Tambah tamu, atau catat yang diwakili
        </Link>
      </p>
    </section>
  );
}
