import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
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
    <div className="flex max-w-2xl flex-col items-start gap-4">
      <p role="status" className="w-full rounded border-l-4 border-done bg-done-soft px-4 py-3">
        <span className="font-semibold">{line ? `Tersimpan: ${line}.` : "Tidak ada yang perlu diubah."}</span>
        {done.tetap > 0 && ` ${count(done.tetap)} sudah sama.`}
      </p>
      {done.leftOut > 0 && (
        <p>
          {count(done.leftOut)} angka tidak diimpor. Perbaiki di berkas yang sama, lalu unggah lagi seluruhnya: yang
          sudah tersimpan tidak menjadi ganda.
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Link href="/capaian" prefetch={false} className="button button-main">
          Lihat capaian
        </Link>
        <Link href="/capaian/impor" prefetch={false} className="button">
          Unggah berkas lain
        </Link>
      </div>
    </div>
  );
}
