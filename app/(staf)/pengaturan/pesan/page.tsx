import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextArea } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHeader } from "@/components/page-header";
import { TabRow } from "@/components/tab-row";
import { composeExample, listExamples, listFollowUpExamples } from "@/lib/messages/example";
import {
  canWriteTemplates,
  messageNames,
  messageSlugs,
  placeholders,
  placeholdersOf,
  templateKindOf,
  templateKinds,
} from "@/lib/messages/rules";
import { findTemplates } from "@/lib/messages/templates";
import { formatMoment } from "@/lib/time";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { dropTemplateAction, templateAction } from "./actions";
import { Example } from "./example";

export const metadata: Metadata = { title: "Pesan" };

export default async function TemplatesPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canWriteTemplates(actor)) notFound();
  const query = await searchParams;
  const kind = templateKindOf(queryText(query.jenis));
  const slug = messageSlugs[kind];
  const [templates, examples] = await Promise.all([
    findTemplates(actor),
    kind === "FOLLOW_UP" ? listFollowUpExamples(actor) : listExamples(actor),
  ]);
  const template = templates[kind];
  const example = examples[0] ? await composeExample(actor, kind, template.text, examples[0].id) : null;
  return (
    <>
      <PageHeader title="Pesan" crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}>
        <p className="mt-2 max-w-prose">
          Kata-kata {actor.organisation.name} untuk WhatsApp, email, dan salinan. Jangan menulis data kesehatan atau
          nama orang lain: pesan dapat terbaca siapa saja yang memegang ponselnya.
        </p>
      </PageHeader>
      <TabRow
        label="Jenis pesan"
        tabs={templateKinds.map((other) => ({
          href: `/pengaturan/pesan?jenis=${messageSlugs[other]}`,
          label: messageNames[other],
          isHere: other === kind,
        }))}
      />
      {queryText(query.tersimpan) === "ya" && (
        <p role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          Pesan {messageNames[kind].toLowerCase()} tersimpan.
        </p>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex flex-col gap-6">
          <ActionForm key={slug} action={templateAction.bind(null, slug)}>
            <TextArea
              name="text"
              label="Isi pesan"
              rows={12}
              initial={template.text}
              hint={
                template.savedAt
                  ? `Kata-kata sendiri, disimpan ${formatMoment(template.savedAt, actor.organisation.timeZone)}`
                  : "Kata-kata bawaan; ubah bila perlu. *Bintang* menebalkan huruf di WhatsApp."
              }
            />
            {examples.length > 0 ? (
              <SelectField
                name="exampleId"
                label="Contoh penerima"
                initial={examples[0]?.id}
                options={examples.map(({ id, label }) => ({ value: id, label }))}
              />
            ) : (
              <p className="text-muted">Contoh pesan muncul di sini setelah ada penerimanya.</p>
            )}
            <div className="flex flex-wrap gap-3">
              <SubmitButton>Simpan pesan</SubmitButton>
              {examples.length > 0 && (
                <SubmitButton tone="plain" name="intent" value="lihat">
                  Lihat contoh
                </SubmitButton>
              )}
            </div>
            <Example initial={example ? (example.ok ? example.text : example.reason) : ""} />
          </ActionForm>
          {template.savedAt && (
            <ActionForm
              action={dropTemplateAction.bind(null, slug)}
              submit="Kembali ke kata-kata bawaan"
              tone="plain"
            />
          )}
        </div>
        <aside>
          <h2 className="mb-2">Isian yang dikenal</h2>
          <dl className="card grid gap-2 text-sm">
            {placeholdersOf(kind).map((name) => (
              <div key={name}>
                <dt className="font-mono font-semibold">{`{${name}}`}</dt>
                <dd className="text-muted">{placeholders[name]}</dd>
              </div>
            ))}
          </dl>
        </aside>
      </div>
    </>
  );
}
