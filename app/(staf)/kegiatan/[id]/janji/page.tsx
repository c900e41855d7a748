import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { MeetingEscalations } from "@/components/escalations/meeting-escalations";
import { Pager } from "@/components/pager";
import type { Actor } from "@/lib/actor";
import { listMeetingEscalations } from "@/lib/escalations/meeting";
import { asksForCarryOver } from "@/lib/evidence/rules";
import { countCarriedItems, listCarriedItems } from "@/lib/follow-up/carry-over";
import { carryOverFilters } from "@/lib/follow-up/review-schema";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting, isApproved, isOrganiser, takesNotes } from "@/lib/meetings/rules";
import { dueFromMeeting } from "@/lib/plan/rules";
import { dayOf } from "@/lib/time";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryChoice, queryPage, queryText, withQuery } from "@/lib/web/query";
import { reviewAction, undoReviewAction } from "./actions";
import { CarryOverRow } from "./carry-over-row";

export const metadata: Metadata = { title: "RTL lalu" };

const perPage = 25;

/** What was promised before, one below the other: each gets its status in this meeting. */
export default async function CarryOverPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Query;
}) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const query = await searchParams;
  const filter = queryChoice(query.saring, carryOverFilters) ?? "semua";
  const page = queryPage(query.halaman);
  const [escalations, counts, carriedItems] = await Promise.all([
    listMeetingEscalations(actor, meeting),
    countCarriedItems(actor, meeting.id),
    listCarriedItems(actor, meeting.id, {
      take: perPage + 1,
      skip: (page - 1) * perPage,
      onlyUnreviewed: filter === "belum",
    }),
  ]);
  const path = `/kegiatan/${meeting.id}/janji`;
  const hrefOf = (halaman: number) =>
    withQuery(path, { saring: filter === "belum" ? filter : undefined, halaman: halaman > 1 ? halaman : undefined });
  const meetingDay = dayOf(meeting.startsAt, meeting.timeZone);
  const canReview = canWriteMeeting(actor, meeting) && takesNotes(meeting);
  const shown = { saring: filter, halaman: page };
  return (
    <>
      <h2 className="mb-1">RTL lalu</h2>
      <p className="mb-4 max-w-3xl text-muted">{introduction(actor, meeting, counts.unreviewed)}</p>
      {canReview && counts.all > 0 && counts.unreviewed === 0 && (
        <p className="no-print mb-4">
          <Link href={`/kegiatan/${meeting.id}/masalah`} prefetch={false} className="button">
            Lanjut ke Masalah
          </Link>
        </p>
      )}
      <Saved words={queryText(query.tersimpan)} left={counts.unreviewed} />
      {counts.all > 0 && takesNotes(meeting) && <Filters path={path} filter={filter} counts={counts} />}
      {carriedItems.length === 0 ? (
        <Empty all={counts.all} path={path} />
      ) : (
        <ol id="daftar" className="flex scroll-mt-4 flex-col gap-4">
          {carriedItems.slice(0, perPage).map((carriedItem) => (
            <CarryOverRow
              key={carriedItem.item.id}
              carriedItem={carriedItem}
              day={dueFromMeeting(meeting, new Date())}
              meetingDay={meetingDay}
              actions={
                canReview && carriedItem.canOpen
                  ? {
                      review: reviewAction.bind(null, meeting.id, carriedItem.item.id, shown),
                      undo: undoReviewAction.bind(
                        null,
                        meeting.id,
                        carriedItem.item.id,
                        carriedItem.review?.id ?? "",
                        shown,
                      ),
                    }
                  : null
              }
            />
          ))}
        </ol>
      )}
      {page === 1 && (
        <div className="mt-8">
          <MeetingEscalations escalations={escalations} />
        </div>
      )}
      <Pager
        previous={page > 1 ? hrefOf(page - 1) : null}
        next={carriedItems.length > perPage ? hrefOf(page + 1) : null}
      />
    </>
  );
}

function introduction(actor: Actor, meeting: FoundMeeting, unreviewed: number): string {
  if (meeting.status === "CANCELLED") return "Kegiatan ini dibatalkan.";
  if (isApproved(meeting))
    return "Notulen sudah disahkan, jadi status RTL lalu terkunci. Kemajuannya tetap dapat dilaporkan.";
  if (!takesNotes(meeting))
    return "RTL yang masih terbuka dari kegiatan sejenis sebelum ini. Siapkan jawabannya; status diberikan sejak kegiatan dimulai.";
  if (unreviewed > 0 && !asksForCarryOver(meeting.kind))
    return "RTL yang masih terbuka dari kegiatan sejenis sebelum ini. Statusnya boleh diberikan di sini; pengesahan tidak menunggunya.";
  if (unreviewed > 0 && isOrganiser(actor, meeting) && actor.organisation.id !== meeting.hostId)
    return `RTL puskesmas Anda yang masih terbuka dari kegiatan sejenis sebelum ini. Pengesahan menunggu RTL ${meeting.host.name}; RTL Anda sendiri yang tidak dibahas di sini tetap terbuka.`;
  return unreviewed > 0
    ? "RTL yang masih terbuka dari kegiatan sejenis sebelum ini. Bahas satu per satu: setiap RTL lalu perlu status sebelum notulen disahkan."
    : "Semua RTL lalu sudah diberi status.";
}

/** Says what was just saved; anything else in the address says nothing. */
function Saved({ words, left }: { words: string; left: number }) {
  const [, number] = /^rtl-(\d{1,4})$/.exec(words) ?? [];
  if (!number && words !== "batal") return null;
  return (
    <p role="status" className="mb-4 rounded border-l-4 border-done bg-done-soft px-4 py-3">
      {number
        ? `Status RTL ${number} tersimpan.`
        : "Status dibatalkan; batas waktu dan kemajuannya kembali seperti semula."}{" "}
      {left > 0 ? `${left} RTL lalu belum diberi status.` : "Semua RTL lalu sudah diberi status."}
    </p>
  );
}

type FilterProps = { path: string; filter: string; counts: { all: number; unreviewed: number } };

function Filters({ path, filter, counts }: FilterProps) {
  const choices = [
    { value: "semua", href: path, words: `Semua (${counts.all})` },
    { value: "belum", href: `${path}?saring=belum`, words: `Belum diberi status (${counts.unreviewed})` },
  ];
  return (
    <ul className="no-print mb-4 flex flex-wrap gap-2" aria-label="Filter">
      {choices.map(({ value, href, words }) => (
        <li key={value}>
          <Link
            href={href}
            prefetch={false}
            aria-current={value === filter ? "true" : undefined}
            className="button aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft"
          >
            {words}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Empty({ all, path }: { all: number; path: string }) {
  if (all === 0)
    return (
      <EmptyState title="Tidak ada RTL lalu">
        Semua RTL dari kegiatan sejenis sebelum ini sudah selesai atau dibatalkan, atau ini kegiatan yang pertama.
      </EmptyState>
    );
  return (
    <EmptyState
      title="Semua RTL lalu sudah diberi status"
      action={
        <Link href={path} prefetch={false} className="button">
          Tampilkan semua RTL lalu
        </Link>
      }
    />
  );
}
