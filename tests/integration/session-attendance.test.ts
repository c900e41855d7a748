import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { findRoll } from "@/lib/attendance/reads";
import { syncOperations } from "@/lib/attendance/sync";
import { markInvitee, unmark } from "@/lib/attendance/writes";
import { db } from "@/lib/db";
import { findSessionRoll, listSessionRolls } from "@/lib/session-attendance/reads";
import { makeParticipant } from "@/lib/session-attendance/walk-ins";
import { enterSessionPaper, markSession, tickSession } from "@/lib/session-attendance/writes";
import { listCompletions } from "@/lib/trainings/completions";
import { makeAttendance } from "@/tests/factories/attendance";
import { listSentences } from "@/tests/factories/events";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeTraining, makeTrainingParticipant } from "@/tests/factories/trainings";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

let it: Awaited<ReturnType<typeof makeRunning>>;

async function makeRunning() {
  const host = await makePuskesmas();
  const officer = () => makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("IN_PROGRESS", {
    host,
    kind: "KALAKARYA",
    startsAt: new Date(Date.now() - 4 * 3_600_000),
  });
  const meetingId = meeting.id;
  const [first, second, later] = await makeTraining(meeting, {
    sessions: [
      {},
      {},
      { startsAt: new Date(Date.now() + 3 * 86_400_000), endsAt: new Date(Date.now() + 3.1 * 86_400_000) },
    ],
  });
  if (!first || !second || !later) throw new Error("Three sessions are made");
  const people = [];
  for (const name of ["Asih", "Budi", "Cahya"]) people.push(await makeTrainingParticipant({ meetingId, name }));
  const [asih, budi, cahya] = people;
  if (!asih || !budi || !cahya) throw new Error("Three participants are made");
  const [actor, colleague] = [await officer(), await officer()];
  const of = (session: { id: string }) => ({ meetingId, sessionId: session.id });
  return { host, meetingId, first, second, later, asih, budi, cahya, actor, colleague, of };
}

beforeEach(async () => {
  it = await makeRunning();
});

const there = (...people: { id: string }[]) => people.map(({ id }) => ({ attendeeId: id, status: "PRESENT" as const }));
const shownOf = async (session: { id: string }) =>
  (await findSessionRoll(it.actor, it.meetingId, session.id)).map(({ name, presence }) => [
    name,
    presence?.status ?? null,
  ]);

test("who is present in a session is present at the meeting, and who is only absent there is not", async () => {
  await markSession(it.actor, it.of(it.first), [...there(it.asih), { attendeeId: it.budi.id, status: "ABSENT" }]);
  expect(await db.attendance.findMany({ orderBy: { name: "asc" }, select: { name: true, status: true } })).toEqual([
    { name: "Asih", status: "PRESENT" },
    { name: "Budi", status: "UNEXCUSED" },
  ]);
  await markSession(it.actor, it.of(it.second), there(it.budi));
  expect(await db.attendance.findUniqueOrThrow({ where: { invitationId: it.budi.id } })).toMatchObject({
    status: "PRESENT",
  });
  expect(await shownOf(it.first)).toEqual([
    ["Asih", "PRESENT"],
    ["Budi", "ABSENT"],
    ["Cahya", null],
  ]);
  expect((await listSessionRolls(it.actor, it.meetingId)).map(({ counts }) => counts)).toEqual([
    { present: 1, absent: 1, reported: 0 },
    { present: 1, absent: 0, reported: 0 },
    { present: 0, absent: 0, reported: 0 },
  ]);
  expect(await listSentences({ meetingId: it.meetingId })).toContainEqual({
    says: "mencatat kehadiran sesi: Materi 1",
    lines: ["hadir: Asih", "tidak hadir: Budi"],
  });
});

test("two officers who mark one participant at once make one row of each roll", async () => {
  const outcomes = await allEnded(
    [it.actor, it.colleague].flatMap((actor) => [
      markSession(actor, it.of(it.first), there(it.asih)),
      markSession(actor, it.of(it.second), there(it.asih)),
    ]),
  );
  expect(outcomes.map((outcome) => outcome.ok && outcome.count).sort()).toEqual([0, 0, 1, 1]);
  expect(await db.attendance.count()).toBe(1);
  expect(await db.sessionPresence.count()).toBe(2);
});

test("a ticked roll changes only what was ticked otherwise than shown: a colleague's mark stays", async () => {
  await markSession(it.actor, it.of(it.first), there(it.asih));
  const listed = [it.asih, it.budi, it.cahya].map(({ id }) => id);
  const shown = [it.asih.id];
  await markSession(it.colleague, it.of(it.first), there(it.cahya));
  await tickSession(it.actor, it.of(it.first), { listed, shown, present: [it.budi.id], rest: false });
  expect(await shownOf(it.first)).toEqual([
    ["Asih", null],
    ["Budi", "PRESENT"],
    ["Cahya", "PRESENT"],
  ]);
});

test("the paper list is typed by its numbers, as all but some or as only some", async () => {
  expect(await enterSessionPaper(it.actor, it.of(it.first), { way: "except", numbers: "2" })).toEqual({
    ok: true,
    count: 3,
  });
  await enterSessionPaper(it.actor, it.of(it.second), { way: "only", numbers: "2-3" });
  expect(await shownOf(it.first)).toEqual([
    ["Asih", "PRESENT"],
    ["Budi", "ABSENT"],
    ["Cahya", "PRESENT"],
  ]);
  expect((await shownOf(it.second)).map(([, status]) => status)).toEqual(["ABSENT", "PRESENT", "PRESENT"]);
  expect(await db.sessionPresence.count({ where: { source: "PAPER" } })).toBe(6);
  for (const numbers of ["4", "2s", "dua"])
    expect(await enterSessionPaper(it.actor, it.of(it.first), { way: "except", numbers })).toMatchObject({
      ok: false,
      field: "numbers",
    });
});

