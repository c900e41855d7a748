import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportResult } from "@/components/imports/import-result";
import { RefusedRows } from "@/components/imports/refused-rows";
import { PageHeader } from "@/components/page-header";
import { doneLine, type ImportDone } from "@/lib/directory/import-done";
import { effects } from "@/lib/directory/import-plan";
import { findImport } from "@/lib/directory/import-reads";
import { canWriteDirectory } from "@/lib/directory/rules";
import { formatMoment } from "@/lib/time";
import { type Query, queryChoice, queryPage } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { Decision } from "./decision";
import { ReadyRows } from "./ready-rows";

export const metadata: Metadata = { title: "Periksa impor" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function ImportPreviewPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  if (!canWriteDirectory(actor)) notFound();
  const found = await findImport(actor, (await params).id);
  if (!found) notFound();
  const { timeZone } = actor.organisation;
  const crumbs = [
    { href: "/mitra", label: "Mitra" },
    { href: "/mitra/impor", label: "Impor" },
  ];
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
  const query = await searchParams;
  const { plan, draft } = found;
  return (
    <>
      <PageHeader title="Periksa sebelum mengimpor" crumbs={crumbs}>
        <p className="break-all text-muted">
          {found.fileName}, diunggah {formatMoment(found.createdAt, timeZone)}
        </p>
      </PageHeader>
      <div className="flex flex-col gap-8">
        <Decision id={found.id} plan={plan} draft={draft} />
        <RefusedRows rows={plan.refused} unnamed="tanpa jabatan, instansi, dan nama" />
        <ReadyRows
          id={found.id}
          plan={plan}
          effect={queryChoice(query.lihat, effects)}
          page={queryPage(query.halaman)}
        />
      </div>
    </>
  );
}

function Done({ done }: { done: ImportDone }) {
  const line = doneLine(done);
  return (
    <ImportResult
      line={line ? `Tersimpan: ${line}.` : "Tidak ada yang perlu diubah."}
      leftOut={done.leftOut > 0 ? `${done.leftOut.toLocaleString("id-ID")} baris` : null}
      list={{ href: "/mitra", label: "Lihat daftar mitra" }}
      path="/mitra/impor"
    >
      {done.tetap > 0 && ` ${done.tetap.toLocaleString("id-ID")} sudah sama.`}
    </ImportResult>
  );
}
