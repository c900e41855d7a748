import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { canWriteMeeting, takesTicks } from "@/lib/meetings/rules";
import { type ListedSimulation, listSimulations } from "@/lib/simulations/reads";
import { requireMeeting } from "@/lib/web/meeting";
import { saveSimulationAction } from "./actions";
import { ChecklistForm } from "./checklist-form";

export const metadata: Metadata = { title: "Simulasi" };

const blankItems = 12;

export default async function SimulationsPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (meeting.kind !== "KALAKARYA") notFound();
  const simulations = await listSimulations(actor, meeting.id);
  const canEdit = canWriteMeeting(actor, meeting) && takesTicks(meeting);
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="judul">
        <h2 id="judul" className="mb-2">
          Daftar simulasi
        </h2>
        {simulations.length === 0 ? (
          <EmptyState title="Belum ada daftar simulasi">
            {canEdit ? "Buat daftar butir yang dinilai, lalu beberapa penilai menilai tiap peserta dengannya." : null}
          </EmptyState>
        ) : (
          <ul className="border-t border-line">
            {simulations.map((simulation) => (
              <Row key={simulation.id} simulation={simulation} meetingId={meeting.id} />
            ))}
          </ul>
        )}
      </section>
      {canEdit && (
        <details className="no-print card" open={simulations.length === 0}>
          <summary className="link inline-flex min-h-11 items-center">Buat daftar simulasi</summary>
          <div className="mt-3">
            <ChecklistForm
              key={simulations.length}
              action={saveSimulationAction.bind(null, meeting.id)}
              submit="Simpan daftar"
              initial={{ id: randomUUID(), version: null, name: "", passShare: 0 }}
              items={Array.from({ length: blankItems }, () => ({ text: "", points: 1 }))}
            />
          </div>
        </details>
      )}
    </div>
  );
}

function Row({ simulation, meetingId }: { simulation: ListedSimulation; meetingId: string }) {
  const { id, name, items, observations } = simulation;
  const count = (values: readonly string[]) => new Set(values).size;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-3">
      <Link href={`/kegiatan/${meetingId}/simulasi/${id}`} prefetch={false} className="link font-semibold">
        {name}
      </Link>
      <span className="text-muted">
        {items.length} butir, {items.reduce((sum, { points }) => sum + points, 0)} nilai ·{" "}
        {count(observations.map(({ invitationId }) => invitationId))} peserta dinilai{" "}
        {count(observations.map(({ observer }) => observer))} penilai
      </span>
    </li>
  );
}
