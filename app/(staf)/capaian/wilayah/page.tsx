import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppLink } from "@/components/app-link";
import { StatusLegend } from "@/components/charts/status-legend";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { PrintButton } from "@/components/print-button";
import { canWriteFigures, isYear } from "@/lib/indicators/rules";
import { findOffice, type RowLevel } from "@/lib/matrix/office";
import { sortOffices } from "@/lib/pws/office-ranking";
import { findOfficeFigures } from "@/lib/pws/offices";
import { momentName } from "@/lib/pws/readings";
import { monthNames } from "@/lib/time";
import { type Query, queryPage, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { FigureTabs } from "../figure-tabs";
import { FilterForm, FilterSelect, FilterYear } from "../filter-fields";
import { lastMonth } from "../whose-figures";
import { OfficeHeat } from "./office-heat";
import { OfficeRanking } from "./office-ranking";

export const metadata: Metadata = { title: "Perbandingan capaian" };

const path = "/capaian/wilayah";

const rowNames: Record<RowLevel, string> = {
  puskesmas: "Puskesmas",
  kabupaten: "Kabupaten/kota",
  province: "Provinsi",
};

/** Puskesmas by indicator for their Dinkes, kabupaten by indicator for a province: who reached how much, and where. */
export default async function OfficeComparisonPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const office = await findOffice(actor, queryText(query.wilayah) || undefined);
  if (!office) notFound();
  const usual = lastMonth(actor);
  const asked = { year: Number(queryText(query.tahun)), month: Number(queryText(query.bulan)) };
  const moment = {
    year: isYear(asked.year) ? asked.year : usual.year,
    month: monthNames[asked.month - 1] ? asked.month : usual.month,
  };
  const topic = queryText(query.topik) || undefined;
  const page = queryPage(query.halaman);
  const sort = queryText(query.urut);
  const figures = await findOfficeFigures(actor, office, { ...moment, topic, page });
  const rowName = rowNames[office.level];
  const address = (more: Record<string, string | number | undefined>) =>
    withQuery(path, {
      wilayah: office.id === actor.organisation.id ? undefined : office.id,
      tahun: moment.year,
      bulan: moment.month,
      topik: topic,
      urut: sort || undefined,
      ...more,
    });
  const hrefOf = (id: string) =>
    office.level === "puskesmas"
      ? withQuery("/capaian", { puskesmas: id, tahun: moment.year, bulan: moment.month })
      : address({ wilayah: id });
  const rows = sortOffices(figures, sort);
  return (
    <div className="pws-paper">
      <PageHeader
        title="Perbandingan capaian"
        crumbs={office.above.map(({ id, name }, place) => ({
          label: name,
          href: address({ wilayah: place === 0 ? undefined : id }),
        }))}
        action={<PrintButton />}
      >
        <p className="text-muted">
          {office.name} · {figures.puskesmas.toLocaleString("id-ID")} puskesmas · sampai {momentName(moment)}
        </p>
      </PageHeader>
      <FigureTabs isDinkes canWrite={canWriteFigures(actor)} />
      <FilterForm>
        {office.id !== actor.organisation.id && <input type="hidden" name="wilayah" value={office.id} />}
        <FilterYear value={moment.year} />
        <FilterSelect
          name="bulan"
          label="Sampai bulan"
          value={String(moment.month)}
          options={monthNames.map((label, place) => ({ value: String(place + 1), label }))}
        />
        {figures.topics.length > 1 && (
          <FilterSelect
            name="topik"
            label="Topik"
            value={topic ?? ""}
            options={[
              { value: "", label: "Semua topik" },
              ...figures.topics.map((one) => ({ value: one, label: one })),
            ]}
          />
        )}
      </FilterForm>
      {figures.pages === 0 ? (
        <EmptyState title="Terlalu banyak puskesmas untuk dijumlahkan sekaligus">
          <p className="mb-2">Pilih satu wilayah:</p>
          <ul className="flex flex-wrap gap-2">
            {rows.map(({ id, name }) => (
              <li key={id}>
                <AppLink href={hrefOf(id)} className="button">
                  {name}
                </AppLink>
              </li>
            ))}
          </ul>
        </EmptyState>
      ) : rows.length === 0 || figures.indicators.length === 0 ? (
        <EmptyState title={rows.length === 0 ? "Belum ada puskesmas" : "Belum ada indikator"}>
          {rows.length === 0
            ? "Tambahkan puskesmas di bagian Puskesmas."
            : "Indikator dibuat di bagian Indikator, lalu berlaku untuk semua puskesmas di bawah instansinya."}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-8">
          <OfficeRanking rows={rows} rowName={rowName} isPart={figures.pages > 1} />
          <OfficeHeat
            rows={rows}
            indicators={figures.indicators}
            rowName={rowName}
            sort={sort}
            hrefOf={hrefOf}
            sortHref={(urut) => address({ urut, halaman: page > 1 ? page : undefined })}
          />
          <StatusLegend />
        </div>
      )}
      <Pager
        previous={page > 1 ? address({ halaman: page - 1 }) : null}
        next={page < figures.pages ? address({ halaman: page + 1 }) : null}
      />
    </div>
  );
}
