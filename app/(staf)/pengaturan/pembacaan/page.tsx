import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { readingKinds } from "@/lib/privacy/kinds";
import { canSeeReadings, listReadings } from "@/lib/privacy/readings";
import { formatMoment } from "@/lib/time";
import { type Query, queryPage } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export const metadata: Metadata = { title: "Yang membaca data pribadi" };

const path = "/pengaturan/pembacaan";

export default async function ReadingsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canSeeReadings(actor)) notFound();
  const page = queryPage((await searchParams).halaman);
  const { readings, hasMore } = await listReadings(actor, page);
  return (
    <>
      <PageHeader title="Yang membaca data pribadi" crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}>
        <p className="mt-2 max-w-prose">
          Orang di luar instansi Anda, misalnya petugas Dinas Kesehatan, yang membuka berkas pegawai atau tanda tangan
          dari instansi Anda. Satu baris untuk setiap orang, berkas, dan hari.
        </p>
      </PageHeader>
      {readings.length === 0 ? (
        <EmptyState title="Belum ada yang membaca dari luar instansi Anda" />
      ) : (
        <ol className="border-t border-line">
          {readings.map(({ id, firstAt, reader, readerOffice, kind, subject }) => (
            <li key={id} className="border-b border-line py-3">
              <p>
                {reader}, {readerOffice}
              </p>
              <p className="text-sm text-muted">
                {formatMoment(firstAt, actor.organisation.timeZone)} · {kindOf(kind)}: {subject}
              </p>
            </li>
          ))}
        </ol>
      )}
      <Pager
        previous={page > 1 ? `${path}?halaman=${page - 1}` : null}
        next={hasMore ? `${path}?halaman=${page + 1}` : null}
      />
    </>
  );
}

function kindOf(kind: string): string {
  return Object.entries(readingKinds).find(([name]) => name === kind)?.[1] ?? kind;
}
