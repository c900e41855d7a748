import type { Metadata } from "next";
import { PaperList } from "@/components/papers/paper-list";
import { listMeetingPapers } from "@/lib/papers/meeting-papers";
import { requireMeeting } from "@/lib/web/meeting";

export const metadata: Metadata = { title: "Dokumen" };

/** Every paper of the meeting, and what each lacks before it may leave the office. */
export default async function MeetingPapersPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const papers = await listMeetingPapers(actor, meeting);
  const ready = papers.filter(({ missing }) => missing.length === 0).length;
  return (
    <section aria-labelledby="dokumen">
      <h2 id="dokumen">Dokumen kegiatan</h2>
      <p className="mb-3 text-muted">
        {ready} dari {papers.length} siap dicetak. Isinya dari data kegiatan ini; yang belum lengkap tetap dapat
        dilihat.
      </p>
      <PaperList papers={papers} letters={`/kegiatan/${meeting.id}/surat`} />
    </section>
  );
}
