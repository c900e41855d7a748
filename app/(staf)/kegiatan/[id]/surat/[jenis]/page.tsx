import { randomUUID } from "node:crypto";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { LetterFields } from "@/components/letters/letter-fields";
import { VoidLetter } from "@/components/letters/void-letter";
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
  const form = (await findLetterForm(actor, { meetingId: meeting.id }, paper.kind)) ?? notFound();
  const { number } = form.facts;
  const isSaved = queryText((await searchParams).tersimpan) === "ya";
  return (
    <section aria-labelledby="judul-surat" className="max-w-3xl">
      <h2 id="judul-surat">{paper.name}</h2>
      <p className="mb-5 text-muted">
        {number ? `Tercatat di agenda surat keluar dengan nomor ${number}.` : "Belum bernomor."}{" "}
        <Link href={`/surat/${paper.slug}/${meeting.id}`} prefetch={false} className="link">
          Lihat suratnya
        </Link>
      </p>
      {isSaved && (
        <p role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          {number ? `Surat tersimpan dengan nomor ${number}.` : "Draf surat tersimpan."}
        </p>
      )}
      <ActionForm key={form.version} action={saveLetterAction.bind(null, meeting.id, paper.slug)}>
        <LetterFields form={form} id={form.id ?? randomUUID()} today={dayOf(new Date(), meeting.timeZone)} />
        <div className="flex flex-wrap gap-3">
          {number ? (
            <SubmitButton>Simpan perubahan</SubmitButton>
          ) : (
            <>
              <SubmitButton name="intent" value="terbitkan">
                Terbitkan nomor
              </SubmitButton>
              <SubmitButton tone="plain" name="intent" value="draf">
                Simpan draf
              </SubmitButton>
            </>
          )}
        </div>
      </ActionForm>
      {number && form.id && (
        <VoidLetter
          number={number}
          version={form.version}
          action={voidLetterAction.bind(null, meeting.id, paper.slug, form.id)}
        />
      )}
    </section>
  );
}
