import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportResult } from "@/components/imports/import-result";
import { PreviewChoices } from "@/components/imports/preview-choices";
import { PreviewDecision } from "@/components/imports/preview-decision";
import { PreviewRows } from "@/components/imports/preview-rows";
import { SavingProgress } from "@/components/imports/saving-progress";
import { PageHeader } from "@/components/page-header";
import { findSaving } from "@/lib/imports/confirm";
import { kindOf } from "@/lib/imports/kinds";
import { formatMoment } from "@/lib/time";
import { importPath } from "@/lib/web/import-routes";
import { type Query, queryPage, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { chooseAction, confirmAction, discardAction } from "./actions";

export const metadata: Metadata = { title: "Periksa impor" };

type Props = { params: Promise<{ jenis: string; id: string }>; searchParams: Query };

export default async function ImportPreviewPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { jenis, id } = await params;
  const kind = kindOf(jenis);
  if (!kind?.mayImport(actor)) notFound();
  const found = await kind.find(actor, id);
  if (!found) notFound();
  const { words, slug } = kind;
  const moment = (at: Date) => formatMoment(at, actor.organisation.timeZone);
  const crumbs = [words.list, { href: importPath(kind), label: "Impor" }];
  if (found.confirmedAt)
    return (
      <>
        <PageHeader title={found.result.title} crumbs={crumbs}>
          <p className="wrap-anywhere text-muted">
            {found.fileName}, {moment(found.confirmedAt)}
          </p>
        </PageHeader>
        <ImportResult
          {...found.result}
          list={{ href: words.list.href, label: words.list.see }}
          path={importPath(kind)}
        />
      </>
    );
  const saving = await findSaving(actor, id);
  const isSaving = saving !== null && saving.state !== "failed" && saving.state !== "done";
  const query = await searchParams;
  const { preview, plan } = found;
  return (
    <>
      <PageHeader title={words.preview.title} crumbs={crumbs}>
        <p className="wrap-anywhere text-muted">
          {found.fileName}, diunggah {moment(found.createdAt)}
        </p>
      </PageHeader>
      <div className="flex flex-col gap-8">
        {saving && saving.state !== "done" && <SavingProgress saving={saving} path={importPath(kind, id)} />}
        {!isSaving && (
          <PreviewDecision
            preview={preview}
            fingerprint={plan.fingerprint}
            words={words.preview}
            path={importPath(kind)}
            to={`${importPath(kind, id)}/simpan`}
            confirm={confirmAction.bind(null, slug, id)}
            discard={discardAction.bind(null, slug, id)}
          />
        )}
        {!isSaving && <PreviewChoices choices={preview.choices} action={chooseAction.bind(null, slug, id)} />}
        {preview.lists.map((list) => (
          <PreviewRows
            key={list.id}
            list={list}
            path={importPath(kind, id)}
            kind={queryText(query.lihat)}
            page={queryPage(query.halaman)}
          />
        ))}
      </div>
    </>
  );
}
