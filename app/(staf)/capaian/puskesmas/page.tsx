import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { isDinkes, isPuskesmas } from "@/lib/actor";
import { listDifferingIndicators, listOfficeFigures } from "@/lib/figures/office-reads";
import { listIndicators } from "@/lib/indicators/reads";
import { canEnterForPuskesmas, canWriteFigures } from "@/lib/indicators/rules";
import { say } from "@/lib/web/local-words";
import { type Query, queryPage, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { FigureTabs } from "../figure-tabs";
import { FilterForm, FilterSelect, FilterYear } from "../filter-fields";
import { yearOf } from "../whose-figures";
import { DifferingList } from "./differing-list";
import { OfficeTable } from "./office-table";

export const metadata: Metadata = { title: "Capaian per puskesmas" };

const path = "/capaian/puskesmas";

export default async function OfficeFiguresPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const indicators = await listIndicators(actor, actor.organisation.id);
  const indicator = indicators.find(({ id }) => id === queryText(query.indikator)) ?? indicators[0];
  const year = yearOf(query, actor);
  const page = queryPage(query.halaman);
  const onlyDiffering = queryText(query.beda) === "ya";
  const wanted = { year, page, onlyDiffering, indicatorId: indicator?.id ?? "" };
  const { lines, hasMore } = await listOfficeFigures(actor, wanted);
  const differing = isPuskesmas(actor) ? await listDifferingIndicators(actor, year) : [];
  const canWrite = canEnterForPuskesmas(actor);
  const address = (more: Record<string, string | number | undefined>) =>
    withQuery(path, { indikator: indicator?.id, tahun: year, beda: onlyDiffering ? "ya" : undefined, ...more });
  return (
    <>
      <PageHeader
        title="Capaian per puskesmas"
        crumbs={[{ href: "/capaian", label: "Capaian" }]}
        action={
          canWrite && (
            <Link href="/impor/capaian-puskesmas" prefetch={false} className="button button-main">
              Impor dari Excel
            </Link>
          )
        }
      >
        {indicator && (
          <p className="text-muted">
            {indicator.name}, {year}, {indicator.unit} · dari {indicator.organisation.name}
          </p>
        )}
      </PageHeader>
      <FigureTabs isDinkes={isDinkes(actor)} canWrite={canWriteFigures(actor)} />
      {indicator ? (
        <>
          <FilterForm>
            <FilterSelect
              name="indikator"
              label="Indikator"
              value={indicator.id}
              options={indicators.map(({ id, name }) => ({ value: id, label: name }))}
              wide
            />
            <FilterYear value={year} />
            <FilterSelect
              name="beda"
              label="Tampilkan"
              value={onlyDiffering ? "ya" : ""}
              options={[
                { value: "", label: "Semua puskesmas" },
                { value: "ya", label: "Yang angkanya berbeda" },
              ]}
            />
          </FilterForm>
          {differing.length > 0 && (
            <p className="mb-4 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
              Berbeda dari sumber lain:{" "}
              {differing.map(({ id, name }, place) => (
                <span key={id}>
                  {place > 0 && ", "}
                  <Link href={withQuery(path, { indikator: id, tahun: year })} prefetch={false} className="link">
                    {name}
                  </Link>
                </span>
              ))}
            </p>
          )}
          {lines.length > 0 ? (
            <>
              <OfficeTable lines={lines} caption={`${indicator.name}, ${year}`} />
              <p className="mt-2 text-sm text-muted">
                {say(
                  "– belum dilaporkan · * diisi untuk seluruh puskesmas, bukan jumlah desa · ≠ sumber lain mengisi angka berbeda",
                )}
              </p>
              <Pager
                previous={page > 1 ? address({ halaman: page - 1 }) : null}
                next={hasMore ? address({ halaman: page + 1 }) : null}
              />
              <DifferingList
                lines={lines}
                year={year}
                indicatorId={indicator.id}
                organisationId={actor.organisation.id}
                timeZone={actor.organisation.timeZone}
                canWrite={canWrite}
              />
            </>
          ) : (
            <EmptyState title={onlyDiffering ? "Tidak ada angka yang berbeda" : "Belum ada puskesmas"}>
              {onlyDiffering
                ? "Semua sumber mengisi angka yang sama untuk indikator dan tahun ini."
                : "Tambahkan puskesmas di bagian Puskesmas."}
            </EmptyState>
          )}
          {canWrite && (
            <p className="no-print mt-6">
              <a href={withQuery(`${path}/unduh`, { tahun: year, indikator: indicator.id })} className="link">
                Unduh lembar isian {indicator.name} {year}
              </a>{" "}
              ·{" "}
              <a href={withQuery(`${path}/unduh`, { tahun: year })} className="link">
                semua indikator
              </a>{" "}
              ·{" "}
              <Link href="/capaian/dhis2" prefetch={false} className="link">
                Pertukaran DHIS2
              </Link>
            </p>
          )}
        </>
      ) : (
        <EmptyState title="Belum ada indikator">
          Indikator dibuat di bagian Indikator, lalu berlaku untuk semua puskesmas di bawah instansinya.
        </EmptyState>
      )}
    </>
  );
}
