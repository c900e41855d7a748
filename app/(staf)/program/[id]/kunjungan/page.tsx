import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { MeetingStatusBadge } from "@/components/meeting-status";
import { SavedNotice } from "@/components/saved-notice";
import { ScrollBox } from "@/components/scroll-box";
import { roundNotices } from "@/lib/programmes/proposal";
import { type CoverageVisit, type Covered, listCoverage } from "@/lib/programmes/reads";
import { findRoundContext } from "@/lib/programmes/round";
import { canChangeProgramme, isPlanned } from "@/lib/programmes/rules";
import { formatDay, formatHours } from "@/lib/time";
import { requireProgramme } from "@/lib/web/programme";
import { type Query, queryText } from "@/lib/web/query";

export const metadata: Metadata = { title: "Kunjungan" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };
type Listed = CoverageVisit & { visited: Covered };

export default async function VisitsPage({ params, searchParams }: Props) {
  const { actor, programme } = await requireProgramme((await params).id);
  const members = await listCoverage(actor, programme.id, new Date());
  const visits = members
    .flatMap((visited) => visited.visits.map((visit): Listed => ({ ...visit, visited })))
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const planned = visits.filter(({ status }) => isPlanned(status));
  const context = planned.length > 0 ? await findRoundContext(actor, programme) : null;
  const notices = context
    ? roundNotices(
        planned.map(({ meetingId, day, team, visited }) => ({
          ...{ key: meetingId, name: visited.name, day },
          team: team.map(({ facilitatorId }) => facilitatorId),
        })),
        // Visits of this programme are rows already.
        { ...context, bookings: context.bookings.filter(({ key }) => !visits.some((one) => one.meetingId === key)) },
      )
    : new Map<string, string[]>();
  const open = members.filter(({ isVisited, state }) => isVisited && state === "open").length;
  const canPlan = canChangeProgramme(actor, programme) && !programme.closedAt;
  const saved = queryText((await searchParams).dijadwalkan);
  const plan = canPlan && open > 0 && (
    <Link href={`/program/${programme.id}/kunjungan/rencana`} prefetch={false} className="button button-main">
      Jadwalkan {open} kunjungan
    </Link>
  );
  return (
    <div className="flex flex-col gap-5">
      {/^\d{1,3}$/.test(saved) && (
        <SavedNotice>{saved} kunjungan dijadwalkan. Puskesmas melihatnya di menu Kegiatan.</SavedNotice>
      )}
      {visits.length === 0 ? (
        <EmptyState title="Belum ada kunjungan" action={plan}>
          Jadwalnya diusulkan dari fasilitator, hari berhalangan, dan hari libur.
        </EmptyState>
      ) : (
        <>
          {plan && <div className="no-print">{plan}</div>}
          <VisitTable visits={visits} notices={notices} />
          {canPlan && <Again programmeId={programme.id} members={members} />}
        </>
      )}
    </div>
  );
}

function VisitTable({ visits, notices }: { visits: readonly Listed[]; notices: ReadonlyMap<string, string[]> }) {
  return (
    <ScrollBox label="Kunjungan menurut tanggal">
      <table className="table min-w-160">
        <thead>
          <tr>
            <th scope="col">Kunjungan</th>
            <th scope="col">Hari dan jam</th>
            <th scope="col">Fasilitator</th>
            <th scope="col" className="number">
              Hadir
            </th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {visits.map((visit) => (
            <tr key={visit.meetingId}>
              <th scope="row">
                <Link href={`/kegiatan/${visit.meetingId}`} prefetch={false} className="link">
                  {visit.visited.name}
                </Link>
              </th>
              <td>
                <span className="whitespace-nowrap">{formatDay(visit.day)}</span>
                <span className="block text-sm text-muted">
                  {formatHours(visit.startsAt, visit.endsAt, visit.timeZone)}
                </span>
                {(notices.get(visit.meetingId) ?? []).map((notice) => (
                  <span key={notice} className="block text-sm text-soon">
                    {notice}
                  </span>
                ))}
              </td>
              <td>{visit.team.map(({ name }) => name).join(", ") || <span className="text-muted">–</span>}</td>
              <td className="number">{visit.present || "–"}</td>
              <td>
                <MeetingStatusBadge status={visit.status} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** A second visit to somebody who has one. */
function Again({ programmeId, members }: { programmeId: string; members: readonly Covered[] }) {
  const visited = members.filter(({ isVisited, state }) => isVisited && state !== "open");
  if (visited.length === 0) return null;
  return (
    <form
      method="get"
      action={`/program/${programmeId}/kunjungan/rencana`}
      className="no-print flex max-w-xl flex-wrap items-end gap-3"
    >
      <label className="min-w-0 flex-1 text-sm">
        Kunjungan kedua
        <select name="lagi" className="input">
          {visited.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        Tambah kunjungan
      </button>
    </form>
  );
}
