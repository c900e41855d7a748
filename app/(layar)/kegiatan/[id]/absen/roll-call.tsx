"use client";

import Link from "next/link";
import { useCallback, useMemo, useState } from "react";
import { useKeptScreen } from "@/components/device/kept-screen";
import { newId } from "@/components/device/new-id";
import { Icon } from "@/components/icon";
import { useLocalWords } from "@/components/local-words";
import type { RollPerson } from "@/lib/attendance/roll";
import { countRoll, isCalledAlike, isPresent } from "@/lib/attendance/rules";
import { plainWords } from "@/lib/plain-words";
import { ClockNotice } from "./clock-notice";
import { Figures } from "./figures";
import { GuestList } from "./guest-list";
import { GuestSheet } from "./guest-sheet";
import { LinkBanner } from "./link-banner";
import { overlay, type ShownRow } from "./overlay";
import { PersonRow } from "./person-row";
import { PersonSheet } from "./person-sheet";
import { Presence } from "./presence";
import type { NewOperation, Roll } from "./queue";
import { SessionBody } from "./session-body";
import { SessionChoice, sessionNow } from "./session-choice";
import { overlaySession, sessionPeople } from "./session-overlay";
import { Unconfirmed } from "./unconfirmed";
import { Undecided } from "./undecided";
import { useRoll } from "./use-roll";

type Props = {
  meeting: { id: string; title: string; timeZone: string; startsAt: Date; endsAt: Date | null };
  /** Who holds the device; a colleague may be the one whose session sends what is made now. */
  officerId: string;
  initial: Roll;
};

