import { randomUUID } from "node:crypto";
import type { QuestionContent } from "@/lib/question-bank/rules";
import type { TestKind } from "@/prisma/generated/enums";
import { type DemoMeeting, record } from "./demo-meeting";
import type { Rows } from "./demo-rows";

type Asked = Omit<QuestionContent, "topic">;

const single = (text: string, options: string[], right: number): Asked => ({
  ...{ kind: "SINGLE", text, options, correct: [right], accepted: [], points: 1 },
});
const isTrue = (text: string, right: boolean): Asked => ({
  ...{ kind: "TRUE_FALSE", text, options: ["Benar", "Salah"], correct: [right ? 0 : 1], accepted: [], points: 1 },
});

export const emergencyQuestions: readonly Asked[] = [
  single(
    "Tindakan pertama saat menemukan orang tidak sadar",
    ["Memberi minum", "Memastikan lokasi aman", "Memindahkannya"],
    1,
  ),
  single("Perbandingan kompresi dan napas bantuan pada dewasa", ["15 : 2", "30 : 2", "5 : 1"], 1),
  single("Kecepatan kompresi dada per menit", ["60 sampai 80", "80 sampai 100", "100 sampai 120"], 2),
  isTrue("Kedalaman kompresi dada dewasa 5 sampai 6 cm", true),
  isTrue("Luka yang berdarah deras dibersihkan dulu sebelum ditekan", false),
  single("Lama memeriksa napas dan nadi paling banyak", ["10 detik", "30 detik", "1 menit"], 0),
  single("Nomor darurat medis nasional", ["110", "113", "119"], 2),
  isTrue("Penderita trauma leher dipindahkan secepatnya tanpa penyangga", false),
  single("Yang memimpin saat henti jantung di UGD", ["Ketua tim", "Siapa saja", "Keluarga"], 0),
  {
    ...{ kind: "ORDER", text: "Urutan rantai keselamatan", correct: [], accepted: [], points: 1 },
    options: ["Mengenali henti jantung dan meminta bantuan", "Kompresi dada", "Defibrilasi", "Perawatan lanjutan"],
  },
];

/** How many each had right before and after, in turn; the last was called away before the post-test. */
const rights = [
  { PRE: 5, POST: 8 },
  { PRE: 6, POST: 9 },
  { PRE: 4, POST: 8 },
  { PRE: 7, POST: 10 },
  { PRE: 3, POST: 7 },
  { PRE: 6, POST: 8 },
] as const;
const fallen = { index: 4, PRE: 8, POST: 6 } as const;

/** The same questions before and after, from the office's own bank, answered on the participants' links. */
export function addTests(rows: Rows, demo: DemoMeeting, topic: string, questions: readonly Asked[]): void {
  const { id: meetingId, hostId: organisationId, startsAt } = demo.meeting;
  const at = (minutes: number) => new Date(startsAt.getTime() + minutes * 60_000);
  const bank = questions.map((question, index) => ({
    ...question,
    ...{ id: randomUUID(), organisationId, topic, createdAt: new Date(startsAt.getTime() - 86_400_000 + index) },
  }));
  rows.bankQuestions.push(...bank);
  const people = rows.trainingParticipants.filter((one) => one.meetingId === meetingId).map((one) => one.invitationId);
  const hours: readonly [TestKind, number][] = [
    ["PRE", 0],
    ["POST", 330],
  ];
  for (const [kind, minutes] of hours) {
    const testId = randomUUID();
    const [publishedAt, closedAt] = [at(minutes), at(minutes + 25)];
    rows.trainingTests.push({ id: testId, meetingId, kind, publishedAt, closedAt, version: 3 });
    const asked = bank.map(({ organisationId: _office, topic: _topic, createdAt: _at, id, ...question }, index) => ({
      ...question,
      ...{ id: randomUUID(), testId, position: index + 1, bankQuestionId: id },
    }));
    rows.testQuestions.push(...asked);
    const present = kind === "POST" ? people.slice(0, -1) : people;
    for (const [index, invitationId] of present.entries()) {
      const { [kind]: right } = index === fallen.index ? fallen : (rights[index % rights.length] ?? rights[0]);
      const startedAt = at(minutes + 1);
      rows.testResults.push({ testId, invitationId, startedAt, handedInAt: at(minutes + 12 + (index % 9)) });
      rows.testAnswers.push(
        ...asked.map((question, place) => ({
          ...{ testId, invitationId, questionId: question.id, savedAt: at(minutes + 8) },
          chosen: chosenFor(question, (place * 7 + index * 3) % asked.length < right),
        })),
      );
    }
    const told = { title: demo.meeting.title ?? "", test: kind };
    record(rows, demo, publishedAt, { action: "test.published", data: { ...told, questions: asked.length } });
    record(rows, demo, closedAt, { action: "test.closed", data: told });
  }
}

function chosenFor({ kind, options, correct }: Asked, isRight: boolean): number[] {
  if (kind === "ORDER") return options.map((_, place) => (isRight ? place + 1 : options.length - place));
  const [right = 0] = correct;
  return [isRight ? right : (right + 1) % options.length];
}
