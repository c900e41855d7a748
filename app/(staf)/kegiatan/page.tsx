import type { Metadata } from "next";
import { AppLink } from "@/components/app-link";
import { EmptyState } from "@/components/empty-state";
import { MoreMenu } from "@/components/list/more-menu";
import { statusBadge } from "@/components/meeting-status";
import { MonthCalendar, type MonthCalendarProps } from "@/components/month-calendar";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { reportBadge } from "@/components/reviews/report-badge";
import { type Actor, isDinkes } from "@/lib/actor";
import { isReportable } from "@/lib/approvals/rules";
import { isId } from "@/lib/db";
import { listAskedMeetings } from "@/lib/meetings/asked";
import { type BesideList, listMeetingPage } from "@/lib/meetings/meeting-page";
import type { MeetingFilter } from "@/lib/meetings/reads";
import { kindsHeldBy, listedKinds, statusNames } from "@/lib/meetings/rules";
import { findOfficeView } from "@/lib/organisations/office-view";
import { addDays, dayOf, formatDayOfWeek, formatHours, isDay, toInstant } from "@/lib/time";
import { openKeptFilter } from "@/lib/web/kept-filter";
import { type Query, queryPage, queryText, queryYear, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import type { MeetingStatus } from "@/prisma/generated/enums";
import { AskedList } from "./asked-list";
import { MeetingFilters, type MeetingQuery } from "./meeting-filters";
import { type MeetingLine, MeetingList } from "./meeting-list";

export const metadata: Metadata = { title: "Kegiatan" };

export default async function MeetingsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const typed = await searchParams;
  await openKeptFilter(actor, "/kegiatan", typed);
  const today = dayOf(new Date(), actor.organisation.timeZone);
  const query = queryOf(typed);
  const view = await findOfficeView(actor, query);
  const month = monthOf(query, today);
  const [{ meetings, page, hasMore, beside }, asked] = await Promise.all([
    listMeetingPage(view.actor, {
      ...toFilter({ ...query, puskesmas: view.puskesmasId ?? "" }, actor.organisation.timeZone),
      page: queryPage(typed.halaman),
      today,
      month: view.offices.length > 0 && !view.officeId ? null : month,
    }),
    isDinkes(actor) ? [] : listAskedMeetings(actor),
  ]);
  const address = (number: number) => withQuery("/kegiatan", { ...query, halaman: number });
  const linesOf = (upcoming: boolean) =>
    meetings.filter(({ isUpcoming }) => isUpcoming === upcoming).map((meeting) => lineOf(meeting, isDinkes(actor)));
  return (
    <>
      <PageHeader
        title="Kegiatan"
        deskWords={["Lokmin", "Kalakarya"]}
        action={<Actions actor={actor} query={query} />}
      />
      <AskedList asked={asked} className="mb-4" />
      <MeetingFilters query={query} view={view} states={beside?.states} thisYear={Number(today.slice(0, 4))} />
      <div className={beside ? "beside-month" : undefined}>
        {beside && <MonthCalendar {...calendarOf(beside.month, { query, month, today })} />}
        <div>
          {meetings.length === 0 && <NoMeetings actor={actor} filtered={Object.values(query).some(Boolean)} />}
          <MeetingList label="Akan datang" meetings={linesOf(true)} />
          <MeetingList label="Sudah lewat" meetings={linesOf(false)} />
          <Pager previous={page > 1 ? address(page - 1) : null} next={hasMore ? address(page + 1) : null} />
        </div>
      </div>
    </>
  );
}

function Actions({ actor, query }: { actor: Actor; query: MeetingQuery }) {
  const held = kindsHeldBy(actor);
  const schedule = scheduleAddress(actor, query);
  return (
    <div className="flex gap-2">
      <MoreMenu
        links={[
          schedule !== null && { href: schedule, label: "Jadwal tahunan" },
          { href: "/templat", label: "Templat" },
          { href: "/berkas-akreditasi", label: "Berkas akreditasi" },
          !isDinkes(actor) && { href: "/tinjauan", label: "Laporan ke Dinkes" },
          held.length > 1 && { href: "/kegiatan/rencana", label: "Rencana setahun" },
        ]}
      />
      {held.length > 0 && (
        <AppLink href="/kegiatan/baru" className="button button-main">
          {held.length > 1 ? "Buat kegiatan" : "Buat pelatihan"}
        </AppLink>
      )}
    </div>
  );
}

function queryOf(typed: Awaited<Query>): MeetingQuery {
  const hari = queryText(typed.hari);
  const bulan = queryText(typed.bulan);
  return {
    tahun: queryText(typed.tahun),
    jenis: queryText(typed.jenis),
    keadaan: queryText(typed.keadaan),
    puskesmas: queryText(typed.puskesmas),
    dinkes: queryText(typed.dinkes),
    hari: isDay(hari) ? hari : "",
    bulan: isDay(`${bulan}-01`) ? bulan : "",
  };
}

/** The month that was asked for, that of the day or of the year that is filtered, else this one. */
function monthOf({ bulan, hari, tahun }: MeetingQuery, today: string): string {
  if (bulan) return bulan;
  if (hari) return hari.slice(0, 7);
  const year = queryYear(tahun);
  return year && !today.startsWith(String(year)) ? `${year}-12` : today.slice(0, 7);
}

