import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { SavedNotice } from "@/components/saved-notice";
import { canWriteDirectory } from "@/lib/directory/rules";
import { listDuplicates, listPersons } from "@/lib/persons/reads";
import { type Query, queryPage, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { Duplicates, PersonSummary } from "./duplicates";

export const metadata: Metadata = { title: "Orang" };

export default async function PersonsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canWriteDirectory(actor)) notFound();
  const query = await searchParams;
  const q = queryText(query.q);
  const told = queryText(query.dibedakan);
  const page = queryPage(query.halaman);
  const [{ persons, hasMore }, pairs] = await Promise.all([listPersons(actor, { q, page }), listDuplicates(actor)]);
  const pageHref = (number: number) => withQuery("/mitra/orang", { q, halaman: number > 1 ? number : undefined });
  return (
    <>
      <PageHeader title="Orang" crumbs={[{ href: "/mitra", label: "Mitra" }]}>
        <p className="text-muted">
          Catatan puskesmas Anda tentang orang: pejabat, pengguna, penanggung jawab RTL, wakil, dan tamu. Dua orang
          dengan nama yang sama tetap dua catatan.
        </p>
      </PageHeader>
      {told && (
        <SavedNotice key={told}>
          Dicatat sebagai dua orang. Bila keliru, buka salah satu catatannya, lalu gabungkan di sana.
        </SavedNotice>
      )}
      {q === "" && page === 1 && <Duplicates pairs={pairs} />}
      <form className="no-print mb-5 flex max-w-2xl items-end gap-3">
        <label className="block min-w-0 flex-1">
          <span className="mb-1 block font-semibold">Cari nama, jabatan, instansi, atau nomor HP</span>
          <input type="search" name="q" defaultValue={q} className="input" />
        </label>
        <button type="submit" className="button">
          Cari
        </button>
      </form>
      {persons.length === 0 ? (
        <EmptyState title={q ? `Tidak ada yang cocok dengan “${q}”` : "Belum ada orang yang dicatat"}>
          Orang tercatat dengan sendirinya saat Anda mengisi pejabat, pengguna, atau penanggung jawab RTL.
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {persons.map((person) => (
            <li key={person.id} className="border-b border-line py-2">
              <PersonSummary person={person} />
            </li>
          ))}
        </ul>
      )}
      <Pager previous={page > 1 ? pageHref(page - 1) : null} next={hasMore ? pageHref(page + 1) : null} />
    </>
  );
}
