import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { listTopics } from "@/lib/indicators/reads";
import { canDefineIndicators } from "@/lib/indicators/rules";
import { requireActor } from "@/lib/web/session";
import { defineIndicatorAction } from "../actions";
import { indicatorCrumbs } from "../indicator-crumbs";
import { IndicatorForm } from "../indicator-form";

export const metadata: Metadata = { title: "Buat indikator" };

export default async function NewIndicatorPage() {
  const actor = await requireActor();
  if (!canDefineIndicators(actor)) notFound();
  return (
    <>
      <PageHeader title="Buat indikator" crumbs={indicatorCrumbs}>
        <p className="text-muted">
          {actor.organisation.kind === "PUSKESMAS"
            ? "Dipakai puskesmas Anda."
            : "Dipakai semua puskesmas di kabupaten; target dan angkanya diisi masing-masing."}
        </p>
      </PageHeader>
      <IndicatorForm
        action={defineIndicatorAction}
        submit="Simpan indikator"
        topics={await listTopics(actor)}
        initial={{
          id: randomUUID(),
          version: null,
          name: null,
          definition: null,
          topic: null,
          form: null,
          numerator: null,
          denominator: null,
          unit: null,
          isCumulative: null,
          lowerIsBetter: false,
          spread: null,
          position: null,
        }}
      />
    </>
  );
}
