"use client";

import Link from "next/link";
import { useCallback, useMemo, useRef, useState } from "react";
import { useKeptScreen } from "@/components/device/kept-screen";
import { newId } from "@/components/device/new-id";
import { useLocalWords } from "@/components/local-words";
import { SignOut } from "@/components/shell/sign-out";
import type { RollPerson } from "@/lib/attendance/roll";
import { countRoll, isCalledAlike, isPresent } from "@/lib/attendance/rules";
import { plainWords } from "@/lib/plain-words";
import { BottomBar } from "./bottom-bar";
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
import { StartingNotice, waitsForStart } from "./starting-notice";
import { Unconfirmed } from "./unconfirmed";
import { Undecided } from "./undecided";
import { useLargeText } from "./use-large-text";
import { useMarks } from "./use-marks";
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
  const search = useRef<HTMLInputElement>(null);
  const isLarge = useLargeText();
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

  /** The next name is looked for at once; the keyboard stays where it was open. */
  const forgetSearch = useCallback(() => {
    if (!search.current?.value) return;
    setWords("");
    search.current.focus();
  }, []);
  const make = useCallback(
    (operation: NewOperation) =>
      void add({ ...operation, nonce: newId(), deviceAt: new Date().toISOString(), madeBy: officerId }),
    [add, officerId],
  );
  const { markPresent, markAbsent, seenOf, last, marked, undo, forgetLast } = useMarks(roll, make, forgetSearch);
  const canUndo =
    last !== null &&
    (last.sessionId ? last.sessionId === sessionId && (inSession ? inSession.has(last.id) : false) : rows.has(last.id));
  const waits = waitsForStart(roll, link, meeting.startsAt);

  const searchField = (
    <input
      ref={search}
      type="search"
      value={words}
      onChange={(event) => setWords(event.target.value)}
      aria-label={say("Cari nama, jabatan, atau desa")}
      placeholder={say("Cari nama, jabatan, atau desa")}
      className="input mt-2"
    />
  );
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
        {link !== "offline" && <SignOut className="link min-h-11 whitespace-nowrap [&_svg]:hidden" />}
      </header>
      <StartingNotice roll={roll} waits={waits} meeting={meeting} />
      <div className={isLarge ? "" : `${headLooks} border-b`}>
        <SessionChoice
          sessions={roll.sessions}
          chosen={sessionId}
          timeZone={meeting.timeZone}
          onChoose={(chosen) => {
            setSession(chosen);
            forgetLast();
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
        {!isLarge && searchField}
      </div>
      {isLarge && <div className={headLooks}>{searchField}</div>}
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
          isWaiting={waits}
          make={make}
          onMarked={marked}
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
                isWaiting={waits}
                onPresent={markPresent}
                onAbsent={markAbsent}
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
      <BottomBar
        last={canUndo ? last : null}
        isLarge={isLarge}
        onUndo={undo}
        onGuest={waits ? null : () => setAddingGuest(true)}
      />
      {person && !waits && (
        <PersonSheet
          key={person.invitationId}
          person={person}
          row={rows.get(person.invitationId) ?? null}
          seen={seenOf(person.invitationId)}
          meeting={meeting}
          make={make}
          onMarked={(words) => marked({ id: person.invitationId, seat: person.seat, words, sessionId: null })}
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

const headLooks = "sticky top-0 z-10 -mx-3 border-line bg-ground px-3 pb-2";

function matches(person: RollPerson, wanted: string): boolean {
  return plainWords(
    [person.seat, person.holder, person.institution, person.village, person.announced?.name].join(" "),
  ).includes(wanted);
}

const confirmedOf = (rows: ReadonlyMap<string, ShownRow>) => [...rows.values()].filter((row) => row.isConfirmed);
