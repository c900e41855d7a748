import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { seatName, sectorNames } from "@/lib/directory/rules";
import { findInvitedBefore, listInvitableSeats } from "@/lib/invitations/reads";
import { isLeftOpen } from "@/lib/meetings/left-open";
import { canWriteMeeting, isEditable } from "@/lib/meetings/rules";
import { dayOf, formatDay } from "@/lib/time";
import { say } from "@/lib/web/local-words";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryChoice } from "@/lib/web/query";
import { inviteAction } from "../actions";
import { SeatPicker } from "./seat-picker";

export const metadata: Metadata = { title: "Pilih undangan" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function AddInvitationsPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (!canWriteMeeting(actor, meeting) || !(isEditable(meeting.status) || isLeftOpen(meeting, "invitations")))
    notFound();
  const [{ seats, invitedElsewhere }, before] = await Promise.all([
    listInvitableSeats(actor, meeting),
    findInvitedBefore(actor, meeting),
  ]);
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
  const day = dayOf(meeting.startsAt, meeting.timeZone);
  const isPast = day < dayOf(new Date(), meeting.timeZone);
  const ready = queryChoice((await searchParams).pilih, ["semua", "terakhir"]);
  const again = new Set(before?.seatIds);
  const isTicked = (seat: { id: string }) => ready === "semua" || (ready === "terakhir" && again.has(seat.id));
  const known = seats.filter((seat) => again.has(seat.id)).length;
  const groups = Object.entries(sectorNames)
    .map(([sector, name]) => ({
      name: say(name),
      seats: seats
        .filter((seat) => seat.sector === sector)
        .map((seat) => ({
          id: seat.id,
          title: seatName({ title: seat.title, prefix: seat.holder?.prefix }),
          holder: holderWords(seat.holder, isPast),
          institution: seat.institution,
          isTicked: isTicked(seat),
        })),
    }))
    .filter((group) => group.seats.length > 0);
  return (
    <>
      <h2 className="mb-3">Siapa yang diundang?</h2>
      {isPast && (
        <p className="mb-3 max-w-3xl text-muted">
          Pejabat menurut hari kegiatan, {formatDay(day)}. Bila belum sesuai, catat masa jabatannya di daftar mitra
          dulu.
        </p>
      )}
      {invitedElsewhere.length > 0 && (
        <p className="mb-3 max-w-3xl rounded border-l-4 border-accent bg-accent-soft px-4 py-3">
          Sudah diundang oleh penyelenggara lain, jadi tidak diundang dua kali:{" "}
          {invitedElsewhere.map(({ title, institution }) => `${title}, ${institution}`).join("; ")}.
        </p>
      )}
      <p className="mb-4 flex flex-wrap gap-3">
        {before && known > 0 && (
          <Link href="?pilih=terakhir" prefetch={false} replace scroll={false} className="button wrap-anywhere">
            Seperti {before.title} ({known})
          </Link>
        )}
        <Link href="?pilih=semua" prefetch={false} replace scroll={false} className="button">
          Pilih semua ({seats.length})
        </Link>
      </p>
      <ActionForm action={inviteAction.bind(null, meeting.id)}>
        <SeatPicker key={ready} groups={groups} />
        <div className="sticky bottom-16 z-10 flex flex-wrap items-center gap-3 border-t border-line bg-ground py-3 lg:bottom-0">
          <SubmitButton>Undang yang dipilih</SubmitButton>
          <Link href={`/kegiatan/${meeting.id}/undangan`} prefetch={false} className="link">
            Batal
          </Link>
        </div>
      </ActionForm>
    </>
  );
}

/** For a meeting of the past it says where nobody knows whether he held the seat then. */
function holderWords(holder: { name: string; since: Date | null } | null, isPast: boolean): string {
  if (!holder) return "pejabat belum dicatat";
  return isPast && !holder.since ? `${holder.name} (sejak: tidak diketahui)` : holder.name;
}
