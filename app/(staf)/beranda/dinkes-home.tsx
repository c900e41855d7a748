import Link from "next/link";
import { GivenLinks } from "@/app/(staf)/akun/given-links";
import { EmptyState } from "@/components/empty-state";
import { LaggingList } from "@/components/matrix/lagging-list";
import { MatrixSummary } from "@/components/matrix/summary";
import { PageHeader } from "@/components/page-header";
import { ItemFigures } from "@/components/plan/item-figures";
import { YearLinks } from "@/components/year-links";
import type { Actor } from "@/lib/actor";
import { comingAtDinkes } from "@/lib/first-day/coming";
import { readFirstDay } from "@/lib/first-day/facts";
import { firstDayOf } from "@/lib/first-day/steps";
import { countActionItems, listItemsNeedingAttention } from "@/lib/follow-up/reads";
import { listFollowUpTasks } from "@/lib/follow-up/tasks";
import { arrange } from "@/lib/matrix/filter";
import { findOffice } from "@/lib/matrix/office";
import { rowNames } from "@/lib/matrix/readings";
import { findMatrix } from "@/lib/matrix/reads";
import { listReviewTasks } from "@/lib/reviews/tasks";
import { dayOf, formatDay } from "@/lib/time";
import { listApplicationTasks } from "@/lib/training-evaluations/tasks";
import { isHeadOfOffice } from "@/lib/users/rules";
import { FirstDayCard } from "./first-day-card";
import { TaskList } from "./task-list";

const laggingShown = 8;

/** The start page of a Dinkes: what waits, their promises, and which of its puskesmas lag. */
export async function DinkesHome({ actor, now, year }: { actor: Actor; now: Date; year: number }) {
  const today = dayOf(now, actor.organisation.timeZone);
  const office = await findOffice(actor);
  if (!office) return null;
  const [matrix, figures, items, followUpTasks, reviewTasks, applicationTasks, facts] = await Promise.all([
    findMatrix(actor, office, year, now),
    countActionItems(actor, today),
    listItemsNeedingAttention(actor, now, 6),
    listFollowUpTasks(actor, now),
    listReviewTasks(actor, now),
    listApplicationTasks(actor, now),
    readFirstDay(actor),
  ]);
  const firstDay = facts && firstDayOf(actor, facts);
  const noun = rowNames[office.level].toLowerCase();
  const lagging = arrange(matrix.rows, {}).slice(0, laggingShown);
  return (
    <>
      <PageHeader title="Beranda" words={["Lokmin", "RTL"]}>
        <p className="text-muted">{formatDay(today)}</p>
      </PageHeader>
      {isHeadOfOffice(actor) && <GivenLinks actor={actor} now={now} className="mb-6" />}
      {firstDay && !firstDay.isOver && <FirstDayCard firstDay={firstDay} />}
      <div className="flex flex-col gap-9">
        {(!firstDay || firstDay.isOver || facts.scheduled > 0) && (
          <TaskList
            tasks={[]}
            items={items}
            followUpTasks={[...reviewTasks, ...followUpTasks, ...applicationTasks]}
            coming={comingAtDinkes({ rows: matrix.rows, noun, year }, today)}
            today={today}
            showPuskesmas
          />
        )}
        <section aria-labelledby="rtl">
          <h2 id="rtl" className="mb-2">
            Rencana tindak lanjut semua puskesmas
          </h2>
          <ItemFigures counts={figures} />
        </section>
        <section aria-labelledby="puskesmas">
          <h2 id="puskesmas" className="mb-2">
            Lokmin {year}
          </h2>
          <YearLinks path="/beranda" year={year} place="puskesmas" />
          {matrix.rows.length === 0 ? (
            <EmptyState title="Belum ada puskesmas">Tambahkan puskesmas binaan di menu Puskesmas.</EmptyState>
          ) : (
            <>
              <MatrixSummary rows={matrix.rows} noun={noun} />
              <LaggingList rows={lagging} of={matrix.rows.length} level={office.level} year={year} />
            </>
          )}
          <p className="mt-2 flex flex-wrap gap-x-6">
            <Link href={`/matriks?tahun=${year}`} prefetch={false} className="link inline-flex min-h-11 items-center">
              Buka matriks {year}
            </Link>
            <Link href="/siapa-datang" prefetch={false} className="link inline-flex min-h-11 items-center">
              Rekap kehadiran
            </Link>
          </p>
        </section>
      </div>
    </>
  );
}
