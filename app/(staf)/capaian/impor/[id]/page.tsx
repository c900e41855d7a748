import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportResult } from "@/components/imports/import-result";
import { RefusedRows } from "@/components/imports/refused-rows";
import { PageHeader } from "@/components/page-header";
import { findValuesImport, type ValuesDone } from "@/lib/indicators/import-reads";
import { canWriteFigures } from "@/lib/indicators/rules";
import { formatMoment } from "@/lib/time";
import { requireActor } from "@/lib/web/session";
import { ChangedCells } from "./changed-cells";
import { count, countLine } from "./counts";
import { Decision } from "./decision";

export const metadata: Metadata = { title: "Periksa impor capaian" };

const crumbs = [
  { href: "/capaian", label: "Capaian" },
  { href: "/capaian/impor", label: "Impor" },
];

export default async function ValuesPreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  if (!canWriteFigures(actor)) notFound();
  const found = await findValuesImport(actor, (await params).id);
  if (!found) notFound();
  const { timeZone } = actor.organisation;
  if (found.confirmedAt)
    return (
      <>
        <PageHeader title="Impor selesai" crumbs={crumbs}>
          <p className="break-all text-muted">
            {found.fileName}, {formatMoment(found.confirmedAt, timeZone)}
          </p>
        </PageHeader>
        <Done done={found.done} />
      </>
    );
  return (
    <>
      <PageHeader title="Periksa sebelum mengimpor" crumbs={crumbs}>
        <p className="break-all text-muted">
          {found.fileName}, diunggah {formatMoment(found.createdAt, timeZone)}
        </p>
      </PageHeader>
      <div className="flex flex-col gap-8">
        <Decision id={found.id} plan={found.plan} draft={found.draft} />
        <RefusedRows rows={found.plan.refused} unnamed="tanpa desa, indikator, dan bulan" />
        <ChangedCells changes={found.plan.changes} all={found.plan.counts.ubah} />
      </div>
    </>
  );
}

function Done({ done }: { done: ValuesDone }) {
  const line = countLine(done);
  return (
    <ImportResult
      line={line ? `Tersimpan: ${line}.` : "Tidak ada yang perlu diubah."}
      leftOut={done.leftOut > 0 ? `${count(done.leftOut)} angka` : null}
      list={{ href: "/capaian", label: "Lihat capaian" }}
      path="/capaian/impor"
    >
      {done.tetap > 0 && ` ${count(done.tetap)} sudah sama.`}
    </ImportResult>
  );
}
