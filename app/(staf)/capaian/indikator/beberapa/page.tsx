import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppLink } from "@/components/app-link";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { listTopics } from "@/lib/indicators/reads";
import { canDefineIndicators } from "@/lib/indicators/rules";
import { requireActor } from "@/lib/web/session";
import { defineIndicatorsAction } from "../actions";
import { indicatorCrumbs } from "../indicator-crumbs";
import { IndicatorGrid } from "./indicator-grid";

export const metadata: Metadata = { title: "Tulis beberapa indikator" };

const firstRows = 10;

export default async function SeveralIndicatorsPage() {
  const actor = await requireActor();
  if (!canDefineIndicators(actor)) notFound();
  return (
    <>
      <PageHeader title="Tulis beberapa indikator" crumbs={indicatorCrumbs}>
        <p className="max-w-prose text-muted">
          Satu baris untuk satu indikator. Enter ke baris berikutnya, Tab ke kolom berikutnya; tabel dari Excel atau
          Word dapat ditempel, diperiksa, lalu disimpan. Baris kosong tidak disimpan.
        </p>
      </PageHeader>
      <ActionForm
        action={defineIndicatorsAction}
        submit="Simpan semua"
        aside={
          <AppLink href="/capaian/indikator" className="link">
            Batal
          </AppLink>
        }
      >
        <IndicatorGrid ids={Array.from({ length: firstRows }, () => randomUUID())} topics={await listTopics(actor)} />
      </ActionForm>
    </>
  );
}
