import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { ListedAttendance } from "@/lib/attendance/reads";
import { confirmAction, unmarkAction } from "./actions";

type Props = { rows: readonly ListedAttendance[]; meetingId: string; query: string };

/** Rows made by code: an officer who sees the person confirms them with one tap. */
export function UnconfirmedRows({ rows, meetingId, query }: Props) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="konfirmasi" className="mb-4 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
      <h2 id="konfirmasi">Mencatat diri sendiri, perlu dikonfirmasi ({rows.length})</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span>
              <b>{row.name ?? row.title}</b>
              <span className="block text-sm">
                {row.title} · {row.institution}
              </span>
            </span>
            <span className="flex gap-2">
              <ActionForm action={confirmAction.bind(null, meetingId, query)} className="contents">
                <input type="hidden" name="attendanceId" value={row.id} />
                <SubmitButton tone="plain" label={`Konfirmasi ${row.name ?? row.title}`}>
                  Konfirmasi
                </SubmitButton>
              </ActionForm>
              <ActionForm action={unmarkAction.bind(null, meetingId, query)} className="contents">
                <input type="hidden" name="attendanceId" value={row.id} />
                <SubmitButton tone="plain" label={`Hapus ${row.name ?? row.title}`}>
                  Bukan
                </SubmitButton>
              </ActionForm>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
