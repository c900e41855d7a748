import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FileField } from "@/components/form/file-field";
import { ProgressForm } from "@/components/form/progress-form";
import { WaitingDrafts } from "@/components/imports/waiting-drafts";
import { PageHeader } from "@/components/page-header";
import { listWaitingDrafts } from "@/lib/imports/drafts";
import { longColumns } from "@/lib/indicators/import-columns";
import { canWriteFigures } from "@/lib/indicators/rules";
import { requireActor } from "@/lib/web/session";
import { FigureTabs } from "../figure-tabs";
import { lastMonth } from "../whose-figures";
import { uploadAction } from "./actions";
import { valuesImport } from "./values-import";

export const metadata: Metadata = { title: "Impor capaian" };

export default async function ImportValuesPage() {
  const actor = await requireActor();
  if (!canWriteFigures(actor)) notFound();
  const { year } = lastMonth(actor);
  return (
    <>
      <PageHeader title="Impor capaian" crumbs={[{ href: "/capaian", label: "Capaian" }]}>
        <p className="text-muted">Banyak angka sekaligus dari Excel atau CSV</p>
      </PageHeader>
      <FigureTabs canWrite />
      <div className="flex max-w-3xl flex-col gap-8">
        <section aria-labelledby="templat">
          <h2 id="templat">1. Isi templat</h2>
          <p className="mt-1 mb-3">
            Satu baris untuk satu desa, indikator, dan bulan; rekap dengan kolom Januari sampai Desember juga terbaca.
            Angka yang sudah ada dapat{" "}
            <a href={`/capaian/ekspor?tahun=${year}`} className="link">
              diekspor
            </a>
            , diubah, lalu diimpor kembali.
          </p>
          <div className="flex flex-wrap gap-3">
            <a href="/capaian/impor/templat?bentuk=xlsx" className="button">
              Unduh templat Excel
            </a>
            <a href="/capaian/impor/templat?bentuk=csv" className="button">
              Unduh templat CSV
            </a>
          </div>
          <details className="mt-3">
            <summary className="link py-2">Apa isi setiap kolom</summary>
            <dl className="mt-2 flex flex-col gap-2 sm:grid sm:grid-cols-[10rem_1fr] sm:gap-x-4">
              {longColumns.map(({ key, header, help }) => (
                <div key={key} className="sm:contents">
                  <dt className="font-semibold">{header}</dt>
                  <dd className="text-muted">{help}</dd>
                </div>
              ))}
            </dl>
          </details>
        </section>
        <section aria-labelledby="unggah">
          <h2 id="unggah" className="mb-3">
            2. Unggah untuk diperiksa
          </h2>
          <div className="card">
            <ProgressForm
              action={uploadAction}
              to="/capaian/impor/unggah"
              work="Memeriksa angka"
              submit="Unggah dan periksa"
            >
              <input type="hidden" name="id" value={randomUUID()} />
              <FileField
                name="file"
                label="Berkas capaian"
                accept=".xlsx,.csv,.txt"
                limit={valuesImport.limit}
                hint="XLSX atau CSV, paling besar 8 MB dan 60.000 angka. Belum ada yang disimpan sampai Anda mengimpornya di halaman berikut."
              />
            </ProgressForm>
          </div>
        </section>
        <WaitingDrafts
          drafts={await listWaitingDrafts(actor, "VALUES")}
          path="/capaian/impor"
          timeZone={actor.organisation.timeZone}
        />
      </div>
    </>
  );
}
