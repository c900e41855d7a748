import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TemplateSection } from "@/components/imports/template-section";
import { UploadSection } from "@/components/imports/upload-section";
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
        <TemplateSection path="/capaian/impor" columns={longColumns}>
          Satu baris untuk satu desa, indikator, dan bulan; rekap dengan kolom Januari sampai Desember juga terbaca.
          Angka yang sudah ada dapat{" "}
          <a href={`/capaian/ekspor?tahun=${year}`} className="link">
            diekspor
          </a>
          , diubah, lalu diimpor kembali.
        </TemplateSection>
        <UploadSection
          action={uploadAction}
          path="/capaian/impor"
          work="Memeriksa angka"
          label="Berkas capaian"
          limit={valuesImport.limit}
          most="8 MB dan 60.000 angka"
        />
        <WaitingDrafts
          drafts={await listWaitingDrafts(actor, "VALUES")}
          path="/capaian/impor"
          timeZone={actor.organisation.timeZone}
        />
      </div>
    </>
  );
}
