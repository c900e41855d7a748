import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FileField } from "@/components/form/file-field";
import { ProgressForm } from "@/components/form/progress-form";
import { WaitingDrafts } from "@/components/imports/waiting-drafts";
import { PageHeader } from "@/components/page-header";
import { columnHelp } from "@/lib/directory/export";
import { headerOf } from "@/lib/directory/import-columns";
import { importLimits, tooBigToImport } from "@/lib/directory/import-file";
import { canWriteDirectory } from "@/lib/directory/rules";
import { listWaitingDrafts } from "@/lib/imports/drafts";
import { requireActor } from "@/lib/web/session";
import { uploadAction } from "./actions";

export const metadata: Metadata = { title: "Impor mitra" };

export default async function ImportPage() {
  const actor = await requireActor();
  if (!canWriteDirectory(actor)) notFound();
  const waiting = await listWaitingDrafts(actor, "DIRECTORY");
  return (
    <>
      <PageHeader title="Impor mitra" crumbs={[{ href: "/mitra", label: "Mitra" }]}>
        <p className="text-muted">Banyak jabatan sekaligus dari Excel atau CSV</p>
      </PageHeader>
      <div className="flex max-w-3xl flex-col gap-8">
        <section aria-labelledby="templat">
          <h2 id="templat">1. Isi templat</h2>
          <p className="mt-1 mb-3">
            Satu baris untuk satu jabatan. Daftar yang sudah ada dapat{" "}
            <a href="/mitra/ekspor?bentuk=xlsx" className="link">
              diekspor
            </a>
            , diubah, lalu diimpor kembali.
          </p>
          <div className="flex flex-wrap gap-3">
            <a href="/mitra/impor/templat?bentuk=xlsx" className="button">
              Unduh templat Excel
            </a>
            <a href="/mitra/impor/templat?bentuk=csv" className="button">
              Unduh templat CSV
            </a>
          </div>
          <details className="mt-3">
            <summary className="link py-2">Apa isi setiap kolom</summary>
            <dl className="mt-2 flex flex-col gap-2 sm:grid sm:grid-cols-[10rem_1fr] sm:gap-x-4">
              {columnHelp.map(([key, words]) => (
                <div key={key} className="sm:contents">
                  <dt className="font-semibold">{headerOf(key)}</dt>
                  <dd className="text-muted">{words}</dd>
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
              to="/mitra/impor/unggah"
              work="Memeriksa baris"
              submit="Unggah dan periksa"
            >
              <input type="hidden" name="id" value={randomUUID()} />
              <FileField
                name="file"
                label="Berkas mitra"
                accept=".xlsx,.csv,.txt"
                limit={{ bytes: importLimits.bytes, sentence: tooBigToImport }}
                hint="XLSX atau CSV, paling besar 2 MB dan 5.000 baris. Belum ada yang disimpan sampai Anda mengimpornya di halaman berikut."
              />
            </ProgressForm>
          </div>
        </section>
        <WaitingDrafts drafts={waiting} path="/mitra/impor" timeZone={actor.organisation.timeZone} />
      </div>
    </>
  );
}
