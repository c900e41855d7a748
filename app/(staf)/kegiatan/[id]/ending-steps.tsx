import type { Actor } from "@/lib/actor";
import type { ChecklistRow } from "@/lib/evidence/judge";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { canTakeStep, isApproved, isEnding, type MeetingStep, openSteps } from "@/lib/meetings/rules";
import { ClosingNotice } from "./closing-notice";
import { StepForm } from "./step-form";

type Props = { actor: Actor; meeting: FoundMeeting; checklist: readonly ChecklistRow[] };

/** Closing, postponing and cancelling: at the foot of the page, away from what starts the meeting. */
export function EndingSteps({ actor, meeting, checklist }: Props) {
  const steps = openSteps(meeting.status, isApproved(meeting)).filter(
    (step) => isEnding(step) && canTakeStep(actor, meeting, step),
  );
  if (steps.length === 0) return null;
  const noticeOf = (step: MeetingStep) => {
    if (step === "close") return <ClosingNotice actor={actor} meeting={meeting} checklist={checklist} />;
    return <p className="text-sm">{step === "cancel" ? cancelNotice : postponeNotice}</p>;
  };
  return (
    <section id="akhiri" aria-labelledby="judul-akhiri" className="no-print flex scroll-mt-4 flex-col gap-3">
      <h2 id="judul-akhiri">{meeting.status === "IN_PROGRESS" ? "Akhiri kegiatan" : "Tunda atau batalkan"}</h2>
      {steps.map((step) => (
        <StepForm key={step} id={meeting.id} step={step} isLater notice={noticeOf(step)} />
      ))}
    </section>
  );
}

const postponeNotice =
  "Undangan tidak dapat dijawab sampai kegiatan dijadwalkan lagi. Tautannya menyebut kegiatan ini ditunda, dengan alasan Anda.";
const cancelNotice =
  "Tidak dapat dikembalikan: seluruh isinya terkunci, tautan undangan menyebut kegiatan ini dibatalkan dengan alasan Anda, dan periodenya kosong lagi.";
