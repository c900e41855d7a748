import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { dayOf, formatDay, formatDayLong } from "@/lib/time";
import {
  type AssessedParticipant,
  findParticipantApplication,
  listAssessed,
} from "@/lib/training-evaluations/application-reads";
import { levelNames } from "@/lib/training-evaluations/application-rules";
import { requireActor } from "@/lib/web/session";
import { saveParticipantAction } from "./actions";
import { ParticipantForm } from "./participant-form";

export const metadata: Metadata = { title: "Evaluasi penerapan peserta" };

type Props = { params: Promise<{ peserta: string }>; searchParams: Promise<{ tersimpan?: string | string[] }> };

export default async function ParticipantPage({ params, searchParams }: Props) {
  const { peserta } = await params;
  const actor = await requireActor();
  const found = await findParticipantApplication(actor, peserta);
  if (!found) notFound();
  const { meeting, application, canWrite, hasAttended } = found;
  const others = await listAssessed(actor, meeting.id);
  const back = found.seesTraining
    ? [{ href: `/kegiatan/${meeting.id}/evaluasi`, label: meeting.title }]
    : [{ href: "/beranda", label: "Beranda" }];
  const today = dayOf(new Date(), meeting.timeZone);
  return (
    <>
      <PageHeader title={found.name} crumbs={back}>
        <p className="text-muted">
          {found.title}, {found.institution}
        </p>
      </PageHeader>
      {(await searchParams).tersimpan && <SavedNotice>Penilaian peserta tersimpan.</SavedNotice>}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-labelledby="penilaian">
          <h2 id="penilaian" className="mb-1">
            Evaluasi penerapan
          </h2>
          <p className="mb-4 text-muted">
            {meeting.title}, diadakan {meeting.host.name}, berakhir {formatDayLong(found.endDay)}. Jatuh tempo{" "}
            {formatDay(found.dueDay)}.
          </p>
          {canWrite && hasAttended ? (
            <ParticipantForm
              key={application?.version}
              action={saveParticipantAction.bind(null, peserta)}
              initial={
                application ?? {
                  ...{ level: null, evidence: null, obstacle: null, support: null, assessor: null, version: null },
                  assessedOn: today,
                }
              }
            />
          ) : (
            <Shown participant={found} />
          )}
        </section>
        {others.length > 1 && <Others others={others} current={peserta} />}
      </div>
    </>
  );
}

function Shown({ participant: { application, hasAttended } }: { participant: AssessedParticipant }) {
  if (!application)
    return (
      <p>
        {hasAttended ? "Belum dinilai." : "Peserta ini tidak tercatat hadir pada pelatihannya, jadi tidak dinilai."}
      </p>
    );
  const rows = [
    ["Hasil", levelNames[application.level]],
    ["Penerapan dan buktinya", application.evidence],
    ["Hambatan", application.obstacle],
    ["Dukungan yang diperlukan", application.support],
    ["Penilai", `${application.assessor}, ${formatDayLong(application.assessedOn)}`],
  ] as const;
  return (
    <dl className="flex flex-col gap-3">
      {rows.map(([label, text]) =>
        text ? (
          <div key={label}>
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="whitespace-pre-line">{text}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Others({ others, current }: { others: readonly AssessedParticipant[]; current: string }) {
  return (
    <nav aria-labelledby="peserta-lain" className="no-print card">
      <h2 id="peserta-lain" className="mb-2 text-base">
        Peserta pelatihan ini
      </h2>
      <ul>
        {others.map((one) => (
          <li key={one.invitationId} className="py-1">
            {one.invitationId === current ? (
              <b>{one.name}</b>
            ) : (
              <Link href={`/penerapan/${one.invitationId}`} prefetch={false} className="link">
                {one.name}
              </Link>
            )}
            <span className="block text-sm text-muted">
              {one.application ? levelNames[one.application.level] : "belum dinilai"}
            </span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
