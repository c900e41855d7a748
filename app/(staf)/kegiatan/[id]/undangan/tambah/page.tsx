import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { seatName, sectorNames } from "@/lib/directory/rules";
import { findInvitedBefore, listInvitableSeats } from "@/lib/invitations/reads";
import { canWriteMeeting, isEditable } from "@/lib/meetings/rules";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryChoice } from "@/lib/web/query";
import { inviteAction } from "../actions";
import { SeatPicker } from "./seat-picker";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function AddInvitationsPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (!canWriteMeeting(actor, meeting) || !isEditable(meeting.status)) notFound();
  const [seats, before] = await Promise.all([listInvitableSeats(actor, meeting.id), findInvitedBefore(actor, meeting)]);
  if (seats.length === 0) {
    return (
      <EmptyState
        title="Semua mitra sudah diundang, atau daftar mitra masih kosong"
        action={
          <Link href="/mitra" prefetch={false} className="button button-main">
            Buka daftar mitra
          </Link>
        }
      >
        Tambahkan jabatan dan pejabatnya di daftar mitra, lalu kembali ke sini.
      </EmptyState>
    );
  }
  const ready = queryChoice((await searchParams).pilih, ["semua", "terakhir"]);
  const again = new Set(before?.seatIds);
  const isTicked = (seat: { id: string }) => ready === "semua" || (ready === "terakhir" && again.has(seat.id));
  const known = seats.filter((seat) => again.has(seat.id)).length;
  const groups = Object.entries(sectorNames)
    .map(([sector, name]) => ({
      name,
      seats: seats
        .filter((seat) => seat.sector === sector)
        .map((seat) => ({
          id: seat.id,
          title: seatName({ title: seat.title, prefix: seat.holder?.prefix }),
          holder: seat.holder?.name ?? "pejabat belum tercatat",
          institution: seat.institution,
          isTicked: isTicked(seat),
        })),
    }))
    .filter((group) => group.seats.length > 0);
  return (
    <>
      <h2 className="mb-3">Siapa yang diundang?</h2>
      <p className="mb-4 flex flex-wrap gap-3">
        {before && known > 0 && (
          <Link href="?pilih=terakhir" prefetch={false} replace scroll={false} className="button">
            Seperti {before.title} ({known})
          </Link>
        )}
        <Link href="?pilih=semua" prefetch={false} replace scroll={false} className="button">
          Pilih semua ({seats.length})
        </Link>
      </p>
      <ActionForm action={inviteAction.bind(null, meeting.id)}>
        <SeatPicker key={ready} groups={groups} />
        <div className="sticky bottom-16 z-10 flex flex-wrap items-center gap-3 border-t border-line bg-ground py-3 md:bottom-0">
          <SubmitButton>Undang yang dipilih</SubmitButton>
          <Link href={`/kegiatan/${meeting.id}/undangan`} prefetch={false} className="link">
            Batal
          </Link>
        </div>
      </ActionForm>
    </>
  );
}
