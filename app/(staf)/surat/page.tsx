import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { YearLinks } from "@/components/year-links";
import { listRegister } from "@/lib/letters/register";
import { canWriteLetters } from "@/lib/letters/rules";
import { dayOf } from "@/lib/time";
import { type Query, queryPage, queryText, queryYear, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { RegisterList } from "./register-list";

export const metadata: Metadata = { title: "Agenda surat keluar" };

export default async function RegisterPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const year = queryYear(query.tahun) ?? Number(dayOf(new Date(), actor.organisation.timeZone).slice(0, 4));
  const words = queryText(query.q);
  const { letters, page, hasMore } = await listRegister(actor, { year, words, page: queryPage(query.halaman) });
  const canWrite = canWriteLetters(actor);
  const saved = queryText(query.tersimpan);
  const pageHref = (number: number) =>
    withQuery("/surat", { tahun: year, q: words, halaman: number > 1 ? number : undefined });
  return (
    <>
      <PageHeader
        title={`Agenda surat keluar ${year}`}
        action={
          canWrite && (
            <Link href="/surat/catat" prefetch={false} className="button button-main">
              Catat surat
            </Link>
          )
        }
      >
        <p className="mt-2 max-w-prose text-muted">
          Nomor surat {actor.organisation.name} setahun: dari kegiatan di sini dan dari surat yang dibuat di tempat
          lain.
        </p>
      </PageHeader>
      {saved && (
        <p role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          Surat tercatat dengan nomor {saved}.
        </p>
      )}
      <YearLinks path="/surat" year={year} />
      <form className="no-print mb-5 grid grid-cols-[1fr_auto] items-end gap-3">
        <input type="hidden" name="tahun" value={year} />
        <label className="block">
          <span className="mb-1 block font-semibold">Cari nomor, hal, atau tujuan</span>
          <input type="search" name="q" defaultValue={words} className="input" />
        </label>
        <button type="submit" className="button">
          Cari
        </button>
      </form>
      {letters.length > 0 ? (
        <>
          <p className="no-print mb-2 flex flex-wrap gap-x-5 text-sm">
            <a href={`/surat/ekspor?tahun=${year}`} className="link inline-flex min-h-11 items-center">
              Unduh Excel {year}
            </a>
          </p>
          <RegisterList letters={letters} canWrite={canWrite} />
          <Pager previous={page > 1 ? pageHref(page - 1) : null} next={hasMore ? pageHref(page + 1) : null} />
        </>
      ) : (
        <EmptyState title={words ? "Tidak ada surat yang cocok" : `Belum ada surat bernomor tahun ${year}`}>
          {words
            ? "Cari dengan kata lain, atau pilih tahun lain."
            : "Nomor terbit dari halaman surat tiap kegiatan, atau catat surat yang dibuat di tempat lain."}
        </EmptyState>
      )}
    </>
  );
}
