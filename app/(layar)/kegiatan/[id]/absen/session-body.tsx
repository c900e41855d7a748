"use client";

import { useCallback, useState } from "react";
import type { RollPerson } from "@/lib/attendance/roll";
import type { PresenceStatus } from "@/prisma/generated/enums";
import type { ShownRow } from "./overlay";
import { PersonRow } from "./person-row";
import type { NewOperation, Roll } from "./queue";
import { seenInSession } from "./session-overlay";
import { Sheet } from "./sheet";
import { Unconfirmed } from "./unconfirmed";
import type { Marked } from "./use-marks";

type Props = {
  sessionId: string;
  roll: Roll;
  people: readonly RollPerson[];
  rows: ReadonlyMap<string, ShownRow>;
  isWanted: (person: RollPerson) => boolean;
  timeZone: string;
  isWaiting: boolean;
  make: (operation: NewOperation) => void;
  onMarked: (marked: Marked) => void;
};

/** The people of one session: one tap says present, the second opens the rest. */
export function SessionBody({ sessionId, roll, people, rows, isWanted, timeZone, isWaiting, make, onMarked }: Props) {
  const [opened, setOpened] = useState<string | null>(null);
  const mark = useCallback(
    (attendeeId: string, status: PresenceStatus | null) =>
      make({ kind: "session", seen: seenInSession(roll.rows, sessionId, attendeeId), sessionId, attendeeId, status }),
    [make, roll.rows, sessionId],
  );
  const markOne = useCallback(
    ({ invitationId, seat }: RollPerson, status: PresenceStatus) => {
      mark(invitationId, status);
      onMarked({ id: invitationId, seat, words: status === "PRESENT" ? "hadir" : "tidak hadir", sessionId });
    },
    [mark, onMarked, sessionId],
  );
  const markPresent = useCallback((person: RollPerson) => markOne(person, "PRESENT"), [markOne]);
  const markAbsent = useCallback((person: RollPerson) => markOne(person, "ABSENT"), [markOne]);
  const person = people.find(({ invitationId }) => invitationId === opened);
  const reported = people.flatMap(({ invitationId }) => {
    const row = rows.get(invitationId);
    return row && !row.isConfirmed ? [{ ...row, id: invitationId }] : [];
  });
  const close = () => setOpened(null);
  const choose = (status: PresenceStatus | null) => {
    if (person && status && !rows.has(person.invitationId)) markOne(person, status);
    else if (person) mark(person.invitationId, status);
    close();
  };
  return (
    <>
      <Unconfirmed rows={reported} onConfirm={({ id }) => mark(id, "PRESENT")} onReject={({ id }) => mark(id, null)} />
      <ul>
        {people.map((who) => (
          <PersonRow
            key={who.invitationId}
            person={who}
            row={rows.get(who.invitationId) ?? null}
            timeZone={timeZone}
            isShown={isWanted(who)}
            isWaiting={isWaiting}
            onPresent={markPresent}
            onAbsent={markAbsent}
            onOpen={setOpened}
          />
        ))}
      </ul>
      {!people.some(isWanted) && <p className="py-4 text-muted">Tidak ada peserta yang cocok.</p>}
      {person && !isWaiting && (
        <Sheet title={person.seat} onClose={close}>
          <p className="mb-3 text-muted">{[person.holder, person.institution].filter(Boolean).join(" · ")}</p>
          <div className="flex flex-col gap-2">
            <button type="button" className="button button-main" onClick={() => choose("PRESENT")}>
              Hadir di sesi ini
            </button>
            <button type="button" className="button" onClick={() => choose("ABSENT")}>
              Tidak hadir di sesi ini
            </button>
            {rows.has(person.invitationId) && (
              <button type="button" className="button button-danger" onClick={() => choose(null)}>
                Hapus tanda
              </button>
            )}
          </div>
        </Sheet>
      )}
    </>
  );
}
