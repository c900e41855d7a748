import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { isPuskesmasWriter } from "@/lib/actor";
import { kindNames, periodName } from "@/lib/meetings/rules";
import { findTemplate, listTakers } from "@/lib/templates/reads";
import { canKeepTemplate } from "@/lib/templates/rules";
import { dayOf, formatDayLong } from "@/lib/time";
import { requireActor } from "@/lib/web/session";
import { archiveTemplateAction } from "./actions";
import { TemplatePreview } from "./template-preview";

export const metadata: Metadata = { title: "Templat Lokmin" };

export default async function TemplatePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const template = await findTemplate(actor, (await params).id);
  if (!template) notFound();
  const takers = await listTakers(actor, template.id);
  const isOwn = template.organisationId === actor.organisation.id;
  const isArchived = template.archivedAt !== null;
  return (
    <>
      <PageHeader
        title={template.name}
        crumbs={[
          { href: "/kegiatan", label: "Kegiatan" },
          { href: "/templat", label: "Templat Lokmin" },
        ]}
        action={
          isPuskesmasWriter(actor) &&
          !isArchived && (
            <Link href={`/kegiatan/baru?templat=${template.id}`} prefetch={false} className="button button-main">
              Pakai templat ini
            </Link>
          )
        }
      >
        {template.description && <p className="mt-2 max-w-prose">{template.description}</p>}
      </PageHeader>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <TemplatePreview content={template.content} />
        <aside className="flex flex-col gap-6">
          <dl className="card grid gap-3">
            <Fact term="Bentuk">{kindNames[template.kind]}</Fact>
            <Fact term="Dari">
              {isOwn && template.source ? (
                <>
                  <Link href={`/kegiatan/${template.source.id}`} prefetch={false} className="link">
                    {template.source.title}
                  </Link>
                  , {template.organisation.name}
                </>
              ) : (
                [template.source?.title, template.organisation.name].filter(Boolean).join(", ")
              )}
            </Fact>
            <Fact term="Disimpan">
              {formatDayLong(dayOf(template.createdAt, actor.organisation.timeZone))}
              {isOwn && ` oleh ${template.creator}`}
            </Fact>
            <Fact term="Dipakai oleh">
              {takers.length === 0 ? (
                "belum ada"
              ) : (
                <ul>
                  {takers.map((taker) => (
                    <li key={taker.id}>
                      {taker.hostId === actor.organisation.id ? (
                        <Link href={`/kegiatan/${taker.id}`} prefetch={false} className="link">
                          {taker.host.name}, {periodName(taker)}
                        </Link>
                      ) : (
                        `${taker.host.name}, ${periodName(taker)}`
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </Fact>
            {isArchived && <Fact term="Keadaan">Diarsipkan; tidak ditawarkan lagi.</Fact>}
          </dl>
          {canKeepTemplate(actor, template) && (
            <ActionForm
              action={archiveTemplateAction.bind(null, template.id, !isArchived)}
              submit={isArchived ? "Keluarkan dari arsip" : "Arsipkan templat"}
              tone="plain"
            />
          )}
        </aside>
      </div>
    </>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
