import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextField } from "@/components/form/field";
import { OfficeChoice } from "@/components/office-choice";
import { PageHeader } from "@/components/page-header";
import { isDinkes } from "@/lib/actor";
import { listAnswers } from "@/lib/data-exchange/answers";
import { listMappings } from "@/lib/data-exchange/reads";
import { canEnterForPuskesmas, canWriteFigures } from "@/lib/indicators/rules";
import { findOfficeView } from "@/lib/organisations/office-view";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { FigureTabs } from "../figure-tabs";
import { lastMonth } from "../whose-figures";
import { mapElementAction, mapUnitAction, unmapElementAction, unmapUnitAction } from "./actions";
import { MappingList } from "./mapping-list";

export const metadata: Metadata = { title: "Pertukaran DHIS2" };

export default async function ExchangePage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canEnterForPuskesmas(actor)) notFound();
  const { elements, units } = await listMappings(actor);
  const view = await findOfficeView(actor, { dinkes: queryText((await searchParams).dinkes) });
  const answers = await listAnswers(view.actor);
  const { year, month } = lastMonth(actor);
  return (
    <>
      <PageHeader
        title="Pertukaran DHIS2"
        crumbs={[{ href: "/capaian", label: "Capaian" }]}
        action={
          <Link href="/impor/dhis2" prefetch={false} className="button button-main">
            Impor dari DHIS2
          </Link>
        }
      >
        <p className="mt-2 max-w-prose text-muted">
          Data value set masuk dan keluar. Pemetaan kode disimpan untuk {actor.organisation.name}; beberapa elemen data
          yang dipetakan ke satu indikator dijumlahkan.
        </p>
      </PageHeader>
      <FigureTabs isDinkes={isDinkes(actor)} canWrite={canWriteFigures(actor)} />
      <section aria-labelledby="ekspor" className="mb-8">
        <h2 id="ekspor">Ekspor</h2>
        <form method="get" action="/capaian/dhis2/ekspor" className="mt-2 flex flex-wrap items-end gap-3">
          <div className="w-44">
            <label htmlFor="periode" className="mb-1 block text-sm font-semibold">
              Periode
            </label>
            <input
              id="periode"
              name="periode"
              className="input"
              defaultValue={`${year}${String(month).padStart(2, "0")}`}
              aria-describedby="periode-hint"
            />
          </div>
          <button type="submit" name="bentuk" value="json" className="button">
            Unduh JSON
          </button>
          <button type="submit" name="bentuk" value="csv" className="button">
            Unduh CSV
          </button>
        </form>
        <p id="periode-hint" className="mt-1 text-sm text-muted">
          Bulan seperti 202601, triwulan seperti 2026Q1, atau tahun seperti 2026; isinya selalu per bulan. Yang
          dijumlahkan dari beberapa elemen data tidak ikut, karena tidak dapat dipisah lagi.
        </p>
      </section>
      <div className="grid gap-10 lg:grid-cols-2">
        <section aria-labelledby="elemen">
          <h2 id="elemen" className="mb-2">
            Elemen data ({elements.length})
          </h2>
          <MappingList
            empty="Belum ada elemen data yang dipetakan."
            rows={elements.map(({ dataElement, categoryOptionCombo, part, indicator }) => ({
              key: `${dataElement} ${categoryOptionCombo}`,
              code: [dataElement, categoryOptionCombo].filter(Boolean).join(" · "),
              meaning: part === "NUMERATOR" ? indicator.name : `${indicator.name}: sasaran bulan`,
              remove: unmapElementAction.bind(null, { dataElement, categoryOptionCombo }),
            }))}
          />
          <details className="mt-4" open={elements.length === 0}>
            <summary className="min-h-11 content-center text-accent">Petakan elemen data</summary>
            <ActionForm key={elements.length} action={mapElementAction} submit="Simpan pemetaan">
              <TextField name="dataElement" label="Kode elemen data" hint="UID di DHIS2, misalnya f7n9E0hX8qk" />
              <TextField
                name="categoryOptionCombo"
                label="Kombinasi kategori"
                hint="Kosong: semua kombinasi dijumlahkan"
                optional
              />
              <SelectField name="answer" label="Indikator" options={answers.elements} empty="Pilih indikator" />
            </ActionForm>
          </details>
        </section>
        <section aria-labelledby="unit">
          <h2 id="unit" className="mb-2">
            Unit organisasi ({units.length})
          </h2>
          <MappingList
            empty="Belum ada unit organisasi yang dipetakan."
            rows={units.map(({ orgUnit, puskesmas, village }) => ({
              key: orgUnit,
              code: orgUnit,
              meaning: village ? `${village.name}, ${puskesmas.name}` : puskesmas.name,
              remove: unmapUnitAction.bind(null, orgUnit),
            }))}
          />
          <details className="mt-4" open={units.length === 0 || view.officeId !== undefined}>
            <summary className="min-h-11 content-center text-accent">Petakan unit organisasi</summary>
            {view.offices.length > 0 && (
              <form method="get" className="mb-4 flex flex-wrap items-end gap-3">
                <OfficeChoice view={view} />
                <button type="submit" className="button">
                  Tampilkan
                </button>
              </form>
            )}
            <ActionForm key={units.length} action={mapUnitAction} submit="Simpan pemetaan">
              <TextField name="orgUnit" label="Kode unit organisasi" hint="UID di DHIS2, misalnya DiszpKrYNg8" />
              <SelectField
                name="answer"
                label="Puskesmas atau bagian wilayah kerjanya"
                options={answers.units}
                empty="Pilih"
              />
            </ActionForm>
          </details>
        </section>
      </div>
    </>
  );
}
