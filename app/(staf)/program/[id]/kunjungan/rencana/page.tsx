import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { mostTeam } from "@/lib/programmes/fields";
import { roundNotices } from "@/lib/programmes/proposal";
import { listCoverage } from "@/lib/programmes/reads";
import { findRoundContext } from "@/lib/programmes/round";
import { canChangeProgramme } from "@/lib/programmes/rules";
import { requireProgramme } from "@/lib/web/programme";
import { type Query, queryText } from "@/lib/web/query";
import { planRoundAction } from "./actions";
import { proposedValues } from "./proposed-values";
import { RoundForm } from "./round-form";

export const metadata: Metadata = { title: "Jadwalkan kunjungan" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function PlanRoundPage({ params, searchParams }: Props) {
  const { actor, programme } = await requireProgramme((await params).id);
  if (!canChangeProgramme(actor, programme) || programme.closedAt) notFound();
  const again = queryText((await searchParams).lagi);
  const members = await listCoverage(actor, programme.id, new Date());
  const wanted = members.filter(({ id, isVisited, state }) => isVisited && (state === "open" || id === again));
  const facilitators = programme.facilitators.filter(({ leftAt }) => !leftAt);
  if (wanted.length === 0)
    return (
      <EmptyState
        title="Semua sudah dijadwalkan"
        action={
          <Link href={`/program/${programme.id}/kunjungan`} prefetch={false} className="button">
            Lihat kunjungan
          </Link>
        }
      >
        Kunjungan kedua ke peserta yang sama ditambah dari daftar kunjungan.
      </EmptyState>
    );
  const [proposal, context] = await Promise.all([
    proposedValues(actor, programme, members, { wanted: wanted.map(({ id }) => id), kept: [] }),
    findRoundContext(actor, programme),
  ]);
  const rows = [...proposal.visits, ...proposal.unplaced.map((visitedId) => ({ visitedId, day: "", team: [] }))].map(
    ({ visitedId, day, team }, index) => ({
      ...{ index, visitedId, day, key: randomUUID() },
      name: members.find(({ id }) => id === visitedId)?.name ?? "",
      district: members.find(({ id }) => id === visitedId)?.district ?? "",
      team: team.slice(0, mostTeam),
    }),
  );
  const notices = roundNotices(
    rows.filter(({ day }) => day !== ""),
    context,
  );
  return (
    <>
      <p className="mb-4 max-w-prose">
        Usulan: {programme.visitsPerWeek} kunjungan seminggu, yang berdekatan dalam minggu yang sama, tanpa hari libur
        dan tanpa fasilitator yang bentrok. Ubah sesuka Anda; tandai Tetap, lalu usulkan lagi sisanya.
      </p>
      {proposal.unplaced.length > 0 && (
        <p role="status" className="mb-5 max-w-prose rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
          {proposal.unplaced.length} kunjungan tidak muat dalam masa program. Isi tanggalnya sendiri, perpanjang masa
          program, atau tambah kunjungan seminggu.
        </p>
      )}
      <RoundForm
        key={programme.version}
        action={planRoundAction.bind(null, programme.id)}
        version={programme.version}
        teamSize={Math.min(mostTeam, Math.max(programme.teamSize, ...rows.map(({ team }) => team.length)))}
        facilitators={facilitators.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))}
        rows={rows.map((row) => ({
          ...row,
          startTime: programme.startClock,
          endTime: programme.endClock ?? "",
          place: row.name,
          notices: notices.get(row.key) ?? [],
        }))}
      />
    </>
  );
}
