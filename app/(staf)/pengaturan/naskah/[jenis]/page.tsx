import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { canSetUpPapers } from "@/lib/letters/rules";
import { listExamples } from "@/lib/papers/examples";
import { findOwnWording, findPaperOfOffice } from "@/lib/papers/office-papers";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { WordingForm } from "./wording-form";

export const metadata: Metadata = { title: "Naskah" };

type Props = { params: Promise<{ jenis: string }>; searchParams: Query };

export default async function WordingPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const paper = canSetUpPapers(actor) ? findPaperOfOffice(actor, (await params).jenis) : null;
  if (!paper) notFound();
  const [parts, [example]] = await Promise.all([findOwnWording(actor, paper), listExamples(actor, paper)]);
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
          {saved === "bawaan" ? "Naskah bawaan dipakai lagi." : "Naskah tersimpan."}
        </p>
      )}
      <WordingForm paper={paper} parts={parts} values={example?.opened.fields().values ?? null} />
    </>
  );
}
