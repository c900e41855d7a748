import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { isId } from "@/lib/db";
import { findLetterheadForm } from "@/lib/letterheads/set-up";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { LetterheadEditor } from "./letterhead-editor";

export const metadata: Metadata = { title: "Kop surat" };

type Props = { params: Promise<{ kop: string }>; searchParams: Query };

export default async function LetterheadPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { kop } = await params;
  const form = isId(kop) ? await findLetterheadForm(actor, kop) : null;
  if (!form) notFound();
  return (
    <>
      <PageHeader
        title={form.isNew ? "Tambah kop surat" : form.name}
        crumbs={[
          { href: "/pengaturan", label: "Pengaturan" },
          { href: "/pengaturan/kop", label: "Kop dan nomor surat" },
        ]}
      />
      {queryText((await searchParams).tersimpan) === "ya" && (
        <p role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          Kop tersimpan. Beginilah tampilannya di bawah.
        </p>
      )}
      <LetterheadEditor key={form.version} id={kop} form={form} office={actor.organisation.name} />
    </>
  );
}
