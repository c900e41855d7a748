// Certificates of a training: who gets one, what is printed, who withdraws it, and what a stranger learns by its code.
import { beforeAll, expect, test } from "vitest";
import { answerCheck } from "@/app/periksa/[[...kode]]/check";
import { answerInvitee } from "@/app/u/[token]/invitee";
import { issueCertificates } from "@/lib/certificates/issue";
import { findIssuing } from "@/lib/certificates/issuing";
import { findCertificate, listCertificates } from "@/lib/certificates/reads";
import { issueSchema } from "@/lib/certificates/schema";
import { withdrawCertificate } from "@/lib/certificates/withdraw";
import { db } from "@/lib/db";
import { shownCheckCode } from "@/lib/papers/check-code";
import { issuePaper } from "@/lib/papers/issue";
import { preparePaper } from "@/lib/papers/prepare";
import { typeScores } from "@/lib/training-tests/result-writes";
import { scoresSchema } from "@/lib/training-tests/schema";
import { runJobs } from "@/tests/factories/jobs";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeTraining, makeTrainingParticipant } from "@/tests/factories/trainings";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";
import { expectSoundPdf, factsOf, pagesOf, solid } from "@/tests/setup/pdf";
import { ensurePrograms, installLimit } from "@/tests/setup/programs";

beforeAll(() => ensurePrograms("pdfinfo", "pdffonts", "pdftotext", "qpdf"), installLimit);

const typed = {
  day: "2025-11-20",
  place: "Senduro",
  pattern: "800/{nomor:3}/SERT/{tahun}",
  skpValue: "",
  signatorySeat: "Kepala Puskesmas Senduro",
  signatoryName: "dr. Wira Contoh",
};
const input = (changes: Record<string, string> = {}) => issueSchema.parse({ ...typed, ...changes });

async function training(names: readonly string[] = ["Bd. Suminar Lestari", "Ns. Damar Wicaksana"]) {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const meeting = await makeMeeting("CLOSED", {
    host: actor.organisation,
    kind: "KALAKARYA",
    title: "Kalakarya Kegawatdaruratan",
    startsAt: new Date("2025-11-20T01:00:00Z"),
  });
  const sessions = await makeTraining(meeting, {
    sessions: [
      { topic: "Resusitasi jantung paru", lessons: "2.5" },
      { topic: "Simulasi kasus", form: "SIMULATION" },
    ],
  });
  const people = [];
  for (const name of names)
    people.push(await makeTrainingParticipant({ meetingId: meeting.id, name, attended: sessions }));
  return { actor, meeting, sessions, people };
}

test("everybody who meets the rule gets one in one step, and it is said who does not and why", async () => {
  const { actor, meeting, sessions } = await training();
  await makeTrainingParticipant({ meetingId: meeting.id, name: "Laras Setengah", attended: sessions.slice(0, 1) });
  await makeTrainingParticipant({ meetingId: meeting.id, name: "[Nama Peserta]", attended: sessions });
  const { candidates = [] } = (await findIssuing(actor, meeting.id)) ?? {};
  expect(Object.fromEntries(candidates.map(({ name, lacking }) => [name, lacking]))).toEqual({
    "Bd. Suminar Lestari": [],
    "Ns. Damar Wicaksana": [],
    "Laras Setengah": ["Mengikuti 2,5 dari 4,5 JPL (55,5 %), paling sedikit 80 %"],
    "[Nama Peserta]": ["“[Nama Peserta]” belum diisi: lengkapi di Undangan"],
  });
  expect(await issueCertificates(actor, meeting.id, input())).toEqual({ ok: true, count: 2 });
  const issued = await listCertificates(actor, meeting.id);
  expect(issued.map(({ number, name }) => [number, name])).toEqual([
    ["800/001/SERT/2025", "Bd. Suminar Lestari"],
    ["800/002/SERT/2025", "Ns. Damar Wicaksana"],
  ]);
  expect(await issueCertificates(actor, meeting.id, input())).toMatchObject({ ok: false, reason: /sudah mendapat/ });
});

test("a rule of the post-test counts: who is below it or has none is told so", async () => {
  const { actor, meeting, people } = await training(["Bd. Suminar Lestari", "Laras Rendah", "Tanpa Tes"]);
  await db.training.update({ where: { meetingId: meeting.id }, data: { requiredScore: 70 } });
  const rows = people.slice(0, 2).map(({ id }, index) => ({ invitationId: id, POST: ["70", "69,5"][index], PRE: "" }));
  expect(await typeScores(actor, meeting.id, scoresSchema.parse({ rows }))).toEqual({ ok: true });
  const { candidates = [] } = (await findIssuing(actor, meeting.id)) ?? {};
  expect(Object.fromEntries(candidates.map(({ name, lacking }) => [name, lacking]))).toEqual({
    "Bd. Suminar Lestari": [],
    "Laras Rendah": ["Nilai tes akhir 69,5, paling sedikit 70"],
    "Tanpa Tes": ["Belum ada nilai tes akhir"],
  });
  expect(await issueCertificates(actor, meeting.id, input())).toEqual({ ok: true, count: 1 });
});

