import type { Metadata } from "next";
import { AppLink } from "@/components/app-link";
import { EmptyState } from "@/components/empty-state";
import { statusBadge } from "@/components/meeting-status";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { reportBadge } from "@/components/reviews/report-badge";
import { type Actor, isDinkes } from "@/lib/actor";
import { isReportable } from "@/lib/approvals/rules";
import { isId } from "@/lib/db";
import { listAskedMeetings } from "@/lib/meetings/asked";
import { listMeetings, type MeetingFilter } from "@/lib/meetings/reads";
import { kindNames, kindsHeldBy, listedKinds, statusNames } from "@/lib/meetings/rules";
import { findOfficeView } from "@/lib/organisations/office-view";
import { dayOf, formatDayShort, formatHours } from "@/lib/time";
import { type Query, queryPage, queryText, queryYear, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import type { MeetingStatus } from "@/prisma/generated/enums";
import { AskedList } from "./asked-list";
import { MeetingFilterForm } from "./meeting-filter-form";
import { type MeetingLine, MeetingList } from "./meeting-list";

export const metadata: Metadata = { title: "Kegiatan" };

export default async function MeetingsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const typed = await searchParams;
  const query = {
    tahun: queryText(typed.tahun),
    jenis: queryText(typed.jenis),
    keadaan: queryText(typed.keadaan),
    puskesmas: queryText(typed.puskesmas),
    dinkes: queryText(typed.dinkes),
  };
  const view = await findOfficeView(actor, query);
  const [{ meetings, page, hasMore }, asked] = await Promise.all([
    listMeetings(view.actor, {
      ...toFilter({ ...query, puskesmas: view.puskesmasId ?? "" }),
      page: queryPage(typed.halaman),
    }),
    isDinkes(actor) ? [] : listAskedMeetings(actor),
  ]);
  const held = kindsHeldBy(actor);
  const schedule = scheduleAddress(actor, query);
  const address = (number: number) => withQuery("/kegiatan", { ...query, halaman: number });
  return (
    <>
      <PageHeader
        title="Kegiatan"
        action={
          <div className="flex flex-wrap gap-2">
            {schedule && (
              <AppLink href={schedule} className="button">
                Jadwal tahunan
              </AppLink>
            )}
            <AppLink href="/templat" className="button">
              Templat
            </AppLink>
            <AppLink href="/berkas-akreditasi" className="button">
              Berkas akreditasi
            </AppLink>
            {!isDinkes(actor) && (
              <AppLink href="/tinjauan" className="button">
                Laporan ke Dinkes
              </AppLink>
            )}
            {held.length > 1 && (
              <AppLink href="/kegiatan/rencana" className="button">
                Rencana setahun
              </AppLink>
            )}
            {held.length > 0 && (
              <AppLink href="/kegiatan/baru" className="button button-main">
                {held.length > 1 ? "Buat kegiatan" : "Buat pelatihan"}
              </AppLink>
            )}
          </div>
        }
      />
      <AskedList asked={asked} className="mb-4" />
      <MeetingFilterForm
        query={query}
        kinds={Object.entries(kindNames)}
        statuses={Object.entries(statusNames)}
        view={view}
      />
      {meetings.length === 0 ? (
        <NoMeetings actor={actor} filtered={Object.values(query).some(Boolean)} />
      ) : (
        <MeetingList meetings={meetings.map((meeting) => lineOf(meeting, isDinkes(actor)))} />
      )}
      <Pager previous={page > 1 ? address(page - 1) : null} next={hasMore ? address(page + 1) : null} />
    </>
  );
}

/** The paper of the year that is shown, of one puskesmas; null where a Dinkes looks at all of them. */
function scheduleAddress(actor: Actor, { tahun, puskesmas }: { tahun: string; puskesmas: string }): string | null {
  const id = isDinkes(actor) ? puskesmas : actor.organisation.id;
  const year = queryYear(tahun) ?? Number(dayOf(new Date(), actor.organisation.timeZone).slice(0, 4));
  return isId(id) ? `/surat/jadwal/${id}:${year}` : null;
}

function toFilter(query: { tahun: string; jenis: string; keadaan: string; puskesmas: string }): MeetingFilter {
  const status = Object.keys(statusNames).find((name) => name === query.keadaan) as MeetingStatus | undefined;
  return {
    year: queryYear(query.tahun),
    kind: listedKinds.find((kind) => kind === query.jenis),
    status,
    puskesmasId: isId(query.puskesmas) ? query.puskesmas : undefined,
  };
}

type Listed = Awaited<ReturnType<typeof listMeetings>>["meetings"][number];

function lineOf(meeting: Listed, showPuskesmas: boolean): MeetingLine {
  const { id, title, kind, startsAt, endsAt, timeZone, place, counts } = meeting;
  const others = counts.organisers - 1;
  const hostName = showPuskesmas || others > 0 ? ` · ${counts.hostName}` : "";
  return {
    id,
    title,
    badge: badgeOf(meeting),
    when: `${formatDayShort(dayOf(startsAt, timeZone))}, ${formatHours(startsAt, endsAt, timeZone)} · ${place}`,
    kind: `${kindNames[kind]}${hostName}${others > 0 ? ` dan ${others} puskesmas lain` : ""}`,
    summary: summary(meeting),
  };
}

/** What matters about a meeting in its state: who said yes before it, who came and what was agreed after it. */
function summary({ status, counts }: Listed): string {
  const held = `${counts.present} hadir · ${counts.actionItems} RTL`;
  if (status === "IN_PROGRESS") return held;
  if (status === "CLOSED") return held;
  if (counts.invited === 0) return "belum ada undangan";
  return `${counts.hadir + counts.diwakili} dari ${counts.invited} akan hadir`;
}

/** Of a meeting that is over, how far its report is. */
function badgeOf({ status, kind, counts }: Listed): MeetingLine["badge"] {
  if (status !== "CLOSED") return statusBadge(status);
  if (counts.reportState !== "NOT_SENT") return reportBadge(counts.reportState);
  if (!counts.isApproved) return { tone: "plain", icon: "more", children: "Belum disahkan" };
  return {
    tone: "done",
    icon: "check",
    children: isReportable(kind, counts.hostKind) ? "Disahkan, belum dilaporkan" : "Disahkan",
  };
}

function NoMeetings({ actor, filtered }: { actor: Actor; filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState
        title="Tidak ada kegiatan dengan filter ini"
        action={
          <AppLink href="/kegiatan" className="button">
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
