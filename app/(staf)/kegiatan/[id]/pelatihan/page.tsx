import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppLink } from "@/components/app-link";
import { EmptyState } from "@/components/empty-state";
import { SavedNotice } from "@/components/saved-notice";
import { listDocuments } from "@/lib/documents/reads";
import { takesDocument } from "@/lib/documents/rules";
import { canWriteMeeting, isApproved, isEditable } from "@/lib/meetings/rules";
import { listParticipants } from "@/lib/trainings/participant-reads";
import { findTraining } from "@/lib/trainings/reads";
import { sessionWarnings } from "@/lib/trainings/session-checks";
import { jplWords } from "@/lib/trainings/totals";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryText } from "@/lib/web/query";
import { MaterialSection } from "./material-section";
import { ParticipantSection } from "./participant-section";
import { SessionTable } from "./session-table";
import { TrainingFacts } from "./training-facts";

export const metadata: Metadata = { title: "Pelatihan" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

const saved: Record<string, string> = {
  isi: "Isi pelatihan tersimpan.",
  sesi: "Jadwal sesi tersimpan.",
};

export default async function TrainingPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const [training, participants, materials] = await Promise.all([
    findTraining(actor, meeting.id),
    listParticipants(actor, meeting.id),
    listDocuments(actor, meeting.id, "TRAINING_MATERIAL"),
  ]);
  if (!training) notFound();
  const canWrite = canWriteMeeting(actor, meeting) && isEditable(meeting.status) && !isApproved(meeting);
  const path = `/kegiatan/${meeting.id}/pelatihan`;
  const query = await searchParams;
  const addedCount = queryText(query.ditambah);
  const notice = addedCount ? `${addedCount} orang ditambahkan.` : saved[queryText(query.tersimpan)];
  const warnings = sessionWarnings(training.sessions, meeting.timeZone);
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-8">
        {notice && <SavedNotice>{notice}</SavedNotice>}
        <section aria-labelledby="sesi">
          <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
            <h2 id="sesi">
              Sesi
              {training.sessions.length > 0 && (
                <span className="font-normal text-muted">
                  {" "}
                  {training.sessions.length} sesi, {jplWords(training.totals.lessons)}
                </span>
              )}
            </h2>
            {canWrite && training.sessions.length > 0 && (
              <AppLink href={`${path}/jadwal`} className="no-print button">
                Ubah jadwal sesi
              </AppLink>
            )}
          </div>
          {warnings.length > 0 && (
            <ul className="no-print mb-4 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          )}
          {training.sessions.length > 0 ? (
            <SessionTable sessions={training.sessions} timeZone={meeting.timeZone} />
          ) : (
            <EmptyState
              title="Belum ada sesi"
              action={
                canWrite && (
                  <AppLink href={`${path}/jadwal`} className="button button-main">
                    Isi jadwal sesi
                  </AppLink>
                )
              }
            >
              Materi, simulasi, praktik, dan evaluasi dengan jam, JPL, ruang, dan narasumbernya.
            </EmptyState>
          )}
        </section>
        <ParticipantSection meeting={meeting} participants={participants} canWrite={canWrite} />
        <MaterialSection
          meetingId={meeting.id}
          materials={materials}
          canWrite={canWriteMeeting(actor, meeting) && takesDocument("staff", "TRAINING_MATERIAL", meeting.status)}
        />
      </div>
      <aside>
        <TrainingFacts training={training} edit={canWrite ? `${path}/ubah` : null} />
      </aside>
    </div>
  );
}
