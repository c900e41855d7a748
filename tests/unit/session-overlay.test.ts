import { expect, test } from "vitest";
import type { ShownRow } from "@/app/(layar)/kegiatan/[id]/absen/overlay";
import type { Queued } from "@/app/(layar)/kegiatan/[id]/absen/queue";
import { sessionNow } from "@/app/(layar)/kegiatan/[id]/absen/session-choice";
import { overlaySession, seenInSession, sessionPeople } from "@/app/(layar)/kegiatan/[id]/absen/session-overlay";
import { type RollPerson, type RollRow, sessionRowId } from "@/lib/attendance/roll";

const person = (invitationId: string, learns = true): RollPerson => ({
  ...{ invitationId, seat: "Perawat", holder: `Nama ${invitationId}`, institution: "Puskesmas", sector: "Kesehatan" },
  ...{ village: null, announced: null, declined: false, learns },
});
const row = (
  sessionId: string | null,
  id: string,
  status: RollRow["status"],
  invitationId: string | null,
): RollRow => ({
  ...{ id: sessionId ? sessionRowId(sessionId, id) : id, sessionId, invitationId, status },
  ...{ name: `Nama ${id}`, title: "Perawat", institution: "Puskesmas", arrivedAt: null, note: null },
  ...{ source: "OFFICER", version: 2, isConfirmed: true, isSigned: false },
});
const shown = (one: RollRow): ShownRow => ({ ...one, isUnsent: false });
const queued = (
  number: number,
  sessionId: string,
  attendeeId: string,
  status: "PRESENT" | "ABSENT" | null,
): Queued => ({
  ...{ nonce: String(number), meetingId: "m", number, state: "waiting" },
  operation: {
    ...{ kind: "session", nonce: String(number), deviceAt: "2026-11-28T02:00:00.000Z", madeBy: "o" },
    ...{ seen: null, sessionId, attendeeId, status },
  },
});

test("the people of a session are who learns, the delegate by his name, and who came without an invitation", () => {
  const rows = [
    row(null, "a", "REPRESENTED", "a"),
    row(null, "tamu", "PRESENT", null),
    row(null, "b", "PRESENT", "b"),
  ].map(shown);
  const people = sessionPeople([person("a"), person("b"), person("camat", false)], rows);
  expect(people.map(({ invitationId, seat }) => [invitationId, seat])).toEqual([
    ["a", "Nama a, mewakili Nama a"],
    ["b", "Nama b"],
    ["tamu", "Nama tamu"],
  ]);
});

test("a session shows its own marks, with what waits on this device on top", () => {
  const people = [person("a"), person("b"), person("c"), person("tamu")];
  const rows = [
    row("s1", "a", "PRESENT", "a"),
    row("s1", "b", "PRESENT", "b"),
    row("s2", "c", "PRESENT", "c"),
    row("s1", "tamu", "PRESENT", null),
    row(null, "c", "PRESENT", "c"),
  ];
  const queue = [
    queued(1, "s1", "a", null),
    queued(2, "s1", "b", "ABSENT"),
    queued(3, "s2", "a", "PRESENT"),
    { ...queued(4, "s1", "c", "PRESENT"), state: "conflict" as const },
  ];
  const found = [...overlaySession(rows, queue, "s1", people)];
  expect(found.map(([id, { status, isUnsent, version }]) => [id, status, isUnsent, version])).toEqual([
    ["b", "UNEXCUSED", true, 2],
    ["tamu", "PRESENT", false, 2],
  ]);
  expect(seenInSession(rows, "s1", "a")).toBe(2);
  expect(seenInSession(rows, "s1", "c")).toBeNull();
});

test("the session of now is the one that runs, else the next one, else the last", () => {
  const session = (id: string, from: string, to: string) => ({
    ...{ id, position: 1, topic: "Materi" },
    ...{ startsAt: `2026-11-28T${from}:00.000Z`, endsAt: `2026-11-28T${to}:00.000Z` },
  });
  const sessions = [session("s1", "01:00", "02:00"), session("s2", "03:00", "04:00")];
  const at = (clock: string) => sessionNow(sessions, `2026-11-28T${clock}:00.000Z`);
  expect(["01:30", "02:30", "05:00"].map(at)).toEqual(["s1", "s2", "s2"]);
  expect(sessionNow([], "2026-11-28T01:00:00.000Z")).toBeNull();
});
