import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { canWriteMeeting, takesRoll } from "@/lib/meetings/rules";
import { findSessionRoll, listSessionRolls, type SessionRoll, sessionOfNow } from "@/lib/session-attendance/reads";
import { dayOf, formatDay, formatHours } from "@/lib/time";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryChoice, queryText } from "@/lib/web/query";
import { PaperEntry } from "./paper-entry";
import { ReportedRows } from "./reported-rows";
import { RollTable } from "./roll-table";
import { SessionList } from "./session-list";
import { TickedRoll } from "./ticked-roll";
import { WalkIns } from "./walk-ins";

export const metadata: Metadata = { title: "Sesi" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

/** Who attended which session of a training. */
export default async function SessionsPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const query = await searchParams;
  const sessions = await listSessionRolls(actor, meeting.id);
  const asked = queryText(query.sesi);
  const session = sessions.find(({ id }) => id === asked) ?? sessionOfNow(sessions, new Date());
  if (!session) {
    return (
      <EmptyState title="Belum ada sesi">Kehadiran per sesi dicatat di sini setelah sesi pelatihan diisi.</EmptyState>
    );
  }
  const people = await findSessionRoll(actor, meeting.id, session.id);
  const canMark = canWriteMeeting(actor, meeting) && takesRoll(meeting);
  const of = { meetingId: meeting.id, sessionId: session.id };
  const reported = people.filter(({ presence }) => presence && !presence.confirmedAt);
  return (
    <>
      <SessionList sessions={sessions} chosen={session.id} meeting={meeting} />
      <section id="daftar" aria-labelledby="judul-sesi" className="scroll-mt-20">
        <SessionHead session={session} people={people.length} timeZone={meeting.timeZone} />
        {canMark && <Tools {...of} />}
        {!takesRoll(meeting) && meeting.status !== "CLOSED" && (
          <p className="mb-4 text-muted">Kehadiran dicatat setelah kegiatan dimulai, di Ringkasan.</p>
        )}
        {canMark && reported.length > 0 && <ReportedRows of={of} people={reported} timeZone={meeting.timeZone} />}
        {people.length === 0 ? (
          <EmptyState title="Belum ada peserta">Peserta yang dipilih atau diundang tampil di sini.</EmptyState>
        ) : canMark ? (
          <TickedRoll
            key={`${session.id} ${queryChoice(query.semua, ["hadir"])}`}
            of={of}
            people={people}
            areAllTicked={queryChoice(query.semua, ["hadir"]) === "hadir"}
          />
        ) : (
          <RollTable people={people} timeZone={meeting.timeZone} />
        )}
      </section>
      {canMark && people.length > 0 && <PaperEntry key={session.id} of={of} />}
      {canMark && <WalkIns of={of} guests={people.filter(({ invitationId }) => invitationId === null)} />}
    </>
  );
}

function SessionHead({ session, people, timeZone }: { session: SessionRoll; people: number; timeZone: string }) {
  const { present, absent, reported } = session.counts;
  const figures = [
    { label: "hadir", count: present, tone: "text-done" },
    { label: "tidak hadir", count: absent, tone: "text-late" },
    { label: "belum", count: Math.max(0, people - present - absent), tone: "text-ink" },
    { label: "perlu dikonfir\u00ADmasi", count: reported, tone: "text-soon" },
  ];
  return (
    <>
      <h2 id="judul-sesi">
        Sesi {session.position}: {session.topic}
      </h2>
      <p className="mb-3 text-muted">
        {formatDay(dayOf(session.startsAt, timeZone))}, {formatHours(session.startsAt, session.endsAt, timeZone)}
        {session.room && ` · ${session.room}`}
      </p>
      <dl className="mb-3 grid grid-cols-4 gap-1 sm:max-w-xl">
        {figures.map(({ label, count, tone }) => (
          <div key={label} className="flex flex-col-reverse justify-end text-center">
            <dt className="text-xs text-muted sm:text-sm">{label}</dt>
            <dd className={`text-2xl font-bold sm:text-3xl ${tone}`}>{count}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Tools({ meetingId, sessionId }: { meetingId: string; sessionId: string }) {
  return (
    <ul className="no-print mb-4 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap [&_a]:w-full sm:[&_a]:w-auto">
      <li>
        {/* A whole document, so that the device can keep it for the time without a network. */}
        <a href={`/kegiatan/${meetingId}/absen`} className="button">
          Absen di HP
        </a>
      </li>
      <li>
        <a href={`/kegiatan/${meetingId}/layar`} className="button">
          Kode di proyektor
        </a>
      </li>
      <li>
        <a href={`/surat/daftar-hadir-sesi/${meetingId}?kosong=1`} className="button">
          Cetak daftar hadir
        </a>
      </li>
      <li>
        <Link
          href={`/kegiatan/${meetingId}/sesi?sesi=${sessionId}&semua=hadir#daftar`}
          prefetch={false}
          className="button"
        >
          Centang semua
        </Link>
      </li>
    </ul>
  );
}
