import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SavedNotice } from "@/components/saved-notice";
import { findSimulation } from "@/lib/simulations/reads";
import { timeWords } from "@/lib/simulations/results";
import { requireMeeting } from "@/lib/web/meeting";
import { deleteObservationAction, saveObservationAction } from "../../actions";
import { ObservationForm } from "./observation-form";

export const metadata: Metadata = { title: "Nilai simulasi" };

type Query = { penilai?: string | string[]; penilaian?: string | string[]; tersimpan?: string | string[] };
type Props = { params: Promise<{ id: string; simulasi: string }>; searchParams: Promise<Query> };

export default async function ScorePage({ params, searchParams }: Props) {
  const { id, simulasi } = await params;
  const { actor, meeting } = await requireMeeting(id);
  const simulation = await findSimulation(actor, simulasi);
  if (simulation?.meetingId !== meeting.id || !simulation.canScore) notFound();
  const { penilai, penilaian, tersimpan } = await searchParams;
  const { items, observations, participants } = simulation;
  const edited = observations.find((one) => one.id === penilaian);
  const observer = edited?.observer ?? (typeof penilai === "string" ? penilai : actor.name);
  const seen = new Set(observations.filter((one) => one.observer === observer).map(({ invitationId }) => invitationId));
  const next = participants.find(({ invitationId }) => !seen.has(invitationId));
  const page = `/kegiatan/${meeting.id}/simulasi/${simulasi}`;
  return (
    <div className="max-w-2xl">
      {tersimpan && <SavedNotice>Penilaian tersimpan. Nilai peserta berikutnya.</SavedNotice>}
      <h2 className="mb-3">{simulation.name}</h2>
      <ObservationForm
        key={`${edited?.id} ${edited?.version} ${seen.size}`}
        action={saveObservationAction.bind(null, meeting.id, simulasi)}
        items={items.map((item) => ({
          ...item,
          given: edited?.scores.find(({ itemId }) => itemId === item.id)?.points ?? null,
        }))}
        participants={participants.map(({ invitationId, name, title }) => ({
          value: invitationId,
          label: `${name}, ${title}`,
        }))}
        observers={[...new Set([actor.name, ...observations.map((one) => one.observer)])]}
        back={page}
        initial={{
          id: edited?.id ?? randomUUID(),
          version: edited?.version ?? null,
          invitationId: edited?.invitationId ?? next?.invitationId ?? "",
          observer,
          seconds: edited?.seconds == null ? "" : timeWords(edited.seconds),
          note: edited?.note ?? null,
        }}
      />
      {edited && (
        <div className="mt-6">
          <ActionForm
            action={deleteObservationAction.bind(null, meeting.id, simulasi, edited.id)}
            submit="Hapus penilaian ini"
            tone="danger"
          />
        </div>
      )}
    </div>
  );
}
