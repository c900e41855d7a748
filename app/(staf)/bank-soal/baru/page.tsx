import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { listTopics } from "@/lib/question-bank/reads";
import { canWriteQuestions } from "@/lib/question-bank/rules";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { QuestionForm } from "../question-form";

export const metadata: Metadata = { title: "Tambah soal" };

export default async function NewQuestionPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canWriteQuestions(actor)) notFound();
  const isSaved = queryText((await searchParams).tersimpan) === "1";
  return (
    <>
      <PageHeader title="Tambah soal" crumbs={[{ href: "/bank-soal", label: "Bank soal" }]} />
      {isSaved && <SavedNotice>Soal tersimpan. Tulis soal berikutnya.</SavedNotice>}
      <QuestionForm topics={await listTopics(actor)} />
    </>
  );
}
