import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { answerInvitee } from "@/app/u/[token]/invitee";
import { db } from "@/lib/db";
import { storeDocument } from "@/lib/documents/writes";
import { moveMeeting } from "@/lib/meetings/writes";
import { smallPdf } from "@/tests/factories/files";
import { makeAnswer, makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeTraining, makeTrainingParticipant } from "@/tests/factories/trainings";
import { makeActor } from "@/tests/factories/users";

const get = (path: string) => answerInvitee({ method: "GET", path, headers: {}, address: randomUUID(), body: "" });

test("a participant sees the sessions, and loads the materials once he said that he comes", async () => {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const startsAt = new Date("2030-11-20T01:00:00Z");
  const meeting = await makeMeeting("SCHEDULED", { host, kind: "KALAKARYA", startsAt, agenda: ["Pembukaan"] });
  const [first] = await makeTraining(meeting, { sessions: [{ topic: "Protokol <baru>", room: "Aula" }] });
  await db.trainingSpeaker.create({
    data: { sessionId: first?.id ?? "", position: 1, name: "dr. Ani", title: "Instruktur", institution: "RSUD" },
  });
  const participant = await makeTrainingParticipant({ meetingId: meeting.id });
  const other = await makeInvitation({ meetingId: meeting.id });
  const id = randomUUID();
  const stored = await storeDocument(
    { actor, meetingId: meeting.id },
    { id, kind: "TRAINING_MATERIAL", name: "Modul BHD.pdf", bytes: smallPdf },
  );
  expect(stored).toEqual({ ok: true, id });

  const page = (await get(`/u/${participant.token}`)).body;
  expect(page).toContain('Protokol &lt;baru&gt;<br><span class="dim">08.00–09.30 WIB · Aula · dr. Ani</span>');
  expect(page).not.toContain("Pembukaan");
  expect(page).not.toContain("Modul BHD");
  const file = `/u/${participant.token}/materi/${id}`;
  expect((await get(file)).status).toBe(404);

  await makeAnswer({ invitationId: participant.id, choice: "PRESENT" });
  expect((await get(`/u/${participant.token}`)).body).toContain(`<a href="${file}">Modul BHD.pdf</a>`);
  const loaded = await get(file);
  expect(loaded).toMatchObject({ status: 200, headers: { "Content-Type": "application/pdf" } });
  expect(
    Buffer.from(loaded.file ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  expect((await get(`/u/${other.token}/materi/${id}`)).status).toBe(404);
  expect((await get(`/u/${participant.token}/materi/${randomUUID()}`)).status).toBe(404);

  await moveMeeting(actor, meeting.id, "cancel", "Hujan");
  expect((await get(file)).status).toBe(404);
});
