import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { listCompletions } from "@/lib/trainings/completions";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeTraining, makeTrainingParticipant } from "@/tests/factories/trainings";
import { makeActor } from "@/tests/factories/users";

test("each participant's state is told with the reason, a delegate as the one who came", async () => {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("IN_PROGRESS", { host, kind: "KALAKARYA" });
  const meetingId = meeting.id;
  const [first, second] = await makeTraining(meeting, { requiredAttendance: 60, requiredScore: 70 });
  if (!first || !second) throw new Error("Two sessions are made");
  const full = await makeTrainingParticipant({ meetingId, name: "Asih", attended: [first, second] });
  const delegated = await makeTrainingParticipant({ meetingId, name: "Budi", attended: [first, second] });
  const half = await makeTrainingParticipant({ meetingId, name: "Cahya", attended: [first] });
  const byCode = await makeTrainingParticipant({ meetingId, name: "Dewi", attended: [first, second] });
  await db.attendance.update({
    where: { invitationId: delegated.id },
    data: { status: "REPRESENTED", name: "Eko", title: "Bidan" },
  });
  await db.sessionPresence.update({
    where: { sessionId_attendanceId: { sessionId: second.id, attendanceId: byCode.id } },
    data: { confirmedAt: null, source: "CODE" },
  });
  const scores = new Map([full, delegated, half].map(({ id }) => [id, 80]));

  const rows = await listCompletions(actor, meetingId, scores);

  expect(
    rows.map(({ name, isDelegate, isMet, unconfirmed, lacking }) => [name, isDelegate, isMet, unconfirmed, lacking]),
  ).toEqual([
    ["Asih", false, true, 0, []],
    ["Eko", true, true, 0, []],
    ["Cahya", false, false, 0, ["Mengikuti 2 dari 4 JPL (50 %), paling sedikit 60 %"]],
    ["Dewi", false, false, 1, ["Mengikuti 2 dari 4 JPL (50 %), paling sedikit 60 %", "Belum ada nilai tes akhir"]],
  ]);
  const stranger = await makeActor("PUSKESMAS_ADMIN", { organisationId: (await makePuskesmas()).id });
  expect(await listCompletions(stranger, meetingId, scores)).toEqual([]);
});
