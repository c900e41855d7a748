import Link from "next/link";
import { GivenLinks } from "@/app/(staf)/akun/given-links";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { ItemFigures } from "@/components/plan/item-figures";
import { YearLinks } from "@/components/year-links";
import type { Actor } from "@/lib/actor";
import { countActionItems, listItemsNeedingAttention } from "@/lib/follow-up/reads";
import { listFollowUpTasks } from "@/lib/follow-up/tasks";
import { listPuskesmasProgress, type PuskesmasProgress, puskesmasPerPage } from "@/lib/meetings/overview";
import { listYears } from "@/lib/meetings/year";
import { dayOf, formatDay, formatDayShort } from "@/lib/time";
import { isHeadOfOffice } from "@/lib/users/rules";
import { TaskList } from "./task-list";
import { YearMatrix } from "./year-matrix";

/** The start page of a Dinkes: its puskesmas, who lags first, and their promises. */
export async function DinkesHome({ actor, now, year }: { actor: Actor; now: Date; year: number }) {
  const today = dayOf(now, actor.organisation.timeZone);
  const [puskesmas, figures, items, followUpTasks] = await Promise.all([
    listPuskesmasProgress(actor, year, now),
    countActionItems(actor, today),
    listItemsNeedingAttention(actor, now, 6),
    listFollowUpTasks(actor, now),
  ]);
  const ids = puskesmas.map((row) => row.id);
  const years = await listYears(actor, ids, year, now);
  return (
    <>
      <PageHeader title="Beranda">
        <p className="text-muted">{formatDay(today)}</p>
      </PageHeader>
      {isHeadOfOffice(actor) && <GivenLinks actor={actor} now={now} className="mb-6" />}
      <div className="flex flex-col gap-9">
        <TaskList tasks={[]} items={items} followUpTasks={followUpTasks} today={today} showPuskesmas />
        <section aria-labelledby="rtl">
          <h2 id="rtl" className="mb-2">
            Rencana tindak lanjut semua puskesmas
          </h2>
          <ItemFigures counts={figures} />
        </section>
        <section aria-labelledby="puskesmas">
          <h2 id="puskesmas" className="mb-1">
            Lokmin {year} per puskesmas
          </h2>
          <p className="mb-2 text-sm text-muted">Yang paling tertinggal di atas.</p>
          <YearLinks path="/beranda" year={year} place="puskesmas" />
          {puskesmas.length === 0 ? (
            <EmptyState title="Belum ada puskesmas">Tambahkan puskesmas binaan di menu Puskesmas.</EmptyState>
          ) : (
            <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
              <ProgressTable puskesmas={puskesmas} timeZone={actor.organisation.timeZone} year={year} />
              <YearMatrix year={year} rows={puskesmas.map((row) => ({ ...row, cells: years.get(row.id) ?? [] }))} />
            </div>
          )}
          <p>
            <Link href="/siapa-datang" prefetch={false} className="link inline-flex min-h-11 items-center">
              Rekap kehadiran
            </Link>
          </p>
          {puskesmas.length === puskesmasPerPage && (
            <p className="mt-3">
              <Link href="/organisasi" prefetch={false} className="link">
                Lihat semua puskesmas
              </Link>
            </p>
          )}
        </section>
      </div>
    </>
  );
}

type TableProps = { puskesmas: readonly PuskesmasProgress[]; timeZone: string; year: number };

function ProgressTable({ puskesmas, timeZone, year }: TableProps) {
  const date = (instant: Date | null) => (instant ? formatDayShort(dayOf(instant, timeZone)) : "–");
  return (
    <div className="overflow-x-auto">
      <table className="table min-w-160">
        <thead>
          <tr>
            <th scope="col">Puskesmas</th>
            <th scope="col" className="number">
              Bulanan
            </th>
            <th scope="col" className="number">
              Triwulanan
            </th>
            <th scope="col">Terakhir</th>
            <th scope="col">Berikutnya</th>
            <th scope="col" className="number">
              RTL terbuka
            </th>
            <th scope="col" className="number">
              Terlambat
            </th>
          </tr>
        </thead>
        <tbody>
          {puskesmas.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={`/kegiatan?puskesmas=${row.id}&tahun=${year}`} prefetch={false} className="link">
                  {row.name}
                </Link>
              </th>
              <td className="number">{row.monthly} dari 12</td>
              <td className="number">{row.quarterly} dari 4</td>
              <td className="whitespace-nowrap">{date(row.lastHeld)}</td>
              <td className="whitespace-nowrap">{date(row.next)}</td>
              <td className="number">
                <Link href={`/tindak-lanjut?puskesmas=${row.id}`} prefetch={false} className="link">
                  {row.openItems}
                </Link>
              </td>
              <td className={`number ${row.overdueItems > 0 ? "font-semibold text-late" : ""}`}>{row.overdueItems}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