test("a session of a later day and one of another training are refused", async () => {
  expect(await markSession(it.actor, it.of(it.later), there(it.asih))).toMatchObject({ ok: false });
  const other = await makeRunning();
  expect(await markSession(it.actor, it.of(other.first), there(it.asih))).toMatchObject({ ok: false });
  expect(await markSession(it.actor, it.of(it.first), there(other.asih))).toMatchObject({ ok: false });
  expect(await db.sessionPresence.count()).toBe(0);
});

test("who is present in a session is not taken off the meeting's roll", async () => {
  await markSession(it.actor, it.of(it.first), there(it.asih));
  const said = { ok: false, reason: expect.stringContaining("sesi pelatihan") };
  expect(await unmark(it.actor, it.meetingId, it.asih.id)).toMatchObject(said);
  const sick = {
    ...({ invitationId: it.asih.id, status: "SICK", note: null, arrivedAt: null, person: null } as const),
    ...{ delegateName: null, delegateTitle: null, delegateInstitution: null },
  };
  expect(await markInvitee(it.actor, it.meetingId, sick)).toMatchObject(said);
  await markSession(it.actor, it.of(it.first), [{ attendeeId: it.asih.id, status: null }]);
  expect(await unmark(it.actor, it.meetingId, it.asih.id)).toEqual({ ok: true });
});

test("a walk-in becomes a participant once, with a link, and keeps what he attended", async () => {
  const guest = await makeAttendance({ meetingId: it.meetingId, name: "Dewi" });
  await markSession(it.actor, it.of(it.first), there(guest));
  const ask = { attendanceId: guest.id, profession: "MIDWIFE" } as const;
  const outcomes = await allEnded([it.actor, it.colleague].map((actor) => makeParticipant(actor, it.meetingId, ask)));
  expect(outcomes).toEqual([{ ok: true }, { ok: true }]);
  const rows = await listCompletions(it.actor, it.meetingId);
  expect(rows.find(({ name }) => name === "Dewi")).toMatchObject({ profession: "MIDWIFE", sessions: 1 });
  expect((await shownOf(it.first)).at(-1)).toEqual(["Dewi", "PRESENT"]);
});

const sent = (sessionId: string, attendeeId: string, rest: object = {}) => ({
  ...{ kind: "session", nonce: randomUUID(), deviceAt: new Date().toISOString(), seen: null, sessionId, attendeeId },
  ...{ status: "PRESENT", ...rest },
});

test("a mark of a session that was made offline is written once, also where it is sent twice at once", async () => {
  const operation = sent(it.first.id, it.asih.id);
  const runs = await allEnded([1, 2].map(() => syncOperations(it.actor, it.meetingId, [operation])));
  for (const [result] of runs)
    expect(result).toMatchObject({ state: "done", row: { sessionId: it.first.id, status: "PRESENT", version: 0 } });
  expect(await db.sessionPresence.findMany()).toHaveLength(1);
  expect(await db.attendance.findMany()).toMatchObject([{ name: "Asih", status: "PRESENT" }]);
});

test("what another device said of the same person in the same session meanwhile is shown, not written over", async () => {
  await markSession(it.colleague, it.of(it.first), [{ attendeeId: it.asih.id, status: "ABSENT" }]);
  const [conflict] = await syncOperations(it.actor, it.meetingId, [sent(it.first.id, it.asih.id)]);
  expect(conflict).toMatchObject({ state: "conflict", row: { status: "UNEXCUSED", version: 0 } });
  const [other] = await syncOperations(it.actor, it.meetingId, [sent(it.second.id, it.asih.id)]);
  expect(other).toMatchObject({ state: "done" });
  const [again] = await syncOperations(it.actor, it.meetingId, [sent(it.first.id, it.asih.id, { seen: 0 })]);
  expect(again).toMatchObject({ state: "done", row: { status: "PRESENT", version: 1 } });
  const [back] = await syncOperations(it.actor, it.meetingId, [
    sent(it.first.id, it.asih.id, { seen: 1, status: null }),
  ]);
  expect(back).toMatchObject({ state: "done", row: null });
  expect((await shownOf(it.first))[0]).toEqual(["Asih", null]);
});

test("a guest and his session, made offline one after the other, arrive together", async () => {
  const guest = {
    ...sent("", ""),
    kind: "guest",
    id: randomUUID(),
    name: "Dewi",
    title: "Bidan",
    institution: "Pustu",
  };
  const results = await syncOperations(it.actor, it.meetingId, [guest, sent(it.first.id, guest.id)]);
  expect(results.map(({ state }) => state)).toEqual(["done", "done"]);
  const roll = await findRoll(it.actor, it.meetingId);
  expect(roll.rows.map(({ sessionId, name }) => [sessionId, name])).toEqual([
    [null, "Dewi"],
    [it.first.id, "Dewi"],
  ]);
  expect(roll.sessions.map(({ topic }) => topic)).toEqual(["Materi 1", "Materi 2", "Materi 3"]);
});
