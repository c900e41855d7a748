import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TemplateSection } from "@/components/imports/template-section";
import { UploadSection } from "@/components/imports/upload-section";
import { WaitingDrafts } from "@/components/imports/waiting-drafts";
import { PageHeader } from "@/components/page-header";
import { columnHelp } from "@/lib/directory/export";
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
        <TemplateSection path="/mitra/impor" columns={columnHelp}>
          Satu baris untuk satu jabatan. Daftar yang sudah ada dapat{" "}
          <a href="/mitra/ekspor?bentuk=xlsx" className="link">
            diekspor
          </a>
          , diubah, lalu diimpor kembali.
        </TemplateSection>
        <UploadSection
          action={uploadAction}
          path="/mitra/impor"
          work="Memeriksa baris"
          label="Berkas mitra"
          limit={{ bytes: importLimits.bytes, sentence: tooBigToImport }}
          most="2 MB dan 5.000 baris"
        />
        <WaitingDrafts drafts={waiting} path="/mitra/impor" timeZone={actor.organisation.timeZone} />
      </div>
    </>
  );
}
