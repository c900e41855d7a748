import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { SavedNotice } from "@/components/saved-notice";
import { isOfHostDinkes } from "@/lib/meetings/rules";
import { type FoundVisit, findVisit } from "@/lib/programmes/reads";
import { answerWords, checklistPercent, isAnswered, takesChecklist } from "@/lib/programmes/rules";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryText } from "@/lib/web/query";
import { answerChecklistAction } from "./actions";
import { AnswersForm } from "./answers-form";

export const metadata: Metadata = { title: "Daftar periksa" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function VisitChecklistPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const visit = await findVisit(actor, meeting.id);
  if (!visit) notFound();
  const { checklist } = visit;
  const canAnswer = isOfHostDinkes(actor, meeting) && takesChecklist(meeting);
  const percent = checklistPercent(checklist);
  const answered = checklist.filter(isAnswered).length;
  return (
    <section aria-labelledby="periksa">
      {queryText((await searchParams).tersimpan) === "1" && (
        <SavedNotice>
          Daftar periksa tersimpan: {answered} dari {checklist.length} butir terisi.
        </SavedNotice>
      )}
      <h2 id="periksa" className="mb-1">
        Daftar periksa
      </h2>
      <p className="mb-4 text-muted">
        {answered} dari {checklist.length} butir terisi
        {percent !== null && `, ${percent} dari 100`}
      </p>
      {checklist.length === 0 ? (
        <EmptyState title="Kunjungan ini tanpa daftar periksa">
          Daftar periksa dibuat di Program sebelum kunjungan dijadwalkan.
        </EmptyState>
      ) : canAnswer ? (
        <AnswersForm
          key={checklist.map(({ version }) => version).join()}
          action={answerChecklistAction.bind(null, meeting.id)}
          questions={checklist.map(({ answeredBy: _by, answeredAt: _at, meetingId: _id, ...row }) => row)}
        />
      ) : (
        <AnswerTable checklist={checklist} />
      )}
      {!canAnswer && isOfHostDinkes(actor, meeting) && meeting.status === "SCHEDULED" && (
        <p className="mt-4">Daftar periksa diisi sejak kunjungan dimulai: tekan Mulai di Ringkasan.</p>
      )}
    </section>
  );
}

function AnswerTable({ checklist }: { checklist: FoundVisit["checklist"] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Butir</th>
          <th scope="col">Jawaban</th>
          <th scope="col">Catatan</th>
        </tr>
      </thead>
      <tbody>
        {checklist.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="font-normal">
              {row.section && <span className="block text-sm text-muted">{row.section}</span>}
              {row.text}
            </th>
            <td className="whitespace-nowrap">{answerWords(row)}</td>
            <td>{row.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
