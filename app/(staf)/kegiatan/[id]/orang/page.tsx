import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { listParticipants } from "@/lib/persons/participants";
import { requireMeeting } from "@/lib/web/meeting";
import { ParticipantRow } from "./participant-row";

export const metadata: Metadata = { title: "Orang dalam kegiatan" };

/** Who the walk-ins, delegates, scorers and askers are, as far as the office knows them. */
export default async function ParticipantsPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (!canWriteMeeting(actor, meeting)) notFound();
  const participants = await listParticipants(actor, meeting.id);
  const asked = participants.filter(({ personId, matches }) => personId === null && matches.length > 0);
  const others = participants.filter((participant) => !asked.includes(participant));
  return (
    <>
      <h2>Orang dalam kegiatan ini</h2>
      <p className="mb-4 max-w-3xl text-muted">
        Tamu, wakil, penilai, dan penanya, seperti tertulis di daftar. Siapa orangnya menurut catatan{" "}
        <Link href="/mitra/orang" prefetch={false} className="link">
          Orang
        </Link>{" "}
        Anda tentukan di sini; yang tertulis tidak ikut berubah.
      </p>
      {participants.length === 0 && (
        <EmptyState title="Belum ada tamu, wakil, penilai, atau penanya">
          Mereka tampil di sini setelah dicatat di Kehadiran, Masalah, atau Notulen.
        </EmptyState>
      )}
      {asked.length > 0 && <h3 className="mt-4">Mungkin sudah dikenal ({asked.length})</h3>}
      <ul>
        {asked.map((participant) => (
          <ParticipantRow key={participant.kind + participant.id} meetingId={meeting.id} participant={participant} />
        ))}
      </ul>
      {asked.length > 0 && others.length > 0 && <h3 className="mt-6">Lainnya</h3>}
      <ul>
        {others.map((participant) => (
          <ParticipantRow key={participant.kind + participant.id} meetingId={meeting.id} participant={participant} />
        ))}
      </ul>
    </>
  );
}