/** One hand, standing: search that stays, one tap marks, the second opens the rest. */
export function RollCall({ meeting, officerId, initial }: Props) {
  const say = useLocalWords();
  const { roll, queue, link, canKeep, clockDifference, add, decide } = useRoll(meeting.id, initial);
  const kept = useKeptScreen();
  const [words, setWords] = useState("");
  const [opened, setOpened] = useState<string | null>(null);
  const [isAddingGuest, setAddingGuest] = useState(false);
  const [last, setLast] = useState<{ id: string; seat: string } | null>(null);
  const [session, setSession] = useState<string | null>(() => sessionNow(initial.sessions, initial.readAt));
  const sessionId = roll.sessions.some(({ id }) => id === session) ? session : null;
  const rows = useMemo(() => overlay(roll.rows, queue, roll.people), [roll, queue]);
  const learners = useMemo(() => sessionPeople(roll.people, rows.values()), [roll.people, rows]);
  const inSession = useMemo(
    () => sessionId && overlaySession(roll.rows, queue, sessionId, learners),
    [roll.rows, queue, sessionId, learners],
  );
  const counts = inSession
    ? countRoll(learners.length, confirmedOf(inSession))
    : countRoll(roll.people.length, confirmedOf(rows));
  const wanted = plainWords(words);
  const shown = new Set(roll.people.filter((person) => matches(person, wanted)));
  const person = roll.people.find((candidate) => candidate.invitationId === opened);
  const guests = [...rows.values()].filter((row) => row.invitationId === null && row.isConfirmed);

  const make = useCallback(
    (operation: NewOperation) =>
      void add({ ...operation, nonce: newId(), deviceAt: new Date().toISOString(), madeBy: officerId }),
    [add, officerId],
  );
  const seenOf = useCallback((id: string) => roll.rows.find((row) => row.id === id)?.version ?? null, [roll.rows]);
  const markPresent = useCallback(
    (who: RollPerson) => {
      make({
        kind: "mark",
        seen: seenOf(who.invitationId),
        invitationId: who.invitationId,
        status: "PRESENT",
        ...noDelegate,
        arrivedAt: new Date().toISOString(),
      });
      setLast({ id: who.invitationId, seat: who.seat });
    },
    [make, seenOf],
  );
  const undo = (id: string) => {
    make({ kind: "unmark", seen: seenOf(id), attendanceId: id });
    setLast(null);
  };

  return (
    <main translate="no" className="mx-auto max-w-2xl px-3 pb-28">
      <header className="flex items-center justify-between gap-2 py-2">
        <Link
          href={`/kegiatan/${meeting.id}/kehadiran`}
          prefetch={false}
          className="link inline-flex min-h-11 shrink-0 items-center"
        >
          ← Kegiatan
        </Link>
        <h1 className="truncate text-base">{meeting.title}</h1>
      </header>
      {roll.status !== "IN_PROGRESS" && (
        <p className="mb-2 rounded border-l-4 border-soon bg-soon-soft px-3 py-2">
          Kegiatan ini belum dimulai atau sudah ditutup. Catatan baru diterima setelah kegiatan berlangsung.
        </p>
      )}
      <div className="sticky top-0 z-10 -mx-3 border-b border-line bg-ground px-3 pb-2">
        <SessionChoice
          sessions={roll.sessions}
          chosen={sessionId}
          timeZone={meeting.timeZone}
          onChoose={(chosen) => {
            setSession(chosen);
            setLast(null);
          }}
        />
        <Figures counts={counts} ofSession={sessionId !== null} />
        <LinkBanner
          meetingId={meeting.id}
          link={link}
          unsent={queue.length}
          undecided={queue.filter((item) => item.state !== "waiting").length}
          kept={kept}
          canKeep={canKeep}
        />
        <ClockNotice difference={clockDifference} />
        <input
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          aria-label={say("Cari nama, jabatan, atau desa")}
          placeholder={say("Cari nama, jabatan, atau desa")}
          className="input mt-2"
        />
      </div>
      <Undecided
        queue={queue}
        people={roll.people}
        learners={learners}
        sessions={roll.sessions}
        decide={decide}
        timeZone={meeting.timeZone}
      />
      {sessionId && inSession ? (
        <SessionBody
          key={sessionId}
          sessionId={sessionId}
          roll={roll}
          people={learners}
          rows={inSession}
          isWanted={(who) => matches(who, wanted)}
          timeZone={meeting.timeZone}
          make={make}
        />
      ) : (
        <>
          <Unconfirmed
            rows={[...rows.values()].filter((row) => !row.isConfirmed)}
            onConfirm={(row) => make({ kind: "confirm", attendanceId: row.id })}
            onReject={(row) => make({ kind: "unmark", seen: row.version, attendanceId: row.id })}
          />
          <Presence people={roll.people} rows={rows} />
          <ul>
            {roll.people.map((who) => (
              <PersonRow
                key={who.invitationId}
                person={who}
                row={rows.get(who.invitationId) ?? null}
                timeZone={meeting.timeZone}
                isShown={shown.has(who)}
                onPresent={markPresent}
                onOpen={setOpened}
              />
            ))}
          </ul>
          {shown.size === 0 && (
            <p className="py-4 text-muted">
              {roll.people.length === 0
                ? "Tidak ada undangan pada kegiatan ini."
                : `Tidak ada yang cocok dengan “${words}”. Mungkin tamu tanpa undangan?`}
            </p>
          )}
          <GuestList
            guests={guests}
            onRemove={(row) =>
              make({ kind: "unmark", seen: row.version < 0 ? null : row.version, attendanceId: row.id })
            }
          />
        </>
      )}
      <div className="fixed inset-x-0 bottom-0 z-10 mx-auto flex max-w-2xl items-center gap-2 border-t border-line bg-surface p-3">
        {last && rows.has(last.id) ? (
          <>
            <p role="status" className="line-clamp-2 min-w-0 flex-1 text-sm">
              {last.seat}: hadir
            </p>
            <button type="button" className="link min-h-11 shrink-0 px-2" onClick={() => undo(last.id)}>
              Urungkan
            </button>
          </>
        ) : (
          <span className="flex-1" />
        )}
        <button type="button" className="button button-main" onClick={() => setAddingGuest(true)}>
          <Icon name="plus" />
          Tamu
        </button>
      </div>
      {person && (
        <PersonSheet
          key={person.invitationId}
          person={person}
          row={rows.get(person.invitationId) ?? null}
          seen={seenOf(person.invitationId)}
          meeting={meeting}
          make={make}
          onClose={() => setOpened(null)}
        />
      )}
      {isAddingGuest && (
        <GuestSheet
          words={words}
          session={sessionId}
          isKnown={(guest) => [...rows.values()].some((row) => isPresent(row.status) && isCalledAlike(row, guest))}
          make={make}
          onClose={() => setAddingGuest(false)}
        />
      )}
    </main>
  );
}

const noDelegate = { delegateName: "", delegateTitle: "", delegateInstitution: "", note: "" };

function matches(person: RollPerson, wanted: string): boolean {
  return plainWords(
    [person.seat, person.holder, person.institution, person.village, person.announced?.name].join(" "),
  ).includes(wanted);
}

const confirmedOf = (rows: ReadonlyMap<string, ShownRow>) => [...rows.values()].filter((row) => row.isConfirmed);
