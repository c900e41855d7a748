import type { Metadata } from "next";
import { EmptyState } from "@/components/empty-state";
import { EventList } from "@/components/event-list";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { isDinkes } from "@/lib/actor";
import { listEvents } from "@/lib/events/reads";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export const metadata: Metadata = { title: "Riwayat" };

export default async function HistoryPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const typed = queryText((await searchParams).before);
  const before = /^\d{1,18}$/.test(typed) ? BigInt(typed) : undefined;
  const { events, hasMore } = await listEvents(actor, { before });
  const last = events.at(-1);
  return (
    <>
      <PageHeader title="Riwayat">
        <p className="text-muted">
          Siapa melakukan apa dan kapan, yang terbaru di atas
          {isDinkes(actor) && "; juga di puskesmas di bawah Dinas Anda"}
        </p>
      </PageHeader>
      {events.length > 0 ? (
        <EventList events={events} withMeeting withOrganisation={isDinkes(actor)} />
      ) : (
        <EmptyState title={before ? "Tidak ada yang lebih lama" : "Belum ada yang tercatat"}>
          Setiap perubahan kegiatan, undangan, kehadiran, RTL, mitra, dan pengguna tercatat di sini dengan sendirinya.
        </EmptyState>
      )}
      <Pager previous={before ? "/riwayat" : null} next={hasMore && last ? `/riwayat?before=${last.id}` : null} />
    </>
  );
}
