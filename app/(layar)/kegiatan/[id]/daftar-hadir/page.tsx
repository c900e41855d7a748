import type { Metadata } from "next";
import { PrintButton } from "@/components/print-button";
import { ScrollBox } from "@/components/scroll-box";
import { seatName } from "@/lib/directory/rules";
import { listInvitations } from "@/lib/invitations/reads";
import { kindNames, organiserWords } from "@/lib/meetings/rules";
import { dayOf, formatDay, formatHours } from "@/lib/time";
import { requireMeeting } from "@/lib/web/meeting";

export const metadata: Metadata = { title: "Daftar hadir untuk dicetak" };

const emptyRows = 12;

/** The list for the entrance when nothing else works: invitees in protocol order, and rows for others who come. */
export default async function PrintedRollPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const invitations = await listInvitations(actor, meeting.id);
  const facts = [
    ["Jenis kegiatan", kindNames[meeting.kind]],
    ["Nama kegiatan", meeting.title],
    ["Hari/tanggal", formatDay(dayOf(meeting.startsAt, meeting.timeZone))],
    ["Waktu", formatHours(meeting.startsAt, meeting.endsAt, meeting.timeZone)],
    ["Tempat", meeting.place],
  ] as const;
  return (
    <main className="mx-auto max-w-5xl p-6 print:max-w-none print:p-0">
      <div className="no-print mb-4 flex flex-wrap gap-3">
        <PrintButton />
        <a className="button" href={`/kegiatan/${meeting.id}/kehadiran`}>
          Kembali
        </a>
      </div>
      <header className="mb-3 border-b-4 border-double border-ink pb-2 text-center">
        <p className="text-lg font-bold">{organiserWords(meeting.organisers)}</p>
      </header>
      <h1 className="mb-3 text-center text-xl">DAFTAR HADIR</h1>
      <table className="mb-4">
        <tbody>
          {facts.map(([name, text]) => (
            <tr key={name}>
              <th scope="row" className="pr-3 text-left align-top font-normal whitespace-nowrap">
                {name}
              </th>
              <td>: {text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ScrollBox label="Daftar hadir">
        <table className="print-grid w-full min-w-160 border-collapse text-sm print:min-w-0">
          <thead>
            <tr>
              {["No", "Nama", "Jabatan", "Instansi", "Tanda tangan", "Ket"].map((name) => (
                <th key={name} scope="col" className="whitespace-nowrap">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {invitations.map((invitation, index) => (
              <tr key={invitation.id}>
                <td className="whitespace-nowrap">{index + 1}</td>
                <td>{invitation.holderName}</td>
                <td>{seatName({ title: invitation.title, prefix: invitation.holderPrefix })}</td>
                <td>{invitation.institution}</td>
                <td className="signature">{index + 1}.</td>
                <td />
              </tr>
            ))}
            {Array.from({ length: emptyRows }, (_, index) => invitations.length + index + 1).map((number) => (
              <tr key={number}>
                <td className="whitespace-nowrap">{number}</td>
                <td />
                <td />
                <td />
                <td className="signature">{number}.</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="mt-6 text-right">Kepala Puskesmas</p>
      <p className="mt-16 text-right">(……………………………………)</p>
    </main>
  );
}