test("issued by two at once, each participant has one and no number is given twice", async () => {
  const { actor, meeting } = await training(Array.from({ length: 12 }, (_, index) => `Peserta ${index + 1}`));
  const outcomes = await allEnded([1, 2, 3].map(() => issueCertificates(actor, meeting.id, input())));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const rows = await db.certificate.findMany();
  expect(new Set(rows.map(({ invitationId }) => invitationId)).size).toBe(12);
  expect(new Set(rows.map(({ number }) => number)).size).toBe(12);
  const [first] = rows;
  if (!first) throw new Error("None was issued");
  const { topics, ...again } = first;
  await expect(
    db.certificate.create({
      data: { ...again, topics: [], id: crypto.randomUUID(), code: "AAAAAAAA", number: "x", numberKey: "x" },
    }),
  ).rejects.toThrow(/Unique constraint/);
});

test("a number that another training of the office has is passed over", async () => {
  const { actor, meeting } = await training();
  await issueCertificates(actor, meeting.id, input());
  await db.letterCounter.updateMany({ data: { last: 0 } });
  const next = await makeMeeting("CLOSED", { host: actor.organisation, kind: "KALAKARYA" });
  const sessions = await makeTraining(next);
  await makeTrainingParticipant({ meetingId: next.id, attended: sessions });
  expect(await issueCertificates(actor, next.id, input())).toMatchObject({ ok: true });
  expect((await listCertificates(actor, next.id)).map(({ number }) => number)).toEqual(["800/003/SERT/2025"]);
});

test.each([
  ["a value without its number", { skpValue: "2" }],
  ["a number without its value", { skpNumber: "IDI/1" }],
])("SKP is taken only as typed with its number: %s", async (_, changes) => {
  expect(issueSchema.safeParse({ ...typed, ...changes }).error?.issues[0]?.message).toMatch(/SKP tanpa nomor/);
  const { actor, meeting } = await training();
  await issueCertificates(actor, meeting.id, input());
  const row = await db.certificate.findFirstOrThrow({ where: { meetingId: meeting.id } });
  await expect(db.certificate.update({ where: { id: row.id }, data: { skpValue: 2 } })).rejects.toThrow(
    /Certificate_skp/,
  );
});

test("words nobody filled in keep a certificate from being issued", async () => {
  const { actor, meeting } = await training();
  const outcome = await issueCertificates(actor, meeting.id, input({ signatoryName: "[Nama Kepala Puskesmas]" }));
  expect(outcome).toMatchObject({ ok: false, reason: /\[Nama Kepala Puskesmas\].* belum diisi/ });
  await db.trainingSession.updateMany({ data: { lessons: 0 } });
  expect(await issueCertificates(actor, meeting.id, input())).toMatchObject({ ok: false, reason: /JPL .*belum diisi/ });
  expect(await db.certificate.count()).toBe(0);
});

test("the PDF says what was issued, one by one and all in one, each sheet with its own code", {
  timeout: 120_000,
}, async () => {
  const { actor, meeting } = await training();
  await issueCertificates(
    actor,
    meeting.id,
    input({ skpValue: "1,5", skpNumber: "IBI/77/2025", expiresOn: "2027-11-19" }),
  );
  const [one, other] = await db.certificate.findMany({ orderBy: { numberKey: "asc" } });
  if (!one || !other) throw new Error("Two were to be issued");
  await runJobs();
  expect(await db.issuedPaper.count({ where: { kind: "certificate", file: { isNot: null } } })).toBe(2);
  const single = await issuePaper(actor, "sertifikat", one.id, {});
  if (!single.ok) throw new Error(single.reason);
  const pdf = Buffer.from(single.file.bytes);
  await expectSoundPdf(pdf);
  expect(await factsOf(pdf)).toMatchObject({ Pages: "2" });
  const [front = "", back = ""] = (await pagesOf(pdf)).map(solid);
  for (const words of [
    "Nomor: 800/001/SERT/2025",
    "Bd. Suminar Lestari",
    "Kalakarya Kegawatdaruratan",
    "pada Kamis, 20 November 2025 di Aula kecamatan, sebanyak 4,5 jam pelajaran (JPL)",
    "Satuan Kredit Profesi (SKP): 1,5, nomor IBI/77/2025",
    "Berlaku sampai 19 November 2027",
    "Senduro, 20 November 2025",
    "dr. Wira Contoh",
    shownCheckCode(one.code),
  ])
    expect(front).toContain(solid(words));
  for (const words of ["Resusitasi jantung paru", "Teori", "2,5", "Simulasi", "Jumlah"])
    expect(back).toContain(solid(words));
  const all = await issuePaper(actor, "sertifikat-semua", meeting.id, {});
  if (!all.ok) throw new Error(all.reason);
  const pages = (await pagesOf(Buffer.from(all.file.bytes))).map(solid);
  expect(pages).toHaveLength(4);
  expect(pages[0]).toContain(solid(shownCheckCode(one.code)));
  expect(pages[2]).toContain(solid("Ns. Damar Wicaksana"));
  expect(pages[2]).toContain(solid(shownCheckCode(other.code)));
});

