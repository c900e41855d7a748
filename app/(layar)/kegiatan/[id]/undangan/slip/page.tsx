import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { PrintButton } from "@/components/print-button";
import { SignOut } from "@/components/shell/sign-out";
import { isMobile } from "@/lib/directory/rules";
import { listInvitations, listLinks } from "@/lib/invitations/reads";
import { linkOf } from "@/lib/invitations/rules";
import { canHandOutLinks, canWriteMeeting, invitingWords } from "@/lib/meetings/rules";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryText } from "@/lib/web/query";
import { Slip } from "./slip";

export const metadata: Metadata = { title: "Slip undangan" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

/** Invitations on paper, several a sheet: for those without WhatsApp, or for everybody. */
export default async function SlipsPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (!canWriteMeeting(actor, meeting)) notFound();
  const onlyWithoutNumber = queryText((await searchParams).pilih) === "tanpa-nomor";
  const canHandOut = canHandOutLinks(meeting.status);
  const [invitations, links] = canHandOut
    ? await Promise.all([listInvitations(actor, meeting.id), listLinks(actor, meeting.id)])
    : [[], new Map<string, string | null>()];
  const open = invitations.filter(({ id }) => links.get(id));
  const withoutNumber = open.filter(({ phone }) => !phone || !isMobile(phone));
  const chosen = onlyWithoutNumber ? withoutNumber : open;
  const address = `/kegiatan/${meeting.id}/undangan/slip`;
  return (
    <main className="mx-auto max-w-3xl p-4 print:max-w-none print:p-0">
      <div className="no-print mb-4 flex flex-col gap-3">
        <h1>Slip undangan</h1>
        <p className="text-muted">
          {chosen.length} slip, empat selembar A4. Potong di garis putus-putus, lalu tandai “terkirim” di daftar kirim
          setelah diserahkan.
        </p>
        <div className="flex flex-wrap gap-3">
          {chosen.length > 0 && <PrintButton />}
          <Choice href={address} isHere={!onlyWithoutNumber} words={`Semua (${open.length})`} />
          <Choice
            href={`${address}?pilih=tanpa-nomor`}
            isHere={onlyWithoutNumber}
            words={`Tanpa nomor WhatsApp (${withoutNumber.length})`}
          />
          <Link href={`/kegiatan/${meeting.id}/kirim`} prefetch={false} className="button">
            Kembali ke daftar kirim
          </Link>
          <SignOut className="button" />
        </div>
        <p className="[@media(scripting:enabled)]:hidden">Cetak lewat menu peramban Anda.</p>
      </div>
      {chosen.length === 0 ? (
        <EmptyState title={canHandOut ? "Tidak ada slip yang perlu dicetak" : "Belum ada yang dapat dicetak"}>
          {canHandOut
            ? "Semua undangan punya nomor WhatsApp. Pilih “Semua” untuk mencetak semuanya."
            : "Slip dicetak selama kegiatan terjadwal; dari draf tidak ada yang dibagikan."}
        </EmptyState>
      ) : (
        <ol>
          {chosen.map((invitation) => {
            const token = links.get(invitation.id);
            return (
              token && (
                <Slip
                  key={invitation.id}
                  invitation={invitation}
                  meeting={meeting}
                  inviting={invitingWords(actor, meeting)}
                  link={linkOf(token)}
                />
              )
            );
          })}
        </ol>
      )}
    </main>
  );
}

function Choice({ href, isHere, words }: { href: string; isHere: boolean; words: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isHere ? "page" : undefined}
      className="button aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft"
    >
      {words}
    </Link>
  );
}
