import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UploadSection } from "@/components/imports/upload-section";
import { WaitingDrafts } from "@/components/imports/waiting-drafts";
import { PageHeader } from "@/components/page-header";
import { canImportProgress } from "@/lib/follow-up/import";
import { progressLimits, progressTooBig } from "@/lib/follow-up/import-file";
import { listWaitingDrafts } from "@/lib/imports/drafts";
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
        <UploadSection
          action={uploadAction}
          path="/tindak-lanjut/impor"
          work="Memeriksa baris"
          label="Berkas RTL"
          limit={{ bytes: progressLimits.bytes, sentence: progressTooBig }}
          most="4 MB dan 5.000 baris"
        />
        <WaitingDrafts drafts={waiting} path="/tindak-lanjut/impor" timeZone={actor.organisation.timeZone} />
      </div>
    </>
  );
}
