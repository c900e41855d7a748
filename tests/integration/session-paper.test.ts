import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { definePaper } from "@/lib/papers/definition";
import { sessionAttendance } from "@/lib/papers/session-attendance";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { paperText, plainSettings } from "@/tests/factories/papers";
import { makeTraining, makeTrainingParticipant } from "@/tests/factories/trainings";
import { makeActor } from "@/tests/factories/users";

test("the list of each session says who was there, and is blank for signatures where nobody noted it", async () => {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("CLOSED", { host, kind: "KALAKARYA", endsAt: null });
  const meetingId = meeting.id;
  const sessions = await makeTraining(meeting, { sessions: Array.from({ length: 6 }, () => ({})) });
  const paper = definePaper(sessionAttendance);
  const textOf = async (options = {}) => {
    const opened = await paper.open(actor, meetingId, options);
    if (!opened) throw new Error("The host reads its own paper");
    return { text: paperText(opened.compose(plainSettings(paper))), missing: opened.missing() };
  };
  expect((await textOf()).missing).toEqual(["Belum ada yang diundang: pilih di bagian Undangan."]);
  await makeTrainingParticipant({ meetingId, name: "Asih" });
  expect((await textOf()).text).not.toContain("Hadir |");
  const budi = await makeTrainingParticipant({ meetingId, name: "Budi", attended: sessions.slice(0, 2) });
  const [first] = sessions;
  const { id } = await db.attendance.findUniqueOrThrow({ where: { invitationId: budi.id } });
  await db.sessionPresence.updateMany({
    where: { attendanceId: id, sessionId: { not: first?.id ?? "" } },
    data: { status: "ABSENT" },
  });
  const { text, missing } = await textOf();
  expect(missing).toEqual([]);
  expect(text).toContain("1 | Asih");
  expect(text).toMatch(/2 \| Budi \| .* \| Hadir \| Tidak hadir \|/);
  expect(text).toMatch(/Jumlah hadir \| +\| 1 \| 0/);
  expect(text).toContain("Sesi 6");
  const blank = await textOf({ kosong: "1" });
  expect(blank.text).toContain("2 | Budi");
  expect(blank.text).not.toContain("Tidak hadir");
});
