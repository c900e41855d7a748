import { villageWords } from "@/components/plan/item-parts";
import type { Actor } from "@/lib/actor";
import { type CarriedItem, listCarriedItems } from "@/lib/follow-up/carry-over";
import { reviewOutcomeNames } from "@/lib/follow-up/review-rules";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { type DueFrom, dueFromMeeting, dueTone, dueWords, ownerPerson, targetWords } from "@/lib/plan/rules";
import { progressWords } from "@/lib/progress/rules";
import { formatDay, formatDayLong } from "@/lib/time";
import { say } from "@/lib/web/local-words";
import { Nothing } from "./nothing";
import { edges, placeWithin, type Slide } from "./slide";

const dueTones = { late: "text-late", soon: "text-soon", done: "text-done", plain: "" } as const;

/** What the last meetings of this forum promised, one at a time. */
export async function carryOverSlide(actor: Actor, meeting: FoundMeeting, asked: number, now: Date): Promise<Slide> {
  const carriedItems = await listCarriedItems(actor, meeting.id);
  const place = placeWithin(asked, carriedItems.length);
  const carriedItem = carriedItems[place - 1];
  const around = edges(meeting.id, "janji", place, carriedItems.length);
  if (!carriedItem)
    return {
      ...around,
      body: (
        <Nothing title="Tidak ada RTL lalu yang terbuka">
          Semua RTL kegiatan sebelumnya sudah selesai, atau belum ada.
        </Nothing>
      ),
    };
  const today = dueFromMeeting(meeting, now);
  const isHeld = meeting.status === "IN_PROGRESS" || meeting.status === "CLOSED";
  return {
    ...around,
    body: <CarriedItemSlide {...{ carriedItem, place, today, isHeld }} count={carriedItems.length} />,
  };
}

type Props = { carriedItem: CarriedItem; place: number; count: number; today: DueFrom; isHeld: boolean };

function CarriedItemSlide({ carriedItem, place, count, today, isHeld }: Props) {
  const { item, deadline, postponements, review } = carriedItem;
  const due = { status: item.status, deadline: item.deadline };
  const person = ownerPerson(item);
  return (
    <article className="flex flex-1 flex-col gap-[1.6vh]">
      <p className="line-clamp-1 text-muted">
        RTL lalu {place} dari {count} · {item.meetingTitle}
      </p>
      <h2 className="line-clamp-3 text-[1.5em] leading-tight font-bold">{item.activity}</h2>
      <p className="line-clamp-2">
        <b>{item.responsibleInstitution}</b>
        {person && `, ${person}`}
      </p>
      {item.villages.length > 0 && (
        <p className="line-clamp-1">
          {say("Desa")} {villageWords(item.villages)}
        </p>
      )}
      <p className="text-[1.3em] leading-tight">
        <b className={dueTones[dueTone(due, today)]}>{dueWords(due, today)}</b>, batas waktu {formatDayLong(deadline)}
        {postponements > 0 && <b>, ditunda ke-{postponements}</b>}
      </p>
      <p className="text-[1.3em] leading-tight">
        <b>{progressWords(item)}</b>
        {targetWords(item) && <span className="text-[0.8em]"> · target {targetWords(item)}</span>}
      </p>
      {item.lastNote && <p className="line-clamp-2 text-muted">Laporan: {item.lastNote}</p>}
      {isHeld && (
        <p className="mt-auto border-t-2 border-ink pt-[1vh] text-[1.1em]">
          <Status review={review} />
        </p>
      )}
    </article>
  );
}

function Status({ review }: Pick<CarriedItem, "review">) {
  if (!review) return <b className="text-late">Belum diberi status di rapat ini</b>;
  return (
    <>
      Status di rapat ini: <b>{reviewOutcomeNames[review.outcome]}</b>
      {review.newDeadline && ` sampai ${formatDay(review.newDeadline)}`}
      {review.reason && <span className="line-clamp-1 text-[0.9em]">{review.reason}</span>}
    </>
  );
}
