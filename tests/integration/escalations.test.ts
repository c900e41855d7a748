import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { findDocument } from "@/lib/documents/reads";
import { removeDocument } from "@/lib/documents/writes";
import { answerEscalation } from "@/lib/escalations/answers";
import { countWaitingEscalations, findEscalation, listEscalations, listItemEscalations } from "@/lib/escalations/reads";
import { escalationAnswerSchema, escalationFilterSchema, escalationSchema } from "@/lib/escalations/schema";
import { raiseEscalation, withdrawEscalation } from "@/lib/escalations/writes";
import { listFollowUpTasks } from "@/lib/follow-up/tasks";
import { addDays, dayOf } from "@/lib/time";
import type { ActionItem, Meeting, Organisation } from "@/prisma/generated/client";
import { allEnded } from "@/tests/setup/all-ended";
import { makeActionItem, makeProgressReport } from "../factories/action-items";
import { makeEscalation } from "../factories/escalations";
import { program, smallPdf } from "../factories/files";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

let kabupaten: Organisation;
let puskesmas: Organisation;
let staff: Actor;
let dinkes: Actor;
let meeting: Meeting;
let item: ActionItem;

beforeEach(async () => {
  kabupaten = await makeKabupaten({ parentId: (await makeProvinsi()).id, name: "Dinas Kesehatan Uji" });
  puskesmas = await makePuskesmas({ parentId: kabupaten.id });
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id, name: "Ratna Uji" });
  dinkes = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id, name: "Bagas Uji" });
  meeting = await makeMeeting("CLOSED", { host: puskesmas });
  item = await makeActionItem({ meetingId: meeting.id });
});

const raise = (changes: Record<string, unknown> = {}) =>
  raiseEscalation(
    staff,
    meeting.id,
    item.id,
    escalationSchema.parse({ id: randomUUID(), reason: "Perlu anggaran kabupaten", ...changes }),
  );

const today = () => dayOf(new Date(), "Asia/Jakarta");

const answerForm = (changes: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  fileId: randomUUID(),
  outcome: "ACTED_ON",
  text: "Dianggarkan pada perubahan APBD",
  letterNumber: "440/812/2026",
  letterDate: today(),
  ...changes,
});

const answer = (
  id: string,
  changes: Record<string, unknown> = {},
  upload: Parameters<typeof answerEscalation>[3] = null,
) => answerEscalation(dinkes, id, escalationAnswerSchema.parse(answerForm(changes)), upload);

const open = () => db.escalation.findMany({ where: { itemId: item.id, closedAt: null } });
const list = async (actor: Actor, status = "terbuka") =>
  (await listEscalations(actor, escalationFilterSchema.parse({ status }), new Date())).escalations;

test("a row is handed to the own Dinkes kabupaten, once at a time, and both sides read of it", async () => {
  expect(await raise()).toEqual({ ok: true });
  const [first] = await open();
  expect(first).toMatchObject({ dinkesId: kabupaten.id, raiser: "Ratna Uji" });
  expect(await raise()).toMatchObject({
    ok: false,
    reason: expect.stringContaining("sudah dieskalasi oleh Ratna Uji"),
  });
  expect(await raise({ id: first?.id })).toEqual({ ok: true });
  expect(await db.event.findMany()).toMatchObject([
    { organisationId: puskesmas.id, meetingId: meeting.id, action: "escalation.raised" },
  ]);
  expect(await list(dinkes)).toMatchObject([{ state: "WAITING", age: 0, puskesmas: [puskesmas.name] }]);
  expect(await listFollowUpTasks(dinkes, new Date())).toMatchObject([{ title: "Jawab eskalasi (1)" }]);
});

test("of many at once one escalation comes about, and the index refuses a second whatever the code does", async () => {
  const outcomes = await allEnded(Array.from({ length: 5 }, () => raise()));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await open()).toHaveLength(1);
  await expect(makeEscalation({ itemId: item.id, dinkesId: kabupaten.id })).rejects.toThrow();
});

test("a finished row and a puskesmas without a Dinkes kabupaten hand over nothing", async () => {
  await db.actionItem.update({ where: { id: item.id }, data: { status: "DONE" } });
  expect(await raise()).toMatchObject({ ok: false });
  await db.actionItem.update({ where: { id: item.id }, data: { status: "IN_PROGRESS" } });
  await db.organisation.update({ where: { id: puskesmas.id }, data: { parentId: null } });
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id });
  expect(await raise()).toMatchObject({ ok: false, reason: expect.stringContaining("Dinas Kesehatan kabupaten") });
  expect(escalationSchema.safeParse({ id: randomUUID(), reason: " " }).success).toBe(false);
});

