import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { ShareBar } from "@/components/share-bar";
import { formatNumber } from "@/lib/plan/rules";
import { type Covered, type FoundProgramme, findCoverageTiles, listCoverage } from "@/lib/programmes/reads";
import { canChangeProgramme } from "@/lib/programmes/rules";
import { requireProgramme } from "@/lib/web/programme";
import { CoverageMap } from "./coverage-map";
import { CoverageTable } from "./coverage-table";

export default async function CoveragePage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, programme } = await requireProgramme((await params).id);
  const members = await listCoverage(actor, programme.id, new Date());
  const visited = members.filter((member) => member.isVisited);
  const joined = members.filter((member) => !member.isVisited);
  const tiles = visited.length > 0 ? await findCoverageTiles(programme, visited) : [];
  const open = visited.filter(({ state }) => state === "open").length;
  return (
    <div className="flex flex-col gap-8">
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Shares visited={visited} />
        {canChangeProgramme(actor, programme) && !programme.closedAt && <Next programme={programme} open={open} />}
      </div>
      {visited.length > 0 && <CoverageMap programmeId={programme.id} rows={visited} tiles={tiles} />}
      {visited.length > 0 && <CoverageTable rows={visited} />}
      <Facts programme={programme} joined={joined} />
    </div>
  );
}

function Shares({ visited }: { visited: readonly Covered[] }) {
  if (visited.length === 0)
    return (
      <EmptyState title="Tidak ada peserta program ini di wilayah Anda">
        Peserta dipilih oleh instansi yang membuat program.
      </EmptyState>
    );
  const count = (...states: string[]) => visited.filter(({ state }) => states.includes(state)).length;
  const held = count("held");
  return (
    <section aria-labelledby="cakupan">
      <h2 id="cakupan" className="mb-2">
        {held} dari {visited.length} sudah dikunjungi
      </h2>
      <ShareBar
        label={`Cakupan ${visited.length} peserta`}
        shares={[
          { label: "sudah dikunjungi", count: held, tone: "done" },
          { label: "dijadwalkan atau berlangsung", count: count("planned", "running"), tone: "accent" },
          { label: "terlewat", count: count("missed"), tone: "late" },
          { label: "belum dijadwalkan", count: count("open"), tone: "plain" },
        ]}
      />
    </section>
  );
}

/** What the programme lacks before its visits can be proposed, then the proposal. */
function Next({ programme, open }: { programme: FoundProgramme; open: number }) {
  const base = `/program/${programme.id}`;
  const hasTeam = programme.facilitators.some(({ leftAt }) => !leftAt);
  const [first, ...others] = [
    ...(hasTeam ? [] : [{ href: `${base}/fasilitator`, words: "Isi fasilitator" }]),
    ...(programme.checklist.length > 0 ? [] : [{ href: `${base}/daftar-periksa`, words: "Isi daftar periksa" }]),
    ...(open > 0 ? [{ href: `${base}/kunjungan/rencana`, words: `Jadwalkan ${open} kunjungan` }] : []),
  ];
  if (!first) return null;
  return (
    <section aria-labelledby="langkah" className="no-print flex flex-col gap-3">
      <h2 id="langkah">Langkah berikut</h2>
      <Link href={first.href} prefetch={false} className="button button-main">
        {first.words}
      </Link>
      {others.map(({ href, words }) => (
        <Link key={href} href={href} prefetch={false} className="button">
          {words}
        </Link>
      ))}
    </section>
  );
}

function Facts({ programme, joined }: { programme: FoundProgramme; joined: readonly Covered[] }) {
  const { goal, topics, indicators } = programme;
  const figures = ({ baseline, target, unit }: (typeof indicators)[number]) =>
    [
      baseline === null ? null : `dari ${formatNumber(baseline)}`,
      target === null ? null : `target ${formatNumber(target)}`,
    ]
      .filter(Boolean)
      .join(", ") + (unit && (baseline !== null || target !== null) ? ` ${unit}` : "");
  return (
    <dl className="grid gap-4 border-t border-line pt-6 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <dt className="text-sm text-muted">Tujuan</dt>
        <dd className="max-w-prose whitespace-pre-line">{goal}</dd>
      </div>
      {indicators.length > 0 && (
        <div>
          <dt className="text-sm text-muted">Indikator</dt>
          {indicators.map((row) => (
            <dd key={row.position}>
              {row.name}
              {figures(row) && <span className="text-muted">, {figures(row)}</span>}
            </dd>
          ))}
        </div>
      )}
      {topics.length > 0 && (
        <div>
          <dt className="text-sm text-muted">Topik</dt>
          <dd>{topics.join(", ")}</dd>
        </div>
      )}
      {joined.length > 0 && (
        <div>
          <dt className="text-sm text-muted">Ikut serta</dt>
          <dd>{joined.map(({ name }) => name).join(", ")}</dd>
        </div>
      )}
    </dl>
  );
}
