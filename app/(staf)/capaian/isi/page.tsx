import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { isDinkes, isPuskesmas } from "@/lib/actor";
import { listAboveDenominator } from "@/lib/figures/above-denominator";
import { findValuesGrid } from "@/lib/figures/grid-values";
import { listDifferingIndicators } from "@/lib/figures/office-reads";
import { listIndicators } from "@/lib/indicators/reads";
import { canDefineIndicators, canWriteFigures } from "@/lib/indicators/rules";
import { monthNames } from "@/lib/time";
import { say } from "@/lib/web/local-words";
import { type Query, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { FigureTabs } from "../figure-tabs";
import { GridForm } from "../grid/grid-form";
import { GridView } from "../grid/grid-view";
import { lastMonth, whoseFigures, yearOf } from "../whose-figures";
import { AboveDenominatorList } from "./above-denominator-list";
import { saveValuesAction } from "./actions";
import { DifferingNotice } from "./differing-notice";
import { ViewFilter } from "./view-filter";

export const metadata: Metadata = { title: "Isi capaian" };

export default async function FillPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const { puskesmasId, others } = await whoseFigures(actor, query);
  const canWrite = canWriteFigures(actor);
  const indicators = puskesmasId ? await listIndicators(actor, puskesmasId) : [];
  const year = yearOf(query, actor);
  const indicatorId = queryText(query.indikator);
  const month = monthOf(queryText(query.bulan)) ?? lastMonth(actor).month;
  const view = indicatorId ? { year, indicatorId } : { year, month };
  const found = puskesmasId ? await findValuesGrid(actor, puskesmasId, view) : null;
  if (indicatorId && !found) notFound();
  const heading = found?.indicator ? `${found.indicator.name}, ${year}` : `${monthNames[month - 1]} ${year}`;
  const aboveDenominator =
    found && puskesmasId
      ? await listAboveDenominator(
          actor,
          puskesmasId,
          year,
          indicatorId ? [indicatorId] : indicators.map(({ id }) => id),
        )
      : [];
  const differing = isPuskesmas(actor) ? await listDifferingIndicators(actor, year) : [];
  return (
    <>
      <PageHeader
        title={canWrite ? "Isi capaian" : "Capaian per bulan"}
        crumbs={[{ href: "/capaian", label: "Capaian" }]}
      >
        <p className="text-muted">{found?.puskesmas.name ?? actor.organisation.name}</p>
      </PageHeader>
      <FigureTabs
        isDinkes={isDinkes(actor)}
        canWrite={canWrite}
        query={others.length > 0 && puskesmasId ? `?puskesmas=${puskesmasId}` : ""}
      />
      <ViewFilter
        indicators={indicators}
        indicatorId={indicatorId}
        month={month}
        year={year}
        puskesmasId={puskesmasId ?? ""}
        others={others}
      />
      <DifferingNotice indicators={differing} year={year} />
      <h2 className="mb-3 text-xl">{heading}</h2>
      {!found || found.grid.rows.length === 0 || indicators.length === 0 ? (
        <NothingYet hasIndicators={indicators.length > 0} canDefine={canDefineIndicators(actor)} />
      ) : (
        <>
          <AboveDenominatorList rows={aboveDenominator} year={year} />
          {canWrite ? (
            <GridForm
              key={withQuery("", { year, indicatorId, month })}
              action={saveValuesAction.bind(null, year)}
              grid={found.grid}
              corner={say("Desa")}
              submit="Simpan capaian"
            >
              <p className="mb-3 max-w-3xl text-sm text-muted">
                Sel kosong berarti belum dilaporkan; tulis 0 bila memang nol.
                <span className="hidden [@media(scripting:enabled)]:inline">
                  {" "}
                  Salinan dari Excel dapat ditempel mulai dari sel mana pun; panah dan Enter berpindah sel.
                </span>
              </p>
            </GridForm>
          ) : (
            <GridView grid={found.grid} corner={say("Desa")} />
          )}
          {puskesmasId && (
            <p className="no-print mt-4">
              <a
                href={withQuery("/capaian/ekspor", {
                  tahun: year,
                  puskesmas: others.length > 0 ? puskesmasId : undefined,
                })}
                className="link"
              >
                Unduh semua angka {year} sebagai Excel
              </a>
            </p>
          )}
        </>
      )}
    </>
  );
}

function NothingYet({ hasIndicators, canDefine }: { hasIndicators: boolean; canDefine: boolean }) {
  return hasIndicators ? (
    <EmptyState title={say("Belum ada desa di wilayah kerja")}>
      Wilayah kerja puskesmas ditetapkan Dinas Kesehatan di menu Puskesmas.
    </EmptyState>
  ) : (
    <EmptyState
      title="Belum ada indikator"
      action={
        canDefine && (
          <Link href="/capaian/indikator/baru" prefetch={false} className="button button-main">
            Buat indikator
          </Link>
        )
      }
    >
      Capaian diisi per indikator. Buat dulu indikatornya, atau minta Dinas Kesehatan menetapkannya.
    </EmptyState>
  );
}

function monthOf(text: string): number | null {
  return /^([1-9]|1[0-2])$/.test(text) ? Number(text) : null;
}