test.each([
  [{ letterNumber: "" }, ["letterNumber"]],
  [{ letterDate: "" }, ["letterDate"]],
  [{ letterNumber: "", letterDate: "", text: "" }, ["letterNumber", "letterDate", "text"]],
  [{ outcome: "RETURNED", text: "" }, ["text"]],
  [{ outcome: "LAIN" }, ["outcome"]],
])("an answer of %o asks for %o", (changes, fields) => {
  const parsed = escalationAnswerSchema.safeParse(answerForm(changes));
  expect(parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."))).toEqual(fields);
});

test("an escalation whose row is over asks nobody for an answer, and says so as long as it is open", async () => {
  const { id } = await makeEscalation({ itemId: item.id, dinkesId: kabupaten.id });
  expect(await countWaitingEscalations(dinkes, new Date())).toEqual({ waiting: 1, overdue: 0 });
  await makeProgressReport({ itemId: item.id, status: "DONE", percent: 100 });
  expect(await countWaitingEscalations(dinkes, new Date())).toEqual({ waiting: 0, overdue: 0 });
  expect(await list(dinkes, "menunggu")).toEqual([]);
  expect(await list(dinkes)).toMatchObject([{ state: "WAITING", item: { status: "DONE" } }]);
  expect(await withdrawEscalation(staff, id)).toEqual({ ok: true });
  expect(await list(dinkes)).toEqual([]);
});

test("taken note of it stays open; followed up by letter it ends, and the letter is the puskesmas's to read", async () => {
  const { id } = await makeEscalation({ itemId: item.id, dinkesId: kabupaten.id });
  expect(await answer(id, { outcome: "RECEIVED", text: "", letterNumber: "", letterDate: "" })).toEqual({ ok: true });
  expect(await list(dinkes)).toMatchObject([{ state: "TAKEN" }]);
  expect(await list(dinkes, "menunggu")).toEqual([]);
  const fileId = randomUUID();
  const letter = { name: "surat.pdf", bytes: smallPdf };
  expect(await answer(id, { fileId, dueOn: addDays(today(), 30), contact: "Seksi Kesling" }, letter)).toEqual({
    ok: true,
  });
  expect(await open()).toEqual([]);
  const found = await findEscalation(staff, id, new Date());
  expect(found).toMatchObject({
    state: "FOLLOWED_UP",
    answers: [
      { outcome: "RECEIVED", letterNumber: null },
      {
        letterNumber: "440/812/2026",
        letterDate: today(),
        dueOn: addDays(today(), 30),
        answerer: "Bagas Uji",
        letters: [{ id: fileId, name: "surat.pdf", mimeType: "application/pdf" }],
      },
    ],
  });
  expect(await findDocument(staff, fileId)).not.toBeNull();
  // The puskesmas reads the letter and cannot take it away.
  await removeDocument(staff, meeting.id, "ATTENDANCE_SCAN", fileId);
  expect(await listFollowUpTasks(staff, new Date())).toMatchObject([
    {
      href: `/eskalasi/${id}`,
      title: `Jawaban Dinkes: ${item.activity}`,
      reason: "ditindaklanjuti, surat 440/812/2026",
    },
  ]);
  expect(await db.event.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
    organisationId: puskesmas.id,
    onBehalfOf: "Dinas Kesehatan Uji",
    action: "escalation.answered",
    data: { outcome: "ACTED_ON", letterNumber: "440/812/2026" },
  });
});

test("a file that is no letter keeps the answer from being written", async () => {
  const { id } = await makeEscalation({ itemId: item.id, dinkesId: kabupaten.id });
  expect(await answer(id, {}, { name: "surat.pdf", bytes: program })).toMatchObject({ ok: false, field: "file" });
  expect(await db.escalationAnswer.count()).toBe(0);
});

test.each([
  [{ letterDate: addDays(dayOf(new Date(), "Asia/Jakarta"), 1) }, "letterDate"],
  [{ letterDate: "2026-03-02", dueOn: "2026-03-01" }, "dueOn"],
])("days of %o are refused", async (changes, field) => {
  const { id } = await makeEscalation({ itemId: item.id, dinkesId: kabupaten.id });
  expect(await answer(id, changes)).toMatchObject({ ok: false, field });
});

test("one answer ends it: the same form twice is one, the second of two is told", async () => {
  const { id } = await makeEscalation({ itemId: item.id, dinkesId: kabupaten.id });
  const same = { id: randomUUID() };
  const twice = await allEnded([answer(id, same), answer(id, same)]);
  expect(twice).toEqual([{ ok: true }, { ok: true }]);
  expect(await answer(id)).toMatchObject({ ok: false });
  expect(await db.escalationAnswer.count()).toBe(1);
  const other = await makeEscalation({ itemId: item.id, dinkesId: kabupaten.id });
  const both = await allEnded([answer(other.id), answer(other.id, { outcome: "RETURNED" })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test("withdrawn while unanswered, not afterwards; sent back, it may be raised again", async () => {
  await raise();
  const [first] = await open();
  expect(await withdrawEscalation(staff, first?.id ?? "")).toEqual({ ok: true });
  expect(await withdrawEscalation(staff, first?.id ?? "")).toEqual({ ok: true });
  expect(await answer(first?.id ?? "")).toMatchObject({ ok: false });
  expect(await list(dinkes, "ditarik")).toMatchObject([{ id: first?.id, state: "WITHDRAWN" }]);

  await raise();
  const [second] = await open();
  await answer(second?.id ?? "", { outcome: "RECEIVED" });
  expect(await withdrawEscalation(staff, second?.id ?? "")).toMatchObject({ ok: false });
  await answer(second?.id ?? "", { outcome: "RETURNED", text: "Kewenangan desa" });
  expect(await raise()).toEqual({ ok: true });
  expect((await listItemEscalations(staff, item.id)).map(({ state }) => state)).toEqual([
    "WAITING",
    "SENT_BACK",
    "WITHDRAWN",
  ]);
  const ofOther = escalationFilterSchema.parse({ status: "semua", puskesmas: randomUUID() });
  expect((await listEscalations(dinkes, ofOther, new Date())).escalations).toEqual([]);
  expect(await list(dinkes, "semua")).toHaveLength(3);
});
