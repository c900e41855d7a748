import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FirstStep } from "@/components/imports/first-step";
import { UploadSection } from "@/components/imports/upload-section";
import { WaitingDrafts } from "@/components/imports/waiting-drafts";
import { PageHeader } from "@/components/page-header";
import { kindOf } from "@/lib/imports/kinds";
import { importPath } from "@/lib/web/import-routes";
import { say } from "@/lib/web/local-words";
import { requireActor } from "@/lib/web/session";
import { uploadAction } from "./actions";

type Props = { params: Promise<{ jenis: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: kindOf((await params).jenis)?.words.title };
}

export default async function ImportPage({ params }: Props) {
  const actor = await requireActor();
  const kind = kindOf((await params).jenis);
  if (!kind?.mayImport(actor)) notFound();
  const { words, limit, slug } = kind;
  const path = importPath(kind);
  return (
    <>
      <PageHeader title={words.title} crumbs={[words.list]}>
        <p className="text-muted">{say(words.lead)}</p>
      </PageHeader>
      <div className="flex max-w-3xl flex-col gap-8">
        <FirstStep
          {...words.first}
          text={say(words.first.text)}
          columns={words.first.columns?.map((column) => ({
            ...column,
            header: say(column.header),
            help: say(column.help),
          }))}
        />
        <UploadSection action={uploadAction.bind(null, slug)} path={path} limit={limit} {...words.upload} />
        <WaitingDrafts drafts={await kind.waiting(actor)} path={path} timeZone={actor.organisation.timeZone} />
      </div>
    </>
  );
}
