import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { findQuestion, listTopics } from "@/lib/question-bank/reads";
import { canWriteQuestions } from "@/lib/question-bank/rules";
import { requireActor } from "@/lib/web/session";
import { archiveQuestionAction } from "../actions";
import { QuestionForm } from "../question-form";

export const metadata: Metadata = { title: "Ubah soal" };

export default async function QuestionPage({ params }: { params: Promise<{ soal: string }> }) {
  const actor = await requireActor();
  const question = canWriteQuestions(actor) && (await findQuestion(actor, (await params).soal));
  if (!question) notFound();
  const { id, version, pictureId, archivedAt } = question;
  return (
    <>
      <PageHeader title="Ubah soal" crumbs={[{ href: "/bank-soal", label: "Bank soal" }]}>
        <p className="text-muted">Tes yang sudah dibuka tetap dengan soal seperti saat dibuka.</p>
      </PageHeader>
      {pictureId && (
        // biome-ignore lint/performance/noImgElement: next/image writes a style attribute, which our policy refuses
        <img src={`/berkas/${pictureId}`} alt="Gambar soal ini" className="mb-5 max-h-72 max-w-full rounded" />
      )}
      <QuestionForm key={version} question={question} topics={await listTopics(actor)} />
      <div className="mt-8 border-t border-line pt-5">
        <ActionForm
          action={archiveQuestionAction.bind(null, id, archivedAt === null)}
          submit={archivedAt ? "Kembalikan dari arsip" : "Arsipkan soal"}
          tone="plain"
        />
      </div>
    </>
  );
}
