import type { Metadata } from "next";
import Link from "next/link";
import { Badge } from "@/components/badge";
import { EmptyState } from "@/components/empty-state";
import { Icon } from "@/components/icon";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { type ListedQuestion, listQuestions, listTopics } from "@/lib/question-bank/reads";
import { canWriteQuestions, keyWords, questionKindNames } from "@/lib/question-bank/rules";
import { type Query, queryPage, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export const metadata: Metadata = { title: "Bank soal" };

export default async function QuestionBankPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const words = queryText(query.q);
  const topic = queryText(query.topik);
  const archived = queryText(query.arsip) === "1";
  const page = queryPage(query.halaman);
  const topics = await listTopics(actor);
  const { questions, total, hasMore } = await listQuestions(actor, { words, topic, archived, page });
  const canWrite = canWriteQuestions(actor);
  const pageHref = (number: number) =>
    withQuery("/bank-soal", { q: words, topik: topic, arsip: archived ? "1" : undefined, halaman: number });
  const isFiltered = words !== "" || topic !== "";
  return (
    <>
      <PageHeader
        title={archived ? "Arsip bank soal" : "Bank soal"}
        words={["Kalakarya"]}
        crumbs={archived ? [{ href: "/bank-soal", label: "Bank soal" }] : []}
        action={canWrite && !archived && <NewQuestion />}
      >
        <p className="text-muted">Soal pre-test dan post-test pelatihan</p>
      </PageHeader>
      <form className="no-print mb-5 grid grid-cols-[1fr_auto] items-end gap-3 sm:grid-cols-[1fr_16rem_auto]">
        {archived && <input type="hidden" name="arsip" value="1" />}
        <label className="block max-sm:col-span-full">
          <span className="mb-1 block font-semibold">Cari kata dalam soal</span>
          <input type="search" name="q" defaultValue={words} className="input" />
        </label>
        <label className="block">
          <span className="mb-1 block font-semibold">Topik</span>
          <select key={topic} name="topik" defaultValue={topic} className="input">
            <option value="">Semua topik</option>
            {topics.map((value) => (
              <option key={value}>{value}</option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          Cari
        </button>
      </form>
      {questions.length === 0 ? (
        <EmptyState
          title={isFiltered ? "Tidak ada soal yang cocok" : archived ? "Arsip masih kosong" : "Belum ada soal"}
          action={canWrite && !isFiltered && !archived && <FirstSteps />}
        >
          {isFiltered
            ? "Cari dengan satu kata saja, atau pilih semua topik."
            : "Dari bank ini soal pre-test dan post-test dipilih. Tes yang sudah dibuka menyimpan salinannya sendiri."}
        </EmptyState>
      ) : (
        <>
          <div className="mb-2 flex flex-wrap items-center justify-between gap-x-5 text-sm">
            <p className="text-muted">{total.toLocaleString("id-ID")} soal</p>
            {canWrite && !archived && (
              <Link href="/impor/soal" prefetch={false} className="no-print link inline-flex min-h-11 items-center">
                Impor dari Excel atau CSV
              </Link>
            )}
          </div>
          <ul className="border-t border-line">
            {questions.map((question) => (
              <QuestionRow key={question.id} question={question} canWrite={canWrite} />
            ))}
          </ul>
        </>
      )}
      <Pager previous={page > 1 ? pageHref(page - 1) : null} next={hasMore ? pageHref(page + 1) : null} />
      {!archived && (
        <p className="no-print mt-6">
          <Link href="/bank-soal?arsip=1" prefetch={false} className="link inline-flex min-h-11 items-center text-sm">
            Lihat arsip
          </Link>
        </p>
      )}
    </>
  );
}

function NewQuestion() {
  return (
    <Link href="/bank-soal/baru" prefetch={false} className="button button-main">
      <Icon name="plus" />
      Tambah soal
    </Link>
  );
}

function FirstSteps() {
  return (
    <div className="flex flex-wrap gap-3">
      <NewQuestion />
      <Link href="/impor/soal" prefetch={false} className="button">
        Impor dari Excel
      </Link>
    </div>
  );
}

function QuestionRow({ question, canWrite }: { question: ListedQuestion; canWrite: boolean }) {
  const { id, topic, kind, text, points, pictureId } = question;
  return (
    <li className="flex flex-col gap-1 border-b border-line py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span>{topic}</span>
        <Badge>{questionKindNames[kind]}</Badge>
        {pictureId && <Badge>Bergambar</Badge>}
        {points > 1 && <span>bobot {points}</span>}
      </p>
      <p className="whitespace-pre-line">
        {canWrite ? (
          <Link href={`/bank-soal/${id}`} prefetch={false} className="link font-semibold">
            {text}
          </Link>
        ) : (
          <b>{text}</b>
        )}
      </p>
      <p className="text-sm">
        <span className="text-muted">Kunci:</span> {keyWords(question)}
      </p>
    </li>
  );
}
