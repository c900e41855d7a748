import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHeader } from "@/components/page-header";
import { isPuskesmas } from "@/lib/actor";
import { canDefineIndicators } from "@/lib/indicators/rules";
import { standardGroups } from "@/lib/indicators/standard";
import { listTakenNames } from "@/lib/indicators/take-standard";
import { plainWords } from "@/lib/plain-words";
import { say } from "@/lib/web/local-words";
import { requireActor } from "@/lib/web/session";
import { indicatorCrumbs } from "../indicator-crumbs";
import { takeStandardAction } from "./actions";
import { StandardList } from "./standard-list";

export const metadata: Metadata = { title: "Daftar baku indikator" };

export default async function StandardIndicatorsPage() {
  const actor = await requireActor();
  if (!canDefineIndicators(actor)) notFound();
  const taken = await listTakenNames(actor);
  const groups = standardGroups.map(({ indicators, ...group }) => ({
    ...group,
    rows: indicators.map(({ key, name, topic, definition, source }) => ({
      ...{ key, name, topic, source, definition: say(definition) },
      isTaken: taken.has(plainWords(name)),
    })),
  }));
  const open = groups.flatMap(({ rows }) => rows).filter(({ isTaken }) => !isTaken).length;
  return (
    <>
      <PageHeader title="Daftar baku indikator" crumbs={indicatorCrumbs}>
        <p className="mt-1 max-w-prose text-muted">
          Pilih yang dipantau, lalu ubah kata-katanya bila perlu.{" "}
          {isPuskesmas(actor)
            ? "Targetnya menurut SK tahun ini."
            : "Yang dipilih berlaku untuk semua puskesmas binaan."}
        </p>
      </PageHeader>
      <ActionForm action={takeStandardAction} className="flex max-w-4xl flex-col gap-8">
        {groups.map((group) => (
          <StandardList key={group.id} group={group} />
        ))}
        {open > 0 && (
          <div className="no-print sticky bottom-16 z-10 flex flex-wrap items-center gap-3 border-t border-line bg-ground py-3 lg:bottom-0">
            <SubmitButton>Pakai yang dipilih</SubmitButton>
            <SubmitButton tone="plain" name="semua" value="ya">
              {`Pakai semua (${open})`}
            </SubmitButton>
          </div>
        )}
      </ActionForm>
    </>
  );
}
