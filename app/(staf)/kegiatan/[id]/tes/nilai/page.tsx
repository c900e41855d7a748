import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { takesNotes } from "@/lib/meetings/rules";
import { findTestResults } from "@/lib/training-tests/results";
import { canWriteTests } from "@/lib/training-tests/rules";
import { requireMeeting } from "@/lib/web/meeting";
import { typeScoresAction } from "../actions";
import { ScoreFields } from "./score-fields";

export const metadata: Metadata = { title: "Ketik nilai tes" };

export default async function TypedScoresPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const results = canWriteTests(actor, meeting) && (await findTestResults(actor, meeting.id, new Date()));
  if (!results) notFound();
  const back = (
    <Link href={`/kegiatan/${meeting.id}/tes`} prefetch={false} className="button">
      Ke nilai tes
    </Link>
  );
  if (!takesNotes(meeting))
    return (
      <EmptyState title="Nilai belum dapat diketik" action={back}>
        Nilai diisi sejak kegiatan berlangsung. Mulai kegiatan ini dulu di Ringkasan.
      </EmptyState>
    );
  if (results.people.length === 0)
    return (
      <EmptyState title="Belum ada peserta" action={back}>
        Pilih peserta di Pelatihan, lalu ketik nilainya di sini.
      </EmptyState>
    );
  const { people } = results;
  return (
    <>
      <h2 className="mb-1">Ketik nilai</h2>
      <p className="mb-4 max-w-prose text-muted">
        Untuk tes di kertas: 0 sampai 100, boleh berkoma. Kosongkan bila tidak ikut. Yang mengerjakan di tautannya tidak
        dapat diketik.
      </p>
      <ActionForm
        key={people.map(({ PRE, POST }) => `${PRE.score} ${POST.score}`).join()}
        action={typeScoresAction.bind(null, meeting.id)}
        submit="Simpan nilai"
        className="flex max-w-2xl flex-col gap-3"
      >
        <ScoreFields
          rows={people.map(({ invitationId, name, institution, PRE, POST }) => ({
            ...{ invitationId, name, institution },
            PRE: { score: PRE.score, isOnLink: PRE.state !== "none" && PRE.state !== "typed" },
            POST: { score: POST.score, isOnLink: POST.state !== "none" && POST.state !== "typed" },
          }))}
        />
      </ActionForm>
    </>
  );
}
