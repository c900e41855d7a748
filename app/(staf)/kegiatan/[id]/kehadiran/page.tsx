import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { PersonStep } from "@/components/form/person-step";
import { listAttendances } from "@/lib/attendance/reads";
import { countRoll } from "@/lib/attendance/rules";
import { rollBySector } from "@/lib/attendance/sector-roll";
import { listInvitations } from "@/lib/invitations/reads";
import { canWriteMeeting, takesResults, takesRoll } from "@/lib/meetings/rules";
import { stepsToRoll, whyNoRoll } from "@/lib/meetings/start-words";
import { plainWords } from "@/lib/plain-words";
import { say } from "@/lib/web/local-words";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryText } from "@/lib/web/query";
import { SectorBars } from "../../../sector-bars";
import { walkInAction } from "./actions";
import { NamesakeCheck } from "./namesake-check";
import { RollCounters } from "./roll-counters";
import { RollList } from "./roll-list";
import { RollRow } from "./roll-row";
import { RollTools } from "./roll-tools";
import { ScanSection } from "./scan-section";
import { UnconfirmedRows } from "./unconfirmed-rows";
import { WalkInRow } from "./walk-in-row";

export const metadata: Metadata = { title: "Kehadiran" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function AttendancePage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const search = queryText((await searchParams).cari);
  const [invitations, attendances] = await Promise.all([
    listInvitations(actor, meeting.id),
    listAttendances(actor, meeting.id),
  ]);
  const canMark = canWriteMeeting(actor, meeting) && takesRoll(meeting);
  if (!takesResults(meeting.status) && meeting.status !== "CLOSED") {
    const steps = stepsToRoll(meeting, new Date());
    return (
      <EmptyState
        title="Kehadiran dicatat setelah kegiatan dimulai"
        action={
          <Link href={`/kegiatan/${meeting.id}`} prefetch={false} className="button">
            Ke ringkasan
          </Link>
        }
      >
        {whyNoRoll(meeting)} {steps && `Tekan ${steps} di ringkasan saat peserta mulai datang.`}
      </EmptyState>
    );
  }
  const marks = new Map(attendances.map((attendance) => [attendance.invitationId, attendance]));
  const words = plainWords(search);
  const shown = invitations.filter((row) =>
    plainWords([row.title, row.institution, row.holderName, row.village?.name].join(" ")).includes(words),
  );
  const query = search ? `?cari=${encodeURIComponent(search)}` : "";
  const walkIns = attendances.filter((attendance) => attendance.invitationId === null);
  return (
    <>
      <RollCounters
        roll={countRoll(
          invitations.length,
          attendances.filter((row) => row.confirmedAt !== null),
        )}
      />
      <RollTools meetingId={meeting.id} canMark={canMark} />
      {canMark && (
        <UnconfirmedRows
          rows={attendances.filter((row) => row.confirmedAt === null)}
          meetingId={meeting.id}
          query={query}
        />
      )}
      <form
        method="get"
        className="no-print sticky top-0 z-5 -mx-4 mb-2 flex gap-2 bg-ground px-4 py-2 md:mx-0 md:px-0"
      >
        <input
          type="search"
          name="cari"
          defaultValue={search}
          aria-label={say("Cari nama, jabatan, atau desa")}
          placeholder={say("Cari nama, jabatan, atau desa")}
          className="input max-w-md"
        />
        <button type="submit" className="button shrink-0">
          Cari
        </button>
      </form>
      {shown.length === 0 ? (
        <p className="py-4 text-muted">
          {invitations.length === 0
            ? "Tidak ada undangan pada kegiatan ini."
            : `Tidak ada undangan yang cocok dengan “${search}”.`}
        </p>
      ) : (
        <RollList>
          {shown.map((invitation) => (
            <RollRow
              key={invitation.id}
              invitation={invitation}
              mark={marks.get(invitation.id) ?? null}
              meeting={meeting}
              query={query}
              canMark={canMark}
            />
          ))}
        </RollList>
      )}
      <section id="tamu" aria-labelledby="judul-tamu" className="mt-8 scroll-mt-20">
        <h2 id="judul-tamu" className="mb-2">
          Tamu tanpa undangan
        </h2>
        {walkIns.length > 0 && (
          <ol className="mb-4 border-t border-line">
            {walkIns.map((guest) => (
              <WalkInRow key={guest.id} guest={guest} meeting={meeting} query={query} canMark={canMark} />
            ))}
          </ol>
        )}
        {canMark ? (
          <ActionForm
            key={walkIns.length}
            action={walkInAction.bind(null, meeting.id, query)}
            submit="Tambah tamu"
            tone="plain"
            className="card flex max-w-3xl flex-col gap-4"
          >
            <HiddenField name="id" initial={randomUUID()} />
            <div className="grid gap-3 sm:grid-cols-3">
              <TextField name="name" label="Nama tamu" autoComplete="off" />
              <TextField name="title" label="Jabatan tamu" autoComplete="off" />
              <TextField name="institution" label="Instansi tamu" autoComplete="off" />
            </div>
            <NamesakeCheck />
            <PersonStep />
          </ActionForm>
        ) : (
          walkIns.length === 0 && <p className="text-muted">Tidak ada.</p>
        )}
      </section>
      <div className="mt-8">
        <SectorBars
          rows={rollBySector(
            invitations,
            attendances.filter((row) => row.confirmedAt !== null),
          )}
        />
      </div>
      {canWriteMeeting(actor, meeting) && (
        <p className="no-print mt-4">
          <Link
            href={`/kegiatan/${meeting.id}/orang`}
            prefetch={false}
            className="link inline-flex min-h-11 items-center"
          >
            Siapa tamu, wakil, penilai, dan penanya ini?
          </Link>
        </p>
      )}
      <ScanSection actor={actor} meeting={meeting} />
    </>
  );
}
