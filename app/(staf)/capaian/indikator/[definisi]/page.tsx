import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { findDefinition, listTopics } from "@/lib/indicators/reads";
import { canChangeIndicator } from "@/lib/indicators/rules";
import { requireActor } from "@/lib/web/session";
import { archiveIndicatorAction, editIndicatorAction } from "../actions";
import { DefinitionFacts } from "../definition-facts";
import { indicatorCrumbs } from "../indicator-crumbs";
import { IndicatorForm } from "../indicator-form";

export const metadata: Metadata = { title: "Indikator" };

export default async function IndicatorPage({ params }: { params: Promise<{ definisi: string }> }) {
  const actor = await requireActor();
  const indicator = await findDefinition(actor, (await params).definisi);
  if (!indicator) notFound();
  const isArchived = indicator.archivedAt !== null;
  const canChange = canChangeIndicator(actor, indicator);
  return (
    <>
      <PageHeader title={indicator.name} crumbs={indicatorCrumbs}>
        <p className="text-muted">
          Ditetapkan {indicator.organisation.name}
          {isArchived && ", diarsipkan"}
        </p>
      </PageHeader>
      {canChange && !isArchived ? (
        <>
          {indicator.hasValues && (
            <p className="mb-5 max-w-3xl rounded border-l-4 border-accent bg-accent-soft px-4 py-3">
              Angkanya sudah diisi, jadi bentuk angka dan cara membaca bulan tidak dapat diganti lagi.
            </p>
          )}
          <IndicatorForm
            key={indicator.version}
            action={editIndicatorAction}
            submit="Simpan perubahan"
            topics={await listTopics(actor)}
            initial={indicator}
          />
        </>
      ) : (
        <DefinitionFacts indicator={indicator} />
      )}
      {canChange && (
        <section className="mt-8 max-w-3xl border-t border-line pt-5">
          <ActionForm
            action={archiveIndicatorAction.bind(null, indicator.id, !isArchived)}
            submit={isArchived ? "Pakai lagi" : "Arsipkan indikator ini"}
            tone={isArchived ? "main" : "danger"}
            className="flex flex-col gap-3"
          >
            <p className="text-muted">
              {isArchived
                ? "Indikator ini kembali ke tabel dan isian; angka lamanya masih ada."
                : "Indikator tidak lagi tampil di tabel dan isian. Angkanya tetap tersimpan dan dapat dipakai lagi."}
            </p>
          </ActionForm>
        </section>
      )}
    </>
  );
}
