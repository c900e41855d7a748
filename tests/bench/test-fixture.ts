// A training that runs, with 300 participants and a post-test of 20 questions open to them.
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { db, pool } from "@/lib/db";
import { loadAreas } from "@/lib/organisations/areas";
import type { QuestionKind } from "@/prisma/generated/enums";
import { invitationRow } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeTraining } from "@/tests/factories/trainings";
import { makeUser } from "@/tests/factories/users";

export type TestFixture = { tokens: string[]; testId: string };

const participants = 300;
const kinds: QuestionKind[] = ["SINGLE", "MULTIPLE", "TRUE_FALSE", "SINGLE"];
const words =
  "Seorang laki-laki 54 tahun ditemukan tidak sadar di ruang tunggu puskesmas. Tindakan yang pertama dilakukan";

function questionAt(index: number) {
  const kind = kinds[index % kinds.length] ?? "SINGLE";
  const options =
    kind === "TRUE_FALSE"
      ? ["Benar", "Salah"]
      : ["Memastikan keamanan penolong dan penderita", "Memberi napas bantuan", "Memasang infus", "Menunggu dokter"];
  const asked = { id: randomUUID(), position: index + 1, kind, text: `${words} (${index + 1})`, points: 1 };
  return { ...asked, options, correct: kind === "MULTIPLE" ? [0, 1] : [0], accepted: [] };
}

await loadAreas();
const host = await makePuskesmas();
await makeUser("PUSKESMAS_ADMIN", { organisationId: host.id });
const meeting = await makeMeeting("IN_PROGRESS", { host, kind: "KALAKARYA" });
await makeTraining(meeting);
const invited = Array.from({ length: participants }, (_, index) =>
  invitationRow({ meetingId: meeting.id, holderName: `Peserta ${index + 1}` }),
);
await db.invitation.createMany({ data: invited.map(({ row }) => row) });
await db.trainingParticipant.createMany({
  data: invited.map(({ row }) => ({ invitationId: row.id, meetingId: meeting.id, profession: "NURSE" })),
});
const testId = randomUUID();
await db.trainingTest.create({
  data: {
    ...{ id: testId, meetingId: meeting.id, kind: "POST", publishedAt: new Date() },
    questions: { create: Array.from({ length: 20 }, (_, index) => questionAt(index)) },
  },
});
const fixture: TestFixture = { tokens: invited.map(({ token }) => token), testId };
writeFileSync(process.argv[2] ?? "", JSON.stringify(fixture));
await db.$disconnect();
await pool.end();
