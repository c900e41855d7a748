import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { findDocument } from "@/lib/documents/reads";
import { confirmImport } from "@/lib/imports/confirm";
import { questionImport } from "@/lib/question-bank/import";
import { listQuestions } from "@/lib/question-bank/reads";
import { questionSchema } from "@/lib/question-bank/schema";
import { archiveQuestion, saveQuestion } from "@/lib/question-bank/writes";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeQuestion } from "@/tests/factories/questions";
import { makeActor } from "@/tests/factories/users";

const typed = { topic: "RJP", kind: "SINGLE", text: "Berapa?", options: "15 : 2\n30 : 2", key: "B", points: "2" };

async function office() {
  const { id } = await makePuskesmas();
  return makeActor("PUSKESMAS_STAFF", { organisationId: id });
}

const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
    .png()
    .toBuffer();

test("a question is kept once however often its form is sent, with its picture, and an older edit is refused", async () => {
  const actor = await office();
  const id = randomUUID();
  const image = { id: randomUUID(), name: "dada.png", bytes: await picture() };
  for (let time = 0; time < 2; time++)
    expect(await saveQuestion(actor, questionSchema.parse({ ...typed, id }), image)).toEqual({ ok: true });
  const [kept] = (await listQuestions(actor, {})).questions;
  expect(kept).toMatchObject({ id, options: ["15 : 2", "30 : 2"], correct: [1], points: 2, pictureId: image.id });
  expect(await findDocument(actor, image.id)).not.toBeNull();
  expect(await findDocument(await office(), image.id)).toBeNull();
  const edit = questionSchema.parse({ ...typed, id, text: "Berapa kompresi?", version: "0" });
  expect(await saveQuestion(actor, edit)).toEqual({ ok: true });
  expect(await saveQuestion(actor, edit)).toMatchObject({ ok: false, reason: expect.stringContaining("orang lain") });
  expect(await saveQuestion(actor, { ...edit, version: 1 }, "remove")).toEqual({ ok: true });
  expect((await listQuestions(actor, {})).questions[0]).toMatchObject({ pictureId: null, text: "Berapa kompresi?" });
  const text = { id: randomUUID(), name: "kunci.pdf", bytes: Buffer.from("%PDF-1.4") };
  expect(await saveQuestion(actor, { ...edit, version: 2 }, text)).toMatchObject({ ok: false, field: "picture" });
});

test("what is archived is found in the archive alone", async () => {
  const actor = await office();
  const { id } = await makeQuestion({ organisationId: actor.organisation.id });
  expect(await archiveQuestion(actor, id, true)).toEqual({ ok: true });
  expect((await listQuestions(actor, {})).questions).toEqual([]);
  expect((await listQuestions(actor, { archived: true })).total).toBe(1);
  expect(await archiveQuestion(actor, id, false)).toEqual({ ok: true });
  expect((await listQuestions(actor, {})).total).toBe(1);
});

test("an import keeps every kind, names what is wrong by its row, and twice the same adds nothing", async () => {
  const actor = await office();
  await makeQuestion({
    organisationId: actor.organisation.id,
    text: "Soal lama",
    options: ["Ya", "Tidak"],
    correct: [0],
  });
  const csv = `Topik;Jenis;Soal;A;B;C;Kunci;Bobot
RJP;Pilihan ganda;Perbandingan kompresi;15:2;30:2;5:1;B;
RJP;Pilihan jamak;Yang termasuk BHD;Airway;Breathing;Makan;A,B;2
RJP;Benar atau salah;Kompresi 5 cm;;;;Benar;
RJP;Urutan;Rantai keselamatan;Kenali;Hubungi 119;RJP;;
RJP;Isian singkat;Nomor darurat;;;;119;
RJP;;Soal lama;Ya;Tidak;;B;
RJP;;Tanpa kunci;Ya;Tidak;;;
RJP;Esai;Jelaskan;;;;x;
RJP;;perbandingan kompresi;15:2;30:2;;A;
RJP;;Bobot aneh;Ya;Tidak;;A;101
`;
  const upload = async () => {
    const id = randomUUID();
    await questionImport.draft(actor, { id, name: "soal.csv", bytes: Buffer.from(csv) });
    const found = await questionImport.find(actor, id);
    if (!found || found.confirmedAt) throw new Error("no preview");
    return { id, preview: found.preview, shown: found.plan.fingerprint };
  };
  const { id, preview, shown } = await upload();
  expect(preview.figures.map(({ count }) => count)).toEqual([5, 1, 4]);
  expect(preview.lists[0]?.rows.map(({ row }) => row)).toEqual([8, 9, 10, 11]);
  expect(await confirmImport(actor, questionImport, { id, shown })).toEqual({ ok: true });
  const bank = await db.bankQuestion.findMany({ orderBy: { createdAt: "asc" } });
  expect(bank.map(({ kind }) => kind).sort()).toEqual([
    "MULTIPLE",
    "ORDER",
    "SHORT_TEXT",
    "SINGLE",
    "SINGLE",
    "TRUE_FALSE",
  ]);
  expect(bank.find(({ text }) => text === "Soal lama")?.correct).toEqual([1]);
  expect((await upload()).preview.figures.map(({ count }) => count)).toEqual([0, 0, 4]);
});
