import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { asksForSections, noteSections } from "@/lib/minutes/lines";
import { listAskers, listNotes } from "@/lib/minutes/reads";
import { canWriteNotes, whyNoNotes } from "@/lib/minutes/rules";
import { listVillageChoices } from "@/lib/plan/reads";
import { canWriteItems } from "@/lib/plan/rules";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryChoice } from "@/lib/web/query";
import { MinutesEditor } from "./editor/minutes-editor";
import { MinutesPaper } from "./paper/minutes-paper";
import { PlainMinutes } from "./plain-minutes";

export const metadata: Metadata = { title: "Notulen" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

/** The minutes: to write for the note-takers until they are approved, to read for everybody else. */
export default async function MinutesPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const { tampil, tambah } = await searchParams;
  const isWriter = canWriteNotes(actor, meeting);
  if (!isWriter || queryChoice(tampil, ["utuh"])) {
    const notes = await listNotes(actor, meeting.id);
    const why = canWriteMeeting(actor, meeting) ? whyNoNotes(meeting) : null;
    const hasBegun = meeting.status === "IN_PROGRESS" || meeting.status === "CLOSED";
    if (!hasBegun)
      return (
        <EmptyState
          title="Belum ada notulen"
          action={
            why && (
              <Link href={`/kegiatan/${meeting.id}`} prefetch={false} className="button no-print">
                Ke ringkasan
              </Link>
            )
          }
        >
          {why ?? "Notulen tampak di sini begitu puskesmas menuliskannya dalam kegiatan."}
        </EmptyState>
      );
    return <MinutesPaper actor={actor} meeting={meeting} notes={notes} canWrite={isWriter} why={why} />;
  }
  const [rows, villages, askers] = await Promise.all([
    listNotes(actor, meeting.id),
    listVillageChoices(actor, meeting.id),
    listAskers(actor, meeting.id),
  ]);
  const choices = villages.map(({ code, name }) => ({ code, name }));
  const shared = { rows, villages: choices, askers, takesItems: canWriteItems(actor, meeting) };
  return (
    <>
      <p className="mb-2 flex flex-wrap gap-x-5">
        <Link
          href={`/kegiatan/${meeting.id}/notulen?tampil=utuh`}
          prefetch={false}
          className="link inline-flex min-h-11 items-center"
        >
          Baca notulen utuh
        </Link>
        <Link href={`/surat/notulen/${meeting.id}`} prefetch={false} className="link inline-flex min-h-11 items-center">
          Cetak atau unduh notulen
        </Link>
      </p>
      <MinutesEditor
        owner={{ meetingId: meeting.id, userId: actor.userId, userName: actor.name }}
        asksForSections={asksForSections(meeting.kind)}
        {...shared}
      >
        <PlainMinutes meetingId={meeting.id} open={queryChoice(tambah, noteSections)} {...shared} />
      </MinutesEditor>
    </>
  );
}
