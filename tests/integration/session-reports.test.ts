// People who report themselves present in a session: by their own link, and by the code on the projector.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { answerCheckIn } from "@/app/h/[[...kode]]/check-in";
import { answerInvitee } from "@/app/u/[token]/invitee";
import { checkIn, showCode } from "@/lib/attendance/check-in";
import { db } from "@/lib/db";
import { findCodePicture } from "@/lib/http/check-in-picture";
import { hashToken } from "@/lib/secrets";
import { reportThroughOwnLink } from "@/lib/session-attendance/own-link";
import { findSessionRoll } from "@/lib/session-attendance/reads";
import { markSession } from "@/lib/session-attendance/writes";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeTraining, makeTrainingParticipant } from "@/tests/factories/trainings";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const minute = 60_000;
const from = (minutes: number) => new Date(Date.now() + minutes * minute);

/** A training with a session that is over, one that runs and one to come. */
async function runningTraining() {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("IN_PROGRESS", { host, kind: "KALAKARYA", startsAt: from(-200) });
  const meetingId = meeting.id;
  const [over, now, later] = await makeTraining(meeting, {
    sessions: [
      { startsAt: from(-200), endsAt: from(-110) },
      { startsAt: from(-10), endsAt: from(60) },
      { startsAt: from(90), endsAt: from(150) },
    ],
  });
  if (!over || !now || !later) throw new Error("Three sessions are made");
  const asih = await makeTrainingParticipant({ meetingId, name: "Asih" });
  return { actor, meetingId, over, now, later, asih };
}

type Training = Awaited<ReturnType<typeof runningTraining>>;
const stateOf = async ({ actor, meetingId, now }: Training) =>
  (await findSessionRoll(actor, meetingId, now.id)).map(({ name, presence }) => [
    name,
    presence?.status ?? null,
    presence?.source ?? null,
    presence ? presence.confirmedAt !== null : null,
  ]);

const address = "198.51.100.201";
const visit = (token: string, rest = "") =>
  answerInvitee({ method: "GET", path: `/u/${token}${rest}`, headers: {}, address, body: "" });
const report = (token: string, sessionId: string) =>
  answerInvitee({ method: "POST", path: `/u/${token}/hadir`, headers: {}, address, body: `sesi=${sessionId}` });

test("by his own link somebody reports himself while the session runs, once, and an officer confirms it", async () => {
  const it = await runningTraining();
  const page = await visit(it.asih.token);
  expect(page.body).toContain("Tercatat hadir di 0 dari 3 sesi.");
  expect(page.body.toString().match(/Saya hadir di sesi ini/g)).toHaveLength(1);
  const replies = await allEnded([1, 2].map(() => report(it.asih.token, it.now.id)));
  expect(replies.map(({ status }) => status)).toEqual([303, 303]);
  expect(await db.attendance.findMany()).toMatchObject([{ name: "Asih", source: "LINK", confirmedAt: null }]);
  expect(await stateOf(it)).toEqual([["Asih", "PRESENT", "LINK", false]]);
  expect((await visit(it.asih.token, "?hadir")).body).toContain("menunggu petugas");
  await markSession(it.actor, { meetingId: it.meetingId, sessionId: it.now.id }, [
    { attendeeId: it.asih.id, status: "PRESENT" },
  ]);
  expect(await db.attendance.count({ where: { confirmedAt: null } })).toBe(0);
  expect((await visit(it.asih.token)).body).toContain("Tercatat hadir di 1 dari 3 sesi.");
});

test("before and after its hours, by a wrong link and after an officer's mark nothing changes", async () => {
  const it = await runningTraining();
  for (const { id } of [it.over, it.later]) expect((await report(it.asih.token, id)).status).toBe(409);
  expect((await report(it.asih.token, "x")).status).toBe(409);
  expect(await reportThroughOwnLink(hashToken("x"), it.now.id)).toMatchObject({ ok: false });
  const other = await runningTraining();
  expect((await report(it.asih.token, other.now.id)).status).toBe(409);
  expect(await db.attendance.count()).toBe(0);
  await markSession(it.actor, { meetingId: it.meetingId, sessionId: it.now.id }, [
    { attendeeId: it.asih.id, status: "ABSENT" },
  ]);
  await report(it.asih.token, it.now.id);
  expect(await stateOf(it)).toEqual([["Asih", "ABSENT", "OFFICER", true]]);
  await db.meeting.update({ where: { id: it.meetingId }, data: { status: "CLOSED", closedAt: new Date() } });
  expect((await report(it.asih.token, it.now.id)).status).toBe(409);
});

test("the code on the projector notes the session that runs, also for who is on the meeting's roll already", async () => {
  const it = await runningTraining();
  const dina = await makeTrainingParticipant({ meetingId: it.meetingId, name: "Dina", attended: [it.over] });
  const { code } = await showCode(it.actor, it.meetingId, new Date());
  const page = await answerCheckIn({ method: "GET", path: `/h/${code}`, headers: {}, address, body: "" });
  expect(page.body).toContain("Sesi sekarang: <b>Materi 2</b>");
  expect(page.body).toContain(dina.id);
  const asDina = () => checkIn(it.meetingId, { kind: "invitee", invitationId: dina.id });
  expect([await asDina(), await asDina()]).toEqual(["made", "already"]);
  const guest = { kind: "guest", id: randomUUID(), name: "Eka", title: "Bidan", institution: "Pustu" } as const;
  expect(await checkIn(it.meetingId, guest)).toBe("made");
  expect(await stateOf(it)).toEqual([
    ["Asih", null, null, null],
    ["Dina", "PRESENT", "CODE", false],
    ["Eka", "PRESENT", "CODE", false],
  ]);
  expect(await findCodePicture(it.actor, it.meetingId)).toMatchObject({ session: "Materi 2", present: 0 });
});

test("participants who are called alike are told apart by name on the page of the code", async () => {
  const it = await runningTraining();
  await db.invitation.update({ where: { id: it.asih.id }, data: { institution: "Puskesmas Uji" } });
  const codePage = async () => {
    const { code } = await showCode(it.actor, it.meetingId, new Date());
    return (await answerCheckIn({ method: "GET", path: `/h/${code}`, headers: {}, address, body: "" })).body;
  };
  expect(await codePage()).not.toContain("Asih");
  const dina = await makeTrainingParticipant({ meetingId: it.meetingId, name: "Dina" });
  await db.invitation.update({ where: { id: dina.id }, data: { institution: "Puskesmas Uji" } });
  expect(await codePage()).toContain("Perawat (Asih), Puskesmas Uji");
});