test("without SKP nothing is said of it, and the names stay as issued", async () => {
  const { actor, meeting, people } = await training(["Bd. Suminar Lestari"]);
  await issueCertificates(actor, meeting.id, input());
  await db.invitation.updateMany({ where: { id: people[0]?.id ?? "" }, data: { holderName: "Nama Lain" } });
  await db.meeting.update({ where: { id: meeting.id }, data: { title: "Judul lain" } });
  const { id } = await db.certificate.findFirstOrThrow();
  const text = JSON.stringify((await preparePaper(actor, "sertifikat", id, {}))?.paper);
  expect(text).toContain("Bd. Suminar Lestari");
  expect(text).toContain("Kalakarya Kegawatdaruratan");
  expect(text).not.toMatch(/SKP|Nama Lain|Judul lain/);
});

test("the participant's own link shows his certificate and hands it out, until it is withdrawn", async () => {
  const { actor, meeting, people } = await training(["Bd. Suminar Lestari", "Ns. Damar Wicaksana"]);
  const [own] = people;
  const ask = (rest = "", token = own?.token) =>
    answerInvitee({ method: "GET", path: `/u/${token}${rest}`, address: "127.0.0.8", headers: {}, body: "" });
  expect((await ask()).body).not.toContain("Sertifikat");
  expect((await ask("/sertifikat")).status).toBe(404);
  await issueCertificates(actor, meeting.id, input());
  expect((await ask()).body).toContain("PDF-nya sedang dibuat");
  await runJobs();
  expect((await ask()).body).toContain(`/u/${own?.token}/sertifikat`);
  const { status, headers, file } = await ask("/sertifikat");
  expect([status, headers["Content-Type"]]).toEqual([200, "application/pdf"]);
  const text = (await pagesOf(Buffer.from(file ?? []))).join("\n");
  expect(text).toContain("Bd. Suminar Lestari");
  expect(text).not.toContain("Ns. Damar Wicaksana");
  const { id } = await db.certificate.findFirstOrThrow({ where: { name: "Bd. Suminar Lestari" } });
  await withdrawCertificate(actor, id, "Salah tulis gelar");
  expect((await ask()).body).toMatch(/ditarik.*Salah tulis gelar/);
  expect((await ask("/sertifikat")).status).toBe(404);
});

const checkedAt = async (code: string) => {
  const request = { method: "GET", path: `/periksa/${code}`, address: "127.0.0.9", headers: {}, body: "" };
  return answerCheck(request);
};

test("a stranger reads at its code that it is in force, or withdrawn and why; then another can be issued", async () => {
  const { actor, meeting } = await training(["Bd. Suminar Lestari"]);
  await issueCertificates(actor, meeting.id, input());
  const { id, code } = await db.certificate.findFirstOrThrow();
  const before = await checkedAt(code);
  expect(before.status).toBe(200);
  expect(before.body).toContain("Bd. Suminar Lestari");
  expect(before.body).toContain("tercatat dan tidak ditarik");
  expect(await withdrawCertificate(actor, id, "Salah tulis gelar")).toEqual({ ok: true });
  expect(await withdrawCertificate(actor, id, "Sekali lagi")).toMatchObject({ ok: false });
  const after = await checkedAt(shownCheckCode(code).toLowerCase());
  expect(after.body).toContain("sudah ditarik dan tidak berlaku lagi");
  expect(after.body).toContain("Salah tulis gelar");
  expect((await preparePaper(actor, "sertifikat", id, {}))?.blocked).toEqual([
    "Sertifikat ini sudah ditarik: Salah tulis gelar",
  ]);
  expect(await issueCertificates(actor, meeting.id, input())).toEqual({ ok: true, count: 1 });
  expect((await findCertificate(actor, id))?.withdrawReason).toBe("Salah tulis gelar");
  expect((await listCertificates(actor, meeting.id)).map(({ number }) => number)).toEqual([
    "800/001/SERT/2025",
    "800/002/SERT/2025",
  ]);
});
