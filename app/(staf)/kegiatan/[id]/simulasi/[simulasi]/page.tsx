import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SavedNotice } from "@/components/saved-notice";
import { findSimulation } from "@/lib/simulations/reads";
import { requireMeeting } from "@/lib/web/meeting";
import { deleteSimulationAction, saveSimulationAction } from "../actions";
import { ChecklistForm } from "../checklist-form";
import { AgreementTable } from "./agreement-table";
import { ItemTable } from "./item-table";
import { ParticipantTable } from "./participant-table";

export const metadata: Metadata = { title: "Simulasi" };

const saved: Record<string, string> = {
  daftar: "Daftar simulasi tersimpan.",
  nilai: "Penilaian tersimpan.",
};

type Props = {
  params: Promise<{ id: string; simulasi: string }>;
  searchParams: Promise<{ tersimpan?: string | string[] }>;
};

export default async function SimulationPage({ params, searchParams }: Props) {
  const { id, simulasi } = await params;
  const { actor, meeting } = await requireMeeting(id);
  const simulation = await findSimulation(actor, simulasi);
  if (simulation?.meetingId !== meeting.id) notFound();
  const { name, passShare, version, items, observations, canEdit, canScore } = simulation;
  const notice = saved[String((await searchParams).tersimpan)];
  const isUsed = observations.length > 0;
  const page = `/kegiatan/${meeting.id}/simulasi`;
  return (
    <div className="flex flex-col gap-8">
      {notice && <SavedNotice>{notice}</SavedNotice>}
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2>{name}</h2>
          <p className="text-muted">
            {items.length} butir, nilai tertinggi {items.reduce((sum, { points }) => sum + points, 0)}
            {passShare > 0 && `, lulus mulai ${passShare} %`}
          </p>
        </div>
        {canScore && simulation.participants.length > 0 && (
          <Link href={`${page}/${simulasi}/nilai`} prefetch={false} className="button button-main no-print">
            Nilai peserta
          </Link>
        )}
      </div>
      <ParticipantTable simulation={simulation} page={`${page}/${simulasi}`} />
      <AgreementTable items={items} observations={observations} />
      <ItemTable items={items} observations={observations} />
      {canEdit && !isUsed && (
        <details className="no-print card">
          <summary className="link inline-flex min-h-11 items-center">Ubah daftar</summary>
          <div className="mt-3 flex flex-col gap-4">
            <ChecklistForm
              key={version}
              action={saveSimulationAction.bind(null, meeting.id)}
              submit="Simpan daftar"
              initial={{ id: simulasi, version, name, passShare }}
              items={[...items, ...Array.from({ length: 5 }, () => ({ text: "", points: 1 }))]}
            />
            <ActionForm
              action={deleteSimulationAction.bind(null, meeting.id, simulasi)}
              submit="Hapus daftar"
              tone="danger"
            />
          </div>
        </details>
      )}
      <p className="no-print">
        <Link href={page} prefetch={false} className="link">
          Semua daftar simulasi
        </Link>
      </p>
    </div>
  );
}
