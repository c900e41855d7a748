import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { ProgressForm } from "@/components/form/progress-form";
import { ImportResult } from "@/components/imports/import-result";
import { PageHeader } from "@/components/page-header";
import { canImportProgress, findProgressImport } from "@/lib/follow-up/import";
import type { ProgressDone, ProgressPlan } from "@/lib/follow-up/import-plan";
import { formatMoment } from "@/lib/time";
import { type Query, queryPage } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { confirmAction, discardAction } from "./actions";
import { LeftRows, ReadyRows } from "./preview-rows";

export const metadata: Metadata = { title: "Periksa kemajuan RTL" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function ProgressPreviewPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  if (!canImportProgress(actor)) notFound();
  const found = await findProgressImport(actor, (await params).id);
  if (!found) notFound();
  const { timeZone } = actor.organisation;
  const crumbs = [
    { href: "/tindak-lanjut", label: "Tindak lanjut" },
    { href: "/tindak-lanjut/impor", label: "Impor" },
  ];
  if (found.confirmedAt)
    return (
      <>
        <PageHeader title="Kemajuan tersimpan" crumbs={crumbs}>
          <p className="break-all text-muted">
            {found.fileName}, {formatMoment(found.confirmedAt, timeZone)}
          </p>
        </PageHeader>
        <Done done={found.done} />
      </>
    );
  const { plan } = found;
  return (
    <>
      <PageHeader title="Periksa sebelum menyimpan" crumbs={crumbs}>
        <p className="break-all text-muted">
          {found.fileName}, diunggah {formatMoment(found.createdAt, timeZone)}
        </p>
      </PageHeader>
      <div className="flex flex-col gap-8">
        <Decision id={found.id} plan={plan} />
        <LeftRows
          id="perbaiki"
          title="Perlu diperbaiki di berkas"
          hint="Baris ini tidak ikut disimpan. Perbaiki di berkas, lalu unggah lagi; baris yang lain tidak menjadi ganda."
          rows={plan.refused}
        />
        <LeftRows
          id="bentrok"
          title="Sudah diubah di aplikasi"
          hint="Yang tersimpan di aplikasi tetap berlaku; isian berkas untuk baris ini tidak dipakai."
          rows={plan.conflicts}
        />
        <ReadyRows id={found.id} rows={plan.ready} page={queryPage((await searchParams).halaman)} />
      </div>
    </>
  );
}

const count = (number: number) => number.toLocaleString("id-ID");

function Decision({ id, plan }: { id: string; plan: ProgressPlan }) {
  const { ready, refused, conflicts, unchanged } = plan;
  return (
    <section aria-labelledby="putusan" className="card flex flex-col gap-3">
      <h2 id="putusan" className="text-xl">
        <span className="text-done">{count(ready.length)} berubah</span>,{" "}
        <span className={refused.length > 0 ? "text-late" : ""}>{count(refused.length)} perlu diperbaiki</span>,{" "}
        <span className={conflicts.length > 0 ? "text-soon" : ""}>{count(conflicts.length)} bentrok</span>
      </h2>
      {unchanged > 0 && <p className="text-muted">{count(unchanged)} baris tidak berubah dan dilewati.</p>}
      {ready.length > 0 ? (
        <ProgressForm
          key={plan.fingerprint}
          action={confirmAction.bind(null, id)}
          to={`/tindak-lanjut/impor/${id}/simpan`}
          work="Menyimpan laporan"
          submit={`Simpan ${count(ready.length)} laporan kemajuan`}
        >
          <input type="hidden" name="shown" value={plan.fingerprint} />
        </ProgressForm>
      ) : (
        <p>
          <Link href="/tindak-lanjut/impor" prefetch={false} className="button button-main">
            {refused.length > 0 ? "Unggah berkas yang diperbaiki" : "Unggah berkas lain"}
          </Link>
        </p>
      )}
      <ActionForm
        action={discardAction.bind(null, id)}
        submit="Batalkan, jangan simpan apa pun"
        tone="plain"
        className="flex flex-col gap-3"
      />
    </section>
  );
}

function Done({ done }: { done: ProgressDone }) {
  const left = done.refused + done.conflicts;
  return (
    <ImportResult
      line={`${count(done.saved)} laporan kemajuan tersimpan.`}
      leftOut={left > 0 ? `${count(left)} baris` : null}
      list={{ href: "/tindak-lanjut", label: "Lihat daftar RTL" }}
      path="/tindak-lanjut/impor"
    >
      {done.unchanged > 0 && ` ${count(done.unchanged)} baris tidak berubah.`}
    </ImportResult>
  );
}
