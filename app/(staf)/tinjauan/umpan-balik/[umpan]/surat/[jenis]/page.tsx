import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LetterPanel } from "@/components/letters/letter-panel";
import { PageHeader } from "@/components/page-header";
import { findLetterForm } from "@/lib/letters/form";
import { canWriteLetters } from "@/lib/letters/rules";
import { findPaperOfOffice } from "@/lib/papers/office-papers";
import { dayOf } from "@/lib/time";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { saveFeedbackLetterAction, voidFeedbackLetterAction } from "./actions";

export const metadata: Metadata = { title: "Nomor surat" };

type Props = { params: Promise<{ umpan: string; jenis: string }>; searchParams: Query };

/** Number, date and signatory of the monthly letter: with its number it reaches the puskesmas. */
export default async function FeedbackLetterPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { umpan: id, jenis } = await params;
  const paper = canWriteLetters(actor) ? findPaperOfOffice(actor, jenis) : null;
  if (paper?.subject !== "feedback") notFound();
  const opened = await paper.open(actor, id, {});
  if (opened?.organisationId !== actor.organisation.id) notFound();
  const form = (await findLetterForm(actor, { feedbackId: id }, paper.kind)) ?? notFound();
  const letterId = form.id ?? randomUUID();
  return (
    <>
      <PageHeader title={paper.name} crumbs={[{ href: `/tinjauan/umpan-balik/${id}`, label: "Umpan balik" }]} />
      <LetterPanel
        form={form}
        id={letterId}
        today={dayOf(new Date(), actor.organisation.timeZone)}
        paperAddress={`/surat/${paper.slug}/${id}`}
        formAddress={null}
        isSaved={queryText((await searchParams).tersimpan) === "ya"}
        save={saveFeedbackLetterAction.bind(null, id)}
        giveUp={voidFeedbackLetterAction.bind(null, id, letterId)}
      />
    </>
  );
}
