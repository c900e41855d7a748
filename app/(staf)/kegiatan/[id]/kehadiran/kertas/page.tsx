import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { listAttendances } from "@/lib/attendance/reads";
import { attendanceNames } from "@/lib/attendance/rules";
import { attendanceStatuses } from "@/lib/attendance/schema";
import { seatName } from "@/lib/directory/rules";
import { listInvitations } from "@/lib/invitations/reads";
import { canWriteMeeting, takesRoll } from "@/lib/meetings/rules";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryChoice } from "@/lib/web/query";
import { paperAction } from "../actions";
import { PaperRows } from "./paper-rows";

export const metadata: Metadata = { title: "Daftar hadir kertas" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

const options = attendanceStatuses.map((value) => ({ value, label: attendanceNames[value] }));

/** The paper list typed in afterwards, in the order and with the numbers it was printed with. */
export default async function PaperPage({ params, searchParams }: Props) {
  const allPresent = queryChoice((await searchParams).semua, ["hadir"]) === "hadir";
  const { actor, meeting } = await requireMeeting((await params).id);
  if (!canWriteMeeting(actor, meeting)) notFound();
  const back = (
    <Link href={`/kegiatan/${meeting.id}/kehadiran`} prefetch={false} className="button">
      Ke kehadiran
    </Link>
  );
  if (!takesRoll(meeting)) {
    return (
      <EmptyState title="Kehadiran dicatat selama kegiatan berlangsung" action={back}>
        Mulai kegiatan ini dulu, atau buka kembali bila sudah ditutup.
      </EmptyState>
    );
  }
  const [invitations, attendances] = await Promise.all([
    listInvitations(actor, meeting.id),
    listAttendances(actor, meeting.id),
  ]);
  const marked = new Set(attendances.map((row) => row.invitationId));
  const open = invitations
    .map((invitation, index) => ({
      number: index + 1,
      invitationId: invitation.id,
      seat: seatName({ title: invitation.title, prefix: invitation.holderPrefix }),
      holder: invitation.holderName,
      institution: invitation.institution,
    }))
    .filter((row) => !marked.has(row.invitationId));
  if (open.length === 0) {
    return <EmptyState title="Semua undangan sudah tercatat kehadirannya" action={back} />;
  }
  return (
    <>
      <h2 className="mb-1">Isi dari daftar hadir kertas</h2>
      <p className="mb-4 text-muted">
        {open.length} dari {invitations.length} undangan belum tercatat. Nomornya sama dengan daftar yang dicetak; yang
        dibiarkan kosong tidak berubah. Tamu tanpa undangan ditambahkan di halaman Kehadiran.
      </p>
      <p className="mb-4 [@media(scripting:enabled)]:hidden">
        <a href="?semua=hadir" className="button">
          Semua hadir
        </a>
      </p>
      <ActionForm action={paperAction.bind(null, meeting.id)} submit="Simpan semua baris" aside={back}>
        <PaperRows key={String(allPresent)} rows={open} options={options} allPresent={allPresent} />
      </ActionForm>
    </>
  );
}
