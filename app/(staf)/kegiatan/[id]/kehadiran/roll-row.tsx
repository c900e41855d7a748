import { Badge, type Tone } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { PersonStep } from "@/components/form/person-step";
import { SubmitButton } from "@/components/form/submit-button";
import type { IconName } from "@/components/icon";
import type { ListedAttendance } from "@/lib/attendance/reads";
import { attendanceNames } from "@/lib/attendance/rules";
import { seatName } from "@/lib/directory/rules";
import type { ListedInvitation } from "@/lib/invitations/reads";
import { formatClock } from "@/lib/time";
import type { AttendanceStatus } from "@/prisma/generated/enums";
import { markAction, unmarkAction } from "./actions";

type Props = {
  invitation: ListedInvitation;
  mark: ListedAttendance | null;
  meeting: { id: string; timeZone: string };
  query: string;
  canMark: boolean;
};

const looks: Record<AttendanceStatus, { tone: Tone; icon: IconName }> = {
  PRESENT: { tone: "done", icon: "check" },
  REPRESENTED: { tone: "accent", icon: "swap" },
  EXCUSED: { tone: "soon", icon: "clock" },
  SICK: { tone: "soon", icon: "clock" },
  OFFICIAL_TRAVEL: { tone: "soon", icon: "clock" },
  UNEXCUSED: { tone: "late", icon: "cross" },
};

/** One invitee at the entrance: one tap for "hadir", the rest behind a fold. */
export function RollRow({ invitation, mark, meeting, query, canMark }: Props) {
  const action = markAction.bind(null, meeting.id, query);
  const announced = invitation.answer?.choice === "REPRESENTED" ? invitation.answer : null;
  return (
    <li
      id={`h-${invitation.id}`}
      className="scroll-mt-20 border-b border-line py-3 md:flex md:flex-wrap md:items-center md:gap-x-6 md:py-1"
    >
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3 md:flex-1 md:basis-80">
        <div>
          <p className="font-semibold">{seatName({ title: invitation.title, prefix: invitation.holderPrefix })}</p>
          <p className="text-sm text-muted">
            {[invitation.holderName, invitation.institution].filter(Boolean).join(" · ")}
          </p>
          {mark?.status === "REPRESENTED" && (
            <p className="text-sm">
              diwakili{" "}
              {[mark.name, mark.title, mark.institution !== invitation.institution && mark.institution]
                .filter(Boolean)
                .join(", ")}
            </p>
          )}
          {!mark && announced && (
            <p className="text-sm text-accent-strong">
              akan diwakili {announced.delegateName}, {announced.delegateTitle}
            </p>
          )}
          {!mark && invitation.answer?.choice === "ABSENT" && (
            <p className="text-sm text-muted">menjawab tidak hadir</p>
          )}
          {mark?.signature && (
            <p className="text-sm">
              <a href={`/berkas/${mark.signature.id}`} className="link">
                Tanda tangan
              </a>
            </p>
          )}
          {mark?.note && <p className="text-sm text-muted">{mark.note}</p>}
        </div>
        {mark ? (
          <div className="text-right">
            <Badge {...looks[mark.status]}>{attendanceNames[mark.status]}</Badge>
            {mark.arrivedAt && <p className="text-sm text-muted">{formatClock(mark.arrivedAt, meeting.timeZone)}</p>}
          </div>
        ) : (
          canMark && (
            <ActionForm action={action} className="contents">
              <input type="hidden" name="invitationId" value={invitation.id} />
              <SubmitButton
                tone="plain"
                name="status"
                value="PRESENT"
                label={`Tandai hadir: ${invitation.title} ${invitation.institution}`}
              >
                Hadir
              </SubmitButton>
            </ActionForm>
          )
        )}
      </div>
      {canMark && <OtherMarks {...{ invitation, mark, meeting, query }} />}
    </li>
  );
}

function OtherMarks({ invitation, mark, meeting, query }: Omit<Props, "canMark">) {
  const action = markAction.bind(null, meeting.id, query);
  const answer = invitation.answer;
  const represented = mark?.status === "REPRESENTED" ? mark : null;
  return (
    <details className="no-print md:w-52 md:open:w-full">
      <summary className="min-h-11 content-center text-sm text-accent">
        {mark ? "Ubah atau hapus" : "Diwakili, izin, terlambat …"}
      </summary>
      <div className="card flex flex-col gap-5">
        <ActionForm action={action} className="flex flex-col gap-3">
          <input type="hidden" name="invitationId" value={invitation.id} />
          <div className="grid gap-3 sm:grid-cols-3">
            <TextField name="delegateName" label="Nama wakil" initial={represented?.name ?? answer?.delegateName} />
            <TextField
              name="delegateTitle"
              label="Jabatan wakil"
              initial={represented?.title ?? answer?.delegateTitle}
            />
            <TextField
              name="delegateInstitution"
              label="Instansi wakil"
              initial={represented?.institution ?? answer?.delegateInstitution ?? invitation.institution}
            />
          </div>
          <PersonStep />
          <div>
            <SubmitButton tone="plain" name="status" value="REPRESENTED">
              Tandai diwakili
            </SubmitButton>
          </div>
        </ActionForm>
        <ActionForm action={action} className="flex flex-col gap-3 border-t border-line pt-4">
          <input type="hidden" name="invitationId" value={invitation.id} />
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField
              name="arrivedAt"
              label="Jam datang"
              type="time"
              hint="Kosong berarti sekarang, selama kegiatan berlangsung; sesudahnya kosong berarti tidak diketahui."
            />
            <TextField name="note" label="Keterangan" optional initial={mark?.note} />
          </div>
          <div className="flex flex-wrap gap-2">
            {(["PRESENT", "EXCUSED", "SICK", "OFFICIAL_TRAVEL", "UNEXCUSED"] as const).map((status) => (
              <SubmitButton key={status} tone="plain" name="status" value={status}>
                {attendanceNames[status]}
              </SubmitButton>
            ))}
          </div>
        </ActionForm>
        {mark && (
          <ActionForm action={unmarkAction.bind(null, meeting.id, query)} submit="Hapus catatan ini" tone="danger">
            <input type="hidden" name="attendanceId" value={mark.id} />
          </ActionForm>
        )}
      </div>
    </details>
  );
}