type Shown = { query: MeetingQuery; month: string; today: string };

function calendarOf(held: BesideList["month"], { query, month, today }: Shown): MonthCalendarProps {
  const of = (bulan: string) => withQuery("/kegiatan", { ...query, bulan, hari: "" });
  const days = new Map<string, string[]>();
  for (const { title, startsAt, endsAt, timeZone } of held) {
    const last = dayOf(new Date(endsAt ?? startsAt), timeZone);
    for (let day = dayOf(new Date(startsAt), timeZone); day <= last; day = addDays(day, 1))
      if (day.startsWith(month)) days.set(day, [...(days.get(day) ?? []), title]);
  }
  return {
    month,
    today,
    chosen: query.hari || null,
    held: Object.fromEntries(days),
    previous: of(addDays(`${month}-01`, -1).slice(0, 7)),
    next: of(addDays(`${month}-01`, 31).slice(0, 7)),
    dayAddress: `${withQuery("/kegiatan", { ...query, bulan: month, hari: "" })}&hari=`,
  };
}

/** The paper of the year that is shown, of one puskesmas; null where a Dinkes looks at all of them. */
function scheduleAddress(actor: Actor, { tahun, puskesmas }: { tahun: string; puskesmas: string }): string | null {
  const id = isDinkes(actor) ? puskesmas : actor.organisation.id;
  const year = queryYear(tahun) ?? Number(dayOf(new Date(), actor.organisation.timeZone).slice(0, 4));
  return isId(id) ? `/surat/jadwal/${id}:${year}` : null;
}

function toFilter(query: MeetingQuery, timeZone: string): MeetingFilter {
  const status = Object.keys(statusNames).find((name) => name === query.keadaan) as MeetingStatus | undefined;
  return {
    year: queryYear(query.tahun),
    kind: listedKinds.find((kind) => kind === query.jenis),
    status,
    puskesmasId: isId(query.puskesmas) ? query.puskesmas : undefined,
    day: query.hari
      ? { from: toInstant(query.hari, "00:00", timeZone), to: toInstant(addDays(query.hari, 1), "00:00", timeZone) }
      : undefined,
  };
}

type ListedHere = Awaited<ReturnType<typeof listMeetingPage>>["meetings"][number];

function lineOf(meeting: ListedHere, showPuskesmas: boolean): MeetingLine {
  const { id, title, startsAt, endsAt, timeZone, place, counts } = meeting;
  const others = counts.organisers - 1;
  const host =
    showPuskesmas || others > 0 ? `${counts.hostName}${others > 0 ? ` dan ${others} puskesmas lain` : ""}` : "";
  return {
    id,
    title,
    badge: badgeOf(meeting),
    day: formatDayOfWeek(dayOf(startsAt, timeZone)),
    about: [host, summary(meeting), formatHours(startsAt, endsAt, timeZone), place].filter(Boolean).join(" · "),
  };
}

/** What matters about a meeting in its state: who said yes before it, who came and what was agreed after it. */
function summary({ status, counts }: ListedHere): string {
  const held = `${counts.present} hadir · ${counts.actionItems} RTL`;
  if (status === "IN_PROGRESS" || status === "CLOSED") return held;
  if (status === "CANCELLED") return "";
  if (counts.invited === 0) return "belum ada undangan";
  return `${counts.hadir + counts.diwakili} dari ${counts.invited} akan hadir`;
}

/** Of a meeting that is over, how far its report is. */
function badgeOf({ status, kind, counts }: ListedHere): MeetingLine["badge"] {
  const { tone, children } =
    status !== "CLOSED"
      ? statusBadge(status)
      : counts.reportState !== "NOT_SENT"
        ? reportBadge(counts.reportState)
        : { tone: counts.isApproved ? ("done" as const) : ("plain" as const), children: approvalWords(kind, counts) };
  return { tone, children };
}

function approvalWords(kind: ListedHere["kind"], { isApproved, hostKind }: ListedHere["counts"]): string {
  if (!isApproved) return "Belum disahkan";
  return isReportable(kind, hostKind) ? "Disahkan, belum dilaporkan" : "Disahkan";
}

function NoMeetings({ actor, filtered }: { actor: Actor; filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState
        title="Tidak ada kegiatan dengan filter ini"
        action={
          <AppLink href="/kegiatan" data-filter className="button">
            Tampilkan semua
          </AppLink>
        }
      />
    );
  }
  return (
    <EmptyState
      title="Belum ada kegiatan"
      action={
        kindsHeldBy(actor).length > 0 && (
          <AppLink href="/kegiatan/baru" className="button button-main">
            {isDinkes(actor) ? "Buat pelatihan" : "Buat kegiatan pertama"}
          </AppLink>
        )
      }
    >
      {isDinkes(actor)
        ? "Kegiatan puskesmas tampak di sini begitu dijadwalkan, pelatihan Dinkes sejak dibuat."
        : "Mulai dengan Lokmin bulanan bulan ini atau Lokmin triwulanan berikutnya."}
    </EmptyState>
  );
}
