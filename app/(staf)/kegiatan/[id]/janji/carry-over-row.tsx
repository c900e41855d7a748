import Link from "next/link";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { ItemOwner, villageWords } from "@/components/plan/item-parts";
import { ProgressBar } from "@/components/progress/progress-bar";
import type { CarriedItem, CarriedItemReview } from "@/lib/follow-up/carry-over";
import { postponementWords, reviewOutcomeNames } from "@/lib/follow-up/review-rules";
import { type DueFrom, dueTone, dueWords, isBeyondNextQuarter } from "@/lib/plan/rules";
import { dayOf, formatDayLong, formatDayShort, formatMoment } from "@/lib/time";
import type { FormAction } from "@/lib/web/form";
import { say } from "@/lib/web/local-words";
import { ReviewForm } from "./review-form";

type Props = {
  carriedItem: CarriedItem;
  day: DueFrom;
  meetingDay: string;
  /** Left out where no status is given now. */
  actions: { review: FormAction; undo: FormAction } | null;
};

/** One carried-over row: what, whose, until when, how far, and its status in this meeting. */
export function CarryOverRow({ carriedItem, day, meetingDay, actions }: Props) {
  const { item, canOpen, review } = carriedItem;
  const title = `${item.number}. ${item.activity}`;
  const villages = villageWords(item.villages);
  return (
    <li id={`janji-${item.id}`} className="card flex scroll-mt-4 flex-col gap-3 break-inside-avoid">
      <div className="grid gap-x-6 gap-y-3 md:grid-cols-[minmax(0,1fr)_14rem]">
        <div>
          <h3>
            {canOpen ? (
              <Link href={`/kegiatan/${item.meetingId}/rtl/${item.id}`} prefetch={false} className="link">
                {title}
              </Link>
            ) : (
              title
            )}
          </h3>
          <p className="text-sm text-muted">
            {item.meetingTitle}, {formatDayShort(dayOf(item.startsAt, item.timeZone))}
          </p>
          <p className="mt-1">
            <ItemOwner item={item} />
          </p>
          {villages && (
            <p className="text-sm">
              {say("Desa")}: {villages}
            </p>
          )}
        </div>
        <div className="flex flex-col gap-2">
          <Deadline carriedItem={carriedItem} day={day} />
          <ProgressBar {...item} />
          {!review && <LastReport carriedItem={carriedItem} />}
        </div>
      </div>
      {review ? (
        <Result review={review} meetingDay={meetingDay} timeZone={item.timeZone} />
      ) : (
        actions && <ReviewForm carriedItem={carriedItem} meetingDay={meetingDay} action={actions.review} />
      )}
      {review && actions && (
        <details className="no-print border-t border-line">
          <summary className="link inline-flex min-h-11 items-center">Perbaiki status</summary>
          <div className="flex flex-col gap-4 pb-1">
            <ReviewForm carriedItem={carriedItem} meetingDay={meetingDay} action={actions.review} />
            <ActionForm
              action={actions.undo}
              submit="Batalkan status ini"
              tone="danger"
              className="flex flex-col gap-3"
            />
          </div>
        </details>
      )}
    </li>
  );
}

const icons = { late: "alert", soon: "clock", done: "check", plain: undefined } as const;

function Deadline({
  carriedItem: { item, deadline, postponements, review },
  day,
}: {
  carriedItem: CarriedItem;
  day: DueFrom;
}) {
  const due = { status: item.status, deadline };
  const isClaimed = item.lastCheck === "WAITING";
  const tone = isClaimed ? "soon" : dueTone(due, day);
  const icon = icons[tone];
  const postponed = postponementWords(postponements);
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {!review && (
        <Badge tone={tone} {...(icon ? { icon } : {})}>
          {isClaimed ? "menunggu pemeriksaan" : dueWords(due, day)}
        </Badge>
      )}
      <span className="text-sm text-muted">
        {review?.newDeadline ? "Batas waktu semula" : "Batas waktu"} {formatDayShort(deadline)}
      </span>
      {postponed && <Badge tone="soon">{postponed}</Badge>}
    </p>
  );
}

function LastReport({ carriedItem: { item } }: { carriedItem: CarriedItem }) {
  if (!item.lastReportedAt) return <p className="text-sm text-muted">Belum ada laporan</p>;
  return (
    <p className="text-sm text-muted">
      {formatDayShort(dayOf(item.lastReportedAt, item.timeZone))}, {item.lastReporter}
      {item.lastNote && <span className="line-clamp-2">{item.lastNote}</span>}
    </p>
  );
}

const tones = {
  DONE: "done",
  IN_PROGRESS: "accent",
  CONTINUED: "soon",
  ESCALATED: "soon",
  CANCELLED: "plain",
} as const;

function Result({ review, meetingDay, timeZone }: { review: CarriedItemReview; meetingDay: string; timeZone: string }) {
  const { outcome, percent, newDeadline, reason, note } = review;
  return (
    <div className="rounded bg-sunken px-3 py-2">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={tones[outcome]} icon="check">
          {reviewOutcomeNames[outcome]}
        </Badge>
        {outcome !== "DONE" && outcome !== "CANCELLED" && <span>{percent} %</span>}
        {newDeadline && <b>sampai {formatDayLong(newDeadline)}</b>}
        {newDeadline && isBeyondNextQuarter(newDeadline, meetingDay) && (
          <Badge tone="soon" icon="alert">
            Lewat triwulan depan
          </Badge>
        )}
      </p>
      {reason && <p className="whitespace-pre-line">Alasan: {reason}</p>}
      {note && <p className="whitespace-pre-line">{note}</p>}
      <p className="text-sm text-muted">
        {review.reviewer}, {formatMoment(review.reviewedAt, timeZone)}
      </p>
    </div>
  );
}
