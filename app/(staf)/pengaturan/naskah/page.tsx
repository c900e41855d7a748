import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Badge } from "@/components/badge";
import { PageHeader } from "@/components/page-header";
import { canSetUpPapers } from "@/lib/letters/rules";
import { listOfficePapers } from "@/lib/papers/office-papers";
import { requireActor } from "@/lib/web/session";

export const metadata: Metadata = { title: "Naskah dan formulir" };

export default async function WordingListPage() {
  const actor = await requireActor();
  if (!canSetUpPapers(actor)) notFound();
  const papers = await listOfficePapers(actor);
  return (
    <>
      <PageHeader title="Naskah dan formulir" crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}>
        <p className="mt-2 max-w-prose">
          Kata-kata tetap pada surat dan dokumen {actor.organisation.name}, atau formulir Word sendiri yang diisi dari
          data di sini.
        </p>
      </PageHeader>
      <ul className="border-t border-line">
        {papers.map(({ paper, ownParts, forms }) => (
          <li key={paper.kind} className="border-b border-line">
            <Link
              href={`/pengaturan/naskah/${paper.slug}`}
              prefetch={false}
              className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-1 py-2 no-underline hover:bg-sunken"
            >
              <span className="font-semibold text-accent">{paper.name}</span>
              {ownParts > 0 && <Badge>Naskah sendiri</Badge>}
              {forms > 0 && <Badge>Formulir Word sendiri</Badge>}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
