import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PwsBars } from "@/components/charts/pws-bars";
import { StatusLegend } from "@/components/charts/status-legend";
import { PageHeader } from "@/components/page-header";
import { spreadNames } from "@/lib/indicators/names";
import { canWriteFigures } from "@/lib/indicators/rules";
import { listProposalMeetings, listProposed } from "@/lib/pws/proposals";
import { findPws } from "@/lib/pws/pws";
import { figureWords, toDateWords } from "@/lib/pws/readings";
import { say } from "@/lib/web/local-words";
import { type Query, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { pwsAddress, pwsFilterOf } from "../filter";
import { PwsFilterForm } from "../pws-filter-form";
import { CourseChart } from "./course-chart";
import { Propose } from "./propose";
import { PwsTable } from "./pws-table";

export const metadata: Metadata = { title: "PWS" };

type Props = { params: Promise<{ indikator: string }>; searchParams: Query };

/** PWS of one indicator: bars over the desa, the table beside them, and what is behind as a problem. */
export default async function PwsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { indikator: indicatorId } = await params;
  const filter = await pwsFilterOf(actor, await searchParams);
  const pws = filter && (await findPws(actor, { ...filter, indicatorId }));
  if (!pws) notFound();
  const canPropose = canWriteFigures(actor) && pws.puskesmas.id === actor.organisation.id;
  const meetings = canPropose ? await listProposalMeetings(actor, new Date()) : [];
  const proposed = await listProposed(
    actor,
    meetings.map(({ id }) => id),
    indicatorId,
  );
  const { indicator } = pws;
  return (
    <div className="pws-paper">
      <PageHeader
        title={indicator.name}
        crumbs={[{ href: pwsAddress(actor, "/capaian", filter), label: say("Capaian per desa") }]}
        action={
          <Link
            href={withQuery(`/surat/pws/${pws.puskesmas.id}:${indicator.id}`, { tahun: pws.year, bulan: pws.month })}
            prefetch={false}
            className="button no-print"
          >
            Cetak atau unduh
          </Link>
        }
      >
        <p className="text-muted">
          {pws.puskesmas.name} · {toDateWords(indicator, pws)}
        </p>
        {indicator.definition && <p className="mt-1 max-w-prose text-sm">{indicator.definition}</p>}
        <p className="mt-1 max-w-prose text-sm text-muted">
          {[
            indicator.numerator,
            indicator.denominator &&
              `dibagi ${indicator.denominator.charAt(0).toLowerCase()}${indicator.denominator.slice(1)}`,
            indicator.yearTarget
              ? `target ${filter.year} ${figureWords(indicator, indicator.yearTarget.target)}, ${spreadNames[indicator.spread].toLowerCase()}`
              : `target ${filter.year} belum diisi`,
            indicator.lowerIsBetter && "makin kecil makin baik",
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </PageHeader>
      <PwsFilterForm filter={filter} hasLines />
      <div className="flex flex-col gap-8">
        <CourseChart pws={pws} />
        <section aria-labelledby="per-wilayah" className="break-inside-avoid">
          <h2 id="per-wilayah" className="mb-2">
            {say("Desa mana yang di atas dan di bawah target?")}
          </h2>
          <PwsBars
            perVillage={say("per desa")}
            column={pws}
            villages={pws.villages}
            year={pws.year}
            month={pws.month}
          />
        </section>
        <PwsTable pws={pws} villageHref={(code) => pwsAddress(actor, `/capaian/desa/${code}`, filter)} />
        <StatusLegend />
      </div>
      {canPropose && (
        <Propose
          column={pws}
          villages={pws.villages}
          year={pws.year}
          month={pws.month}
          meetings={meetings}
          proposed={proposed}
        />
      )}
    </div>
  );
}
