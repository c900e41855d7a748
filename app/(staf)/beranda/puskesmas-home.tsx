import Link from "next/link";
import { GivenLinks } from "@/app/(staf)/akun/given-links";
import { AskedList } from "@/app/(staf)/kegiatan/asked-list";
import { EmptyState } from "@/components/empty-state";
import { MeetingStatusBadge } from "@/components/meeting-status";
import { PageHeader } from "@/components/page-header";
import { ItemFigures } from "@/components/plan/item-figures";
import { ShareBar } from "@/components/share-bar";
import { YearLinks } from "@/components/year-links";
import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import { comingAtPuskesmas } from "@/lib/first-day/coming";
import { readFirstDay } from "@/lib/first-day/facts";
import { firstDayOf } from "@/lib/first-day/steps";
import { countActionItems, listItemsNeedingAttention } from "@/lib/follow-up/reads";
import { listFollowUpTasks } from "@/lib/follow-up/tasks";
import { listAskedMeetings } from "@/lib/meetings/asked";
import { listMeetingTasks } from "@/lib/meetings/overview";
import { findNextMeeting } from "@/lib/meetings/reads";
import { listYear } from "@/lib/meetings/year";
import { listReviewTasks } from "@/lib/reviews/tasks";
import { dayOf, formatDay, formatDistance, formatHours } from "@/lib/time";
import { listApplicationTasks } from "@/lib/training-evaluations/tasks";
import { isHeadOfOffice } from "@/lib/users/rules";
import { FirstDayCard } from "./first-day-card";
import { TaskList } from "./task-list";
import { YearStrip } from "./year-strip";

/** The start page of a puskesmas: what needs me, the next Lokmin, the year, the promises. */
export async function PuskesmasHome({ actor, now, year }: { actor: Actor; now: Date; year: number }) {
  const today = dayOf(now, actor.organisation.timeZone);
  const canWrite = isPuskesmasWriter(actor);
  const [tasks, items, next, cells, figures, followUpTasks, asked, reviewTasks, applicationTasks, facts] =
    await Promise.all([
      canWrite ? listMeetingTasks(actor, now) : [],
      canWrite ? listItemsNeedingAttention(actor, now, 6) : [],
      findNextMeeting(actor, now),
      listYear(actor, year, now),
      countActionItems(actor, today),
      listFollowUpTasks(actor, now),
      canWrite ? listAskedMeetings(actor) : [],
      listReviewTasks(actor, now),
      listApplicationTasks(actor, now),
      readFirstDay(actor),
    ]);
  const firstDay = facts && firstDayOf(actor, facts);
  const isFirstDay = firstDay !== null && !firstDay.isOver;
  const coming = comingAtPuskesmas(
    { next: next && { ...next, day: dayOf(next.startsAt, next.timeZone) }, cells, year },
    today,
  );
  return (
    <>
      <PageHeader
        title="Beranda"
        words={["Lokmin", "RTL"]}
        action={
          canWrite && (
            <Link href="/kegiatan/baru" prefetch={false} className={isFirstDay ? "button" : "button button-main"}>
              Buat kegiatan
            </Link>
          )
        }
      >
        <p className="text-muted">{formatDay(today)}</p>
      </PageHeader>
      {isHeadOfOffice(actor) && <GivenLinks actor={actor} now={now} className="mb-6" />}
      {isFirstDay && <FirstDayCard firstDay={firstDay} />}
      <AskedList asked={asked} className="mb-6" />
      <div className="flex flex-col gap-9">
        {canWrite && (!isFirstDay || (facts?.scheduled ?? 0) > 0) && (
          <TaskList
            tasks={tasks}
            items={items}
            followUpTasks={[...reviewTasks, ...followUpTasks, ...applicationTasks]}
            {...{ today, coming }}
          />
        )}
        <section aria-labelledby="berikutnya">
          <h2 id="berikutnya" className="mb-2">
            Kegiatan berikutnya
          </h2>
          {next ? (
            <NextMeeting meeting={next} today={today} />
          ) : (
            <EmptyState title="Belum ada kegiatan yang terjadwal">
              {canWrite ? "Buat Lokmin bulan depan atau Lokmin triwulanan berikutnya, lalu jadwalkan." : null}
            </EmptyState>
          )}
        </section>
        <section aria-labelledby="rtl">
          <h2 id="rtl" className="mb-2">
            Rencana tindak lanjut
          </h2>
          <ItemFigures counts={figures} />
        </section>
        <section aria-labelledby="tahun">
          <h2 id="tahun" className="mb-2">
            Lokmin tahun {year}
          </h2>
          <YearLinks path="/beranda" year={year} place="tahun" />
          <YearStrip cells={cells} year={year} />
          {canWrite && (
            <p>
              <Link href="/kegiatan/rencana" prefetch={false} className="link inline-flex min-h-11 items-center">
                Rencanakan Lokmin setahun
              </Link>
            </p>
          )}
          <Link href="/siapa-datang" prefetch={false} className="link inline-flex min-h-11 items-center">
            Rekap kehadiran
          </Link>
        </section>
      </div>
    </>
  );
}

type Next = NonNullable<Awaited<ReturnType<typeof findNextMeeting>>>;

function NextMeeting({ meeting, today }: { meeting: Next; today: string }) {
  const { counts } = meeting;
  const day = dayOf(meeting.startsAt, meeting.timeZone);
  return (
    <div className="card flex flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div>
          <Link href={`/kegiatan/${meeting.id}`} prefetch={false} className="link text-lg font-semibold">
            {meeting.title}
          </Link>
          <p>
            {formatDay(day)}, {formatHours(meeting.startsAt, meeting.endsAt, meeting.timeZone)} ·{" "}
            <b>{formatDistance(today, day)}</b>
          </p>
          <p className="text-muted">{meeting.place}</p>
        </div>
        <MeetingStatusBadge status={meeting.status} />
      </div>
      {counts.invited > 0 && (
        <ShareBar
          label={`Jawaban ${counts.invited} undangan`}
          shares={[
            { label: "hadir", count: counts.hadir, tone: "done" },
            { label: "diwakili", count: counts.diwakili, tone: "accent" },
            { label: "tidak hadir", count: counts.tidakHadir, tone: "late" },
            {
              label: "belum menjawab",
              count: counts.invited - counts.hadir - counts.diwakili - counts.tidakHadir,
              tone: "plain",
            },
          ]}
        />
      )}
    </div>
  );
}
