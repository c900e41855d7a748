import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { isPuskesmas } from "@/lib/actor";
import { findPackOverview } from "@/lib/evidence-pack/overview";
import { findOfficeView } from "@/lib/organisations/office-view";
import { dayOf } from "@/lib/time";
import { type Query, queryText, queryYear, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { GapList } from "./gap-list";
import { PackParts } from "./pack-parts";
import { PackState } from "./pack-state";

export const metadata: Metadata = { title: "Berkas akreditasi" };

const path = "/berkas-akreditasi";

export default async function EvidencePackPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const year = queryYear(query.tahun) ?? Number(dayOf(new Date(), actor.organisation.timeZone).slice(0, 4));
  const chosen = isPuskesmas(actor) ? actor.organisation.id : queryText(query.puskesmas);
  const overview = await findPackOverview(actor, chosen, year);
  const address = (other: number) =>
    withQuery(path, { tahun: other, puskesmas: isPuskesmas(actor) ? undefined : chosen });
  if (!overview) return <ChoosePuskesmas year={year} puskesmas={(await findOfficeView(actor, {})).puskesmas} />;
  const shown = overview.making ?? overview.ready?.pack ?? null;
  return (
    <>
      <PageHeader title="Berkas akreditasi" words={["EP"]} crumbs={[{ href: "/kegiatan", label: "Kegiatan" }]}>
        <p className="mt-2 max-w-prose">
          Bukti lokakarya mini {overview.puskesmas.name} tahun {year} dalam satu ZIP, berurut menurut EP 1.6.2 a–c dan
          2.8.2 b, dengan daftar isi yang menyebut apa yang masih kurang.
        </p>
      </PageHeader>
      <nav aria-label="Tahun" className="mb-5 flex flex-wrap items-center gap-2">
        {[year - 1, year, year + 1].map((other) => (
          <Link
            key={other}
            href={address(other)}
            prefetch={false}
            aria-current={other === year ? "page" : undefined}
            className="button aria-[current=page]:border-accent aria-[current=page]:text-accent"
          >
            {other}
          </Link>
        ))}
      </nav>
      <div className="flex flex-col gap-8">
        <PackState overview={overview} address={address(year)} isOutdated={query.berubah !== undefined} />
        <GapList gaps={overview.gaps} />
        {shown && <PackParts pack={shown} />}
      </div>
    </>
  );
}

function ChoosePuskesmas({ year, puskesmas }: { year: number; puskesmas: readonly { id: string; name: string }[] }) {
  return (
    <>
      <PageHeader title="Berkas akreditasi" crumbs={[{ href: "/kegiatan", label: "Kegiatan" }]} />
      {puskesmas.length === 0 ? (
        <EmptyState title="Berkas akreditasi memuat nama dan tanda tangan: hanya untuk puskesmas itu dan Dinas Kesehatan kabupatennya." />
      ) : (
        <ul className="border-t border-line">
          {puskesmas.map(({ id, name }) => (
            <li key={id} className="border-b border-line">
              <Link
                href={withQuery(path, { tahun: year, puskesmas: id })}
                prefetch={false}
                className="link inline-flex min-h-11 items-center"
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
