import type { Metadata } from "next";
import { EmptyState } from "@/components/empty-state";
import { EventList } from "@/components/event-list";
import { Pager } from "@/components/pager";
import { listEvents } from "@/lib/events/reads";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryText } from "@/lib/web/query";

export const metadata: Metadata = { title: "Riwayat" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function MeetingHistoryPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const typed = queryText((await searchParams).sebelum);
  const before = /^\d{1,18}$/.test(typed) ? BigInt(typed) : undefined;
  const { events, hasMore } = await listEvents(actor, { meetingId: meeting.id, before });
  if (events.length === 0)
    return (
      <EmptyState title="Belum ada yang tercatat">
        Setiap perubahan pada kegiatan ini tercatat di sini: siapa, apa, dan kapan.
      </EmptyState>
    );
  const last = events.at(-1);
  return (
    <>
      <EventList events={events} />
      <Pager next={hasMore && last ? `/kegiatan/${meeting.id}/riwayat?sebelum=${last.id}` : null} />
    </>
  );
}
