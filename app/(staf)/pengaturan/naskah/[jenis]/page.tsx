import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import type { Actor } from "@/lib/actor";
import { canSetUpPapers } from "@/lib/letters/rules";
import type { Fields } from "@/lib/papers/definition";
import { knownFields, listExamples } from "@/lib/papers/examples";
import { findOwnWording, findPaperOfOffice } from "@/lib/papers/office-papers";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { fillWordForm, type ListedForm, listWordForms } from "@/lib/word-forms/reads";
import { type ShownForm, WordForms } from "./word-forms";
import { WordingForm } from "./wording-form";

export const metadata: Metadata = { title: "Naskah" };

const savedWords: Record<string, string> = {
  bawaan: "Naskah bawaan dipakai lagi.",
  formulir: "Formulir tersimpan; contohnya terisi di bawah.",
  hapus: "Formulir dihapus; bentuk bawaan dipakai lagi.",
};

type Props = { params: Promise<{ jenis: string }>; searchParams: Query };

export default async function WordingPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const paper = canSetUpPapers(actor) ? findPaperOfOffice(actor, (await params).jenis) : null;
  if (!paper) notFound();
  const [parts, examples, listed] = await Promise.all([
    findOwnWording(actor, paper),
    listExamples(actor, paper, 8),
    listWordForms(actor, actor.organisation.id, paper.kind),
  ]);
  const [example] = examples;
  const fields = examples.map(({ opened }) => opened.fields());
  const [values] = fields;
  const forms = await Promise.all(listed.map((form) => shownForm(actor, paper.kind, form, values)));
  const saved = queryText((await searchParams).tersimpan);
  return (
    <>
      <PageHeader
        title={paper.name}
        crumbs={[
          { href: "/pengaturan", label: "Pengaturan" },
          { href: "/pengaturan/naskah", label: "Naskah dan formulir" },
        ]}
      >
        {example && (
          <p className="mt-2">
            <Link href={`/surat/${paper.slug}/${example.subjectId}`} prefetch={false} className="link">
              Lihat {paper.name.toLowerCase()} terakhir
            </Link>
          </p>
        )}
      </PageHeader>
      {saved && (
        <p role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          {savedWords[saved] ?? "Naskah tersimpan."}
        </p>
      )}
      <WordingForm paper={paper} parts={parts} values={values?.values ?? null} />
      <WordForms paper={paper} forms={forms} known={knownFields(fields)} timeZone={actor.organisation.timeZone} />
    </>
  );
}

async function shownForm(
  actor: Actor,
  paperKind: string,
  form: ListedForm,
  fields: Fields | undefined,
): Promise<ShownForm> {
  const which = { organisationId: actor.organisation.id, paperKind, isForEOffice: form.isForEOffice };
  const filled = fields ? await fillWordForm(actor, which, fields) : null;
  return { ...form, lines: filled?.ok ? filled.lines : [] };
}
