import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { LetterPanel } from "@/components/letters/letter-panel";
import { findLetterForm } from "@/lib/letters/form";
import { canWriteMeetingLetters } from "@/lib/letters/rules";
import { findPaperKind } from "@/lib/papers/kinds";
import { dayOf } from "@/lib/time";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryText } from "@/lib/web/query";
import { saveLetterAction, voidLetterAction } from "./actions";

type Props = { params: Promise<{ id: string; jenis: string }>; searchParams: Query };

/** Number, date and signatory of one of a meeting's letters. */
export default async function MeetingLetterPage({ params, searchParams }: Props) {
  const { id, jenis } = await params;
  const { actor, meeting } = await requireMeeting(id);
  const paper = findPaperKind(jenis);
  if (!paper?.isLetter || paper.subject !== "meeting" || !canWriteMeetingLetters(actor, meeting)) notFound();
  const { kop, tersimpan } = await searchParams;
  const form = (await findLetterForm(actor, { meetingId: meeting.id }, paper.kind, queryText(kop))) ?? notFound();
  const letterId = form.id ?? randomUUID();
  return (
    <section aria-labelledby="judul-surat">
      <h2 id="judul-surat">{paper.name}</h2>
      <LetterPanel
        form={form}
        id={letterId}
        today={dayOf(new Date(), meeting.timeZone)}
        paperAddress={`/surat/${paper.slug}/${meeting.id}`}
        isSaved={queryText(tersimpan) === "ya"}
        formAddress={`/kegiatan/${meeting.id}/surat/${paper.slug}`}
        save={saveLetterAction.bind(null, meeting.id, paper.slug)}
        giveUp={voidLetterAction.bind(null, meeting.id, paper.slug, letterId)}
      />
    </section>
  );
}
