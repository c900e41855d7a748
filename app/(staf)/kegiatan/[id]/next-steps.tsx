import { AppLink } from "@/components/app-link";
import type { Actor } from "@/lib/actor";
import { reportState, type SentReport } from "@/lib/approvals/report-state";
import { isReportable, isReported } from "@/lib/approvals/rules";
import type { Progress } from "@/lib/meetings/counts";
import type { FoundMeeting } from "@/lib/meetings/reads";
import {
  canTakeStep,
  isApproved,
  isEditable,
  isEnding,
  isHostedAbove,
  isOfHostDinkes,
  type MeetingStep,
  openSteps,
} from "@/lib/meetings/rules";
import { isEarlyStart } from "@/lib/meetings/start-words";
import { dayOf, formatMoment } from "@/lib/time";
import { StepForm } from "./step-form";

type Props = {
  actor: Actor;
  meeting: FoundMeeting;
  counts: Progress;
  submissions: readonly SentReport[];
  now: Date;
};

/** What to do now as the main button, then the steps the meeting can take. */
export function NextSteps({ actor, meeting, counts, submissions, now }: Props) {
  const { id, status } = meeting;
  const hasCome = dayOf(now, meeting.timeZone) >= dayOf(meeting.startsAt, meeting.timeZone);
  const work = workOf(meeting, counts, hasCome) ?? paperOf(meeting, submissions);
  const isEarly = isEarlyStart(meeting, now);
  const noticeOf = (step: MeetingStep) => {
    if (step === "unstart") return <p className="text-sm">{unstartNotice}</p>;
    if (step === "start" && isEarly)
      return <p className="text-sm">Kegiatan ini dijadwalkan {formatMoment(meeting.startsAt, meeting.timeZone)}.</p>;
    return null;
  };
  return (
    <section aria-labelledby="langkah" className="no-print flex flex-col gap-3">
      <h2 id="langkah">Langkah berikut</h2>
      {work && (
        <AppLink href={`/kegiatan/${id}${work.room}`} className={work.isSettled ? "button" : "button button-main"}>
          {work.words}
        </AppLink>
      )}
      {openSteps(status, isApproved(meeting))
        .filter((step) => !isEnding(step) && canTakeStep(actor, meeting, step))
        .filter((step) => step !== "unstart" || (counts.present === 0 && counts.actionItems === 0))
        .map((step) => (
          <StepForm
            key={step}
            id={id}
            step={step}
            isEarly={step === "start" && isEarly}
            isLater={work !== null || (step === "start" && !hasCome)}
            notice={noticeOf(step)}
          />
        ))}
      {status === "IN_PROGRESS" && canTakeStep(actor, meeting, "close") && (
        <a href="#akhiri" className={work ? "button" : "button button-main"}>
          Tutup kegiatan di bawah
        </a>
      )}
      {(status === "SCHEDULED" || status === "IN_PROGRESS") && (
        <AppLink href={`/kegiatan/${id}/layar?tampil=acara`} className="button">
          Buka layar proyektor
        </AppLink>
      )}
      {isEditable(status) && (!isHostedAbove(meeting) || isOfHostDinkes(actor, meeting)) && (
        <AppLink href={`/kegiatan/${id}/ubah`} className="button">
          Ubah kegiatan
        </AppLink>
      )}
    </section>
  );
}

const unstartNotice =
  "Kegiatan kembali terjadwal, dan undangan dapat dijawab lagi sampai jam mulainya. Hanya selama belum ada yang dicatat.";

type Work = { room: string; words: string; isSettled?: boolean };

/** What is to be done before the meeting moves on, in the words of the start page; null where it can. */
function workOf({ kind, status }: FoundMeeting, counts: Progress, hasCome: boolean): Work | null {
  if (kind === "COACHING_VISIT") return workOfVisit(status, counts);
  if (status === "SCHEDULED" && !hasCome) {
    const waiting = counts.invited - counts.handedOut;
    if (counts.invited === 0 && kind === "KALAKARYA") return { room: "/pelatihan/peserta", words: "Pilih peserta" };
    if (counts.invited === 0) return { room: "/undangan/tambah", words: "Pilih undangan" };
    return waiting > 0 ? { room: "/kirim", words: `Kirim undangan (${waiting})` } : null;
  }
  if (status !== "IN_PROGRESS") return null;
  if (counts.present === 0) return { room: "/kehadiran", words: "Catat kehadiran" };
  return counts.actionItems === 0 ? { room: "/rtl", words: "Tulis RTL" } : null;
}

function workOfVisit(status: FoundMeeting["status"], counts: Progress): Work | null {
  if (status !== "IN_PROGRESS") return null;
  if (counts.present === 0) return { room: "/kehadiran", words: "Catat kehadiran" };
  return counts.actionItems === 0 ? { room: "/periksa", words: "Isi daftar periksa" } : null;
}

/** What becomes of a meeting that is over. */
function paperOf({ status, kind, host, approvals }: FoundMeeting, submissions: Props["submissions"]): Work | null {
  if (status !== "CLOSED") return null;
  const [approval] = approvals;
  const isReturned = reportState(approval, submissions) === "RETURNED";
  if (isReturned) return { room: "/pengesahan", words: "Perbaiki laporan yang dikembalikan" };
  if (!approval) return { room: "/pengesahan", words: "Periksa bukti dan sahkan" };
  return isReportable(kind, host.kind) && !isReported(approval, submissions)
    ? { room: "/pengesahan", words: "Laporkan ke Dinkes" }
    : { room: "/pengesahan", words: "Lihat pengesahan", isSettled: true };
}
