import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { isPuskesmasWriter } from "@/lib/actor";
import { kindNames } from "@/lib/meetings/rules";
import { listTemplates } from "@/lib/templates/reads";
import { dayOf, formatDayShort } from "@/lib/time";
import { type Query, queryPage, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export const metadata: Metadata = { title: "Templat Lokmin" };

export default async function TemplatesPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const archived = queryText(query.arsip) === "1";
  const { templates, page, hasMore } = await listTemplates(actor, { archived, page: queryPage(query.halaman) });
  const address = (halaman: number) => withQuery("/templat", { arsip: archived ? "1" : undefined, halaman });
  const canWrite = isPuskesmasWriter(actor);
  return (
    <>
      <PageHeader
        title={archived ? "Templat yang diarsipkan" : "Templat Lokmin"}
        crumbs={[{ href: "/kegiatan", label: "Kegiatan" }]}
      >
        <p className="mt-2 max-w-prose">
          Lokmin yang sudah selesai, siap dipakai lagi: susunan acara, masukan dan luaran, serta usulan RTL tanpa
          tanggal dan tanpa nama orang.
        </p>
      </PageHeader>
      {templates.length === 0 ? (
        <EmptyState title={archived ? "Tidak ada templat yang diarsipkan" : "Belum ada templat"}>
          {canWrite
            ? "Buka Lokmin yang sudah ditutup, lalu pilih “Simpan sebagai templat” di halamannya."
            : "Templat tampak di sini begitu puskesmas menyimpannya dari Lokmin yang sudah ditutup."}
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {templates.map((template) => (
            <li key={template.id} className="border-b border-line py-3">
              <Link href={`/templat/${template.id}`} prefetch={false} className="link text-lg font-semibold">
                {template.name}
              </Link>
              {template.description && <p className="max-w-prose">{template.description}</p>}
              <p className="text-sm text-muted">
                {kindNames[template.kind]} · {template.organisation.name} ·{" "}
                {formatDayShort(dayOf(template.createdAt, actor.organisation.timeZone))}
              </p>
              <p className="text-sm text-muted">
                {template.agendaLines} acara · {template.items} usulan RTL · dipakai {template.taken} kali
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pager previous={page > 1 ? address(page - 1) : null} next={hasMore ? address(page + 1) : null} />
      {canWrite && (
        <p className="mt-4">
          <Link href={archived ? "/templat" : "/templat?arsip=1"} prefetch={false} className="link">
            {archived ? "Lihat templat yang dipakai" : "Lihat arsip templat puskesmas ini"}
          </Link>
        </p>
      )}
    </>
  );
}
