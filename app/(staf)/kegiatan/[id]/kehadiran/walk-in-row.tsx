import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { ListedAttendance } from "@/lib/attendance/reads";
import { formatClock } from "@/lib/time";
import { unmarkAction } from "./actions";

type Props = { guest: ListedAttendance; meeting: { id: string; timeZone: string }; query: string; canMark: boolean };

/** A guest who came without an invitation. */
export function WalkInRow({ guest, meeting, query, canMark }: Props) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3">
      <div>
        <p className="font-semibold">{guest.name}</p>
        <p className="text-sm text-muted">
          {guest.title} · {guest.institution}
          {guest.arrivedAt && ` · ${formatClock(guest.arrivedAt, meeting.timeZone)}`}
        </p>
        <Badge>tanpa undangan</Badge>
      </div>
      {canMark && (
        <ActionForm action={unmarkAction.bind(null, meeting.id, query)} className="no-print">
          <input type="hidden" name="attendanceId" value={guest.id} />
          <SubmitButton tone="danger" label={`Hapus ${guest.name} dari daftar hadir`}>
            Hapus
          </SubmitButton>
        </ActionForm>
      )}
    </li>
  );
}
