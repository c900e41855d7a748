import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { FileField } from "@/components/form/file-field";
import { ProgressForm } from "@/components/form/progress-form";
import { PageHeader } from "@/components/page-header";
import { canImportProgress } from "@/lib/action-plans/import";
import { progressLimits, progressTooBig } from "@/lib/action-plans/import-file";
import { listWaitingDrafts } from "@/lib/imports/drafts";
import { formatMoment } from "@/lib/time";
import { requireActor } from "@/lib/web/session";
import { uploadAction } from "./actions";

export const metadata: Metadata = { title: "Impor kemajuan RTL" };

export default async function ProgressImportPage() {
  const actor = await requireActor();
  if (!canImportProgress(actor)) notFound();
  const waiting = await listWaitingDrafts(actor, "PROGRESS");
  return (
    <>
      <PageHeader title="Impor kemajuan RTL" crumbs={[{ href: "/tindak-lanjut", label: "Tindak lanjut" }]}>
        <p className="text-muted">Laporan kemajuan banyak RTL sekaligus dari Excel</p>
      </PageHeader>
      <div className="flex max-w-3xl flex-col gap-8">
        <section aria-labelledby="unduh">
          <h2 id="unduh">1. Unduh dan isi</h2>
          <p className="mt-1 mb-3">
            Unduh daftar RTL, lalu ubah tiga kolom saja: <b>Status</b> (Belum mulai, Berjalan, Selesai, Dibatalkan),{" "}
            <b>Kemajuan (%)</b> berupa angka bulat, dan <b>Laporan baru</b>. Kolom lain hanya untuk dibaca; dua kolom
            terakhir mengenali barisnya.
          </p>
          <a href="/tindak-lanjut/ekspor" className="button">
            Unduh RTL yang belum selesai
          </a>
        </section>
        <section aria-labelledby="unggah">
          <h2 id="unggah" className="mb-3">
            2. Unggah untuk diperiksa
          </h2>
          <div className="card">
            <ProgressForm
              action={uploadAction}
              to="/tindak-lanjut/impor/unggah"
              work="Memeriksa baris"
              submit="Unggah dan periksa"
            >
              <input type="hidden" name="id" value={randomUUID()} />
              <FileField
                name="file"
                label="Berkas RTL"
                accept=".xlsx,.csv,.txt"
                limit={{ bytes: progressLimits.bytes, sentence: progressTooBig }}
                hint="XLSX atau CSV, paling besar 4 MB dan 5.000 baris. Belum ada yang disimpan sampai Anda menyetujuinya di halaman berikut."
              />
            </ProgressForm>
          </div>
        </section>
        {waiting.length > 0 && (
          <section aria-labelledby="menunggu">
            <h2 id="menunggu">Belum disimpan</h2>
            <p className="dim mt-1">Unggahan Anda dalam 24 jam terakhir; sesudah itu terhapus sendiri.</p>
            <ul className="mt-2 flex flex-col">
              {waiting.map((draft) => (
                <li key={draft.id} className="border-b border-line py-1">
                  <Link
                    href={`/tindak-lanjut/impor/${draft.id}`}
                    prefetch={false}
                    className="link inline-block py-2 break-all"
                  >
                    {draft.fileName}
                  </Link>{" "}
                  <span className="dim">{formatMoment(draft.createdAt, actor.organisation.timeZone)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}
