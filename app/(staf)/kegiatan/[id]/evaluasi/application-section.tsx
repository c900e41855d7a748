import Link from "next/link";
import { Badge } from "@/components/badge";
import { dayOf, formatDay, formatDayLong, formatDistance } from "@/lib/time";
import type { AssessedParticipant, FoundApplication } from "@/lib/training-evaluations/application-reads";
import {
  applicationDays,
  applicationWords,
  appliedShare,
  isComplete,
  levelNames,
} from "@/lib/training-evaluations/application-rules";
import { saveApplicationAction } from "./actions";
import { ApplicationForm } from "./application-form";

type Props = { application: FoundApplication; now: Date };

export function ApplicationSection({ application, now }: Props) {
  const { meeting, dueDay, counts, overall, participants, canWrite } = application;
  const today = dayOf(now, meeting.timeZone);
  const isLate = meeting.status === "CLOSED" && dueDay < today && !isComplete(counts);
  const share = appliedShare(participants.flatMap((one) => (one.application ? [one.application] : [])));
  return (
    <section id="penerapan" aria-labelledby="judul-penerapan">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 id="judul-penerapan">Evaluasi penerapan di tempat kerja</h2>
          <p className={isLate ? "text-late" : "text-muted"}>
            Jatuh tempo {formatDay(dueDay)} ({formatDistance(today, dueDay)}), {applicationDays} hari sesudah pelatihan.{" "}
            {meeting.status === "CLOSED" ? `${applicationWords(counts)}.` : "Diisi sesudah pelatihan ditutup."}
          </p>
        </div>
        {(overall || counts.assessed > 0) && (
          <Link href={`/surat/evaluasi-penerapan/${meeting.id}`} prefetch={false} className="button no-print">
            Cetak evaluasi penerapan
          </Link>
        )}
      </div>
      {share !== null && (
        <p className="mb-3">
          <b>{share} %</b> dari {counts.assessed} peserta yang dinilai menerapkan hasil pelatihan, seluruhnya atau
          sebagian.
        </p>
      )}
      {participants.length > 0 && <Participants participants={participants} canWrite={canWrite} />}
      <Overall application={application} today={today} />
    </section>
  );
}

function Participants({ participants, canWrite }: { participants: AssessedParticipant[]; canWrite: boolean }) {
  return (
    <ul className="mb-6 border-t border-line">
      {participants.map((one) => (
        <li
          key={one.invitationId}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3"
        >
          <div className="min-w-0">
            {one.hasAttended && (canWrite || one.application) ? (
              <Link href={`/penerapan/${one.invitationId}`} prefetch={false} className="link font-semibold">
                {one.name}
              </Link>
            ) : (
              <span className="font-semibold">{one.name}</span>
            )}
            <p className="text-sm text-muted">
              {one.title}, {one.institution}
            </p>
          </div>
          <State participant={one} />
        </li>
      ))}
    </ul>
  );
}

function State({ participant: { application, hasAttended } }: { participant: AssessedParticipant }) {
  if (application)
    return (
      <Badge
        tone={application.level === "NONE" ? "soon" : "done"}
        icon={application.level === "NONE" ? "alert" : "check"}
      >
        {levelNames[application.level]}
      </Badge>
    );
  return <span className="text-muted">{hasAttended ? "Belum dinilai" : "Tidak hadir, tidak dinilai"}</span>;
}

function Overall({
  application: { meeting, overall, canWrite },
  today,
}: {
  application: FoundApplication;
  today: string;
}) {
  if (canWrite)
    return (
      <div className="no-print card">
        <h3 className="mb-3">Ringkasan seluruh pelatihan</h3>
        <ApplicationForm
          key={overall?.version}
          action={saveApplicationAction.bind(null, meeting.id)}
          initial={
            overall ?? {
              ...{ summary: null, obstacles: null, followUp: null, assessor: null, version: null },
              assessedOn: today,
            }
          }
        />
      </div>
    );
  if (!overall) return null;
  return (
    <dl className="flex flex-col gap-1 [&>dt]:text-sm [&>dt]:text-muted">
      <dt>Hasil penerapan</dt>
      <dd className="whitespace-pre-line">{overall.summary}</dd>
      {overall.obstacles && (
        <>
          <dt>Hambatan</dt>
          <dd className="whitespace-pre-line">{overall.obstacles}</dd>
        </>
      )}
      {overall.followUp && (
        <>
          <dt>Tindak lanjut</dt>
          <dd className="whitespace-pre-line">{overall.followUp}</dd>
        </>
      )}
      <dt>Penilai</dt>
      <dd>
        {overall.assessor}, {formatDayLong(overall.assessedOn)}
      </dd>
    </dl>
  );
}
