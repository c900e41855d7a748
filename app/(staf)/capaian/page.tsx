import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { StatusLegend } from "@/components/charts/status-legend";
import { EmptyState } from "@/components/empty-state";
import { OfficeChoice } from "@/components/office-choice";
import { PageHeader } from "@/components/page-header";
import { isDinkes, isPuskesmas } from "@/lib/actor";
import { canWriteFigures } from "@/lib/indicators/rules";
import { findOfficeView, type OfficeView } from "@/lib/organisations/office-view";
import { listPws } from "@/lib/pws/pws";
import { momentName } from "@/lib/pws/readings";
import { listMonthSums } from "@/lib/pws/year-lines";
import { say } from "@/lib/web/local-words";
import { type Query, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { FigureTabs } from "./figure-tabs";
import { pwsAddress, pwsFilterOf } from "./filter";
import { HeatTable } from "./heat-table";
import { hasFigures, NothingYet } from "./nothing-yet";
import { PwsFilterForm } from "./pws-filter-form";
import { WorstSentence } from "./worst-sentence";

export async function generateMetadata(): Promise<Metadata> {
  await requireActor();
  return { title: say("Capaian per desa") };
}

/** Every indicator over every desa of a puskesmas, as of a month. */
export default async function AchievementPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const [filter, view] = await Promise.all([
    pwsFilterOf(actor, query),
    findOfficeView(actor, { dinkes: queryText(query.dinkes), puskesmas: queryText(query.puskesmas) }),
  ]);
  if (!filter) return <ChoosePuskesmas view={view} />;
  const [pws, sums] = await Promise.all([listPws(actor, filter), listMonthSums(actor, filter)]);
  if (!pws) notFound();
  const canWrite = canWriteFigures(actor);
  const villageHref = (code: string) => pwsAddress(actor, `/capaian/desa/${code}`, filter);
  return (
    <div className="pws-paper">
      <PageHeader
        title={say("Capaian per desa")}
        words={["PWS", "Sasaran"]}
        action={
          <Link
            href={withQuery(`/surat/pws-desa/${pws.puskesmas.id}:${pws.year}`, {
              bulan: pws.month,
              topik: filter.topic,
            })}
            prefetch={false}
            className="button no-print"
          >
            Cetak atau unduh
          </Link>
        }
      >
        <p className="text-muted">
          {pws.puskesmas.name} · sampai {momentName(pws)}
          {filter.topic && ` · ${filter.topic}`}
        </p>
      </PageHeader>
      <FigureTabs
        isDinkes={isDinkes(actor)}
        canWrite={canWrite}
        query={withQuery("", { tahun: filter.year, puskesmas: isPuskesmas(actor) ? undefined : filter.puskesmasId })}
      />
      <PwsFilterForm filter={filter} puskesmas={view.puskesmas} topics={pws.topics} />
      {hasFigures(pws) ? (
        <>
          <WorstSentence pws={pws} villageHref={villageHref} />
          <HeatTable
            pws={pws}
            sums={sums}
            indicatorHref={(id) => pwsAddress(actor, `/capaian/${id}`, filter)}
            villageHref={villageHref}
          />
          <div className="mt-4 flex flex-col gap-3">
            <StatusLegend />
            <p className="max-w-prose text-sm text-muted">
              {say(
                "Di bawah nama indikator: target sampai bulan ini. – : belum dilaporkan, atau tidak ada sasaran. Angka tanpa huruf: targetnya belum diisi, atau belum lengkap dilaporkan sehingga batasnya masih dapat terlewati. ! : di atas 100 %, periksa lagi. Pilih indikator untuk tabel PWS dan diagramnya, atau desa untuk semua indikatornya; di sana yang tertinggal dapat diusulkan sebagai masalah.",
              )}
            </p>
          </div>
        </>
      ) : (
        <NothingYet pws={pws} canWrite={canWrite} />
      )}
    </div>
  );
}

function ChoosePuskesmas({ view }: { view: OfficeView }) {
  const { offices, puskesmas } = view;
  return (
    <>
      <PageHeader title={say("Capaian per desa")}>
        <p className="text-muted">{say("Pilih puskesmas untuk melihat capaian setiap desanya")}</p>
      </PageHeader>
      <FigureTabs isDinkes canWrite={false} />
      {offices.length > 0 && (
        <form method="get" className="mb-5 flex flex-wrap items-end gap-3">
          <OfficeChoice view={view} />
          <button type="submit" className="button">
            Tampilkan
          </button>
        </form>
      )}
      {puskesmas.length === 0 && offices.length === 0 ? (
        <EmptyState title="Belum ada puskesmas">Tambahkan puskesmas di bagian Puskesmas.</EmptyState>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {puskesmas.map(({ id, name }) => (
            <li key={id}>
              <Link
                href={`/capaian?puskesmas=${id}`}
                prefetch={false}
                className="card block font-semibold text-accent no-underline hover:bg-sunken"
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
