import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, findActor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { answerEscalation, enterInstitutionAnswer } from "@/lib/escalations/answers";
import { forwardEscalation, recallForward } from "@/lib/escalations/forwards";
import { listMeetingEscalations } from "@/lib/escalations/meeting";
import { findAnswerDays, setAnswerDays } from "@/lib/escalations/office";
import { countWaitingEscalations, findEscalation, listEscalations } from "@/lib/escalations/reads";
import {
  escalationAnswerSchema,
  escalationFilterSchema,
  forwardSchema,
  graceSchema,
  institutionAnswerSchema,
} from "@/lib/escalations/schema";
import { release, takeOver } from "@/lib/escalations/takeovers";
import { raiseEscalation, withdrawEscalation } from "@/lib/escalations/writes";
import { listFollowUpTasks } from "@/lib/follow-up/tasks";
import { findPaperKind } from "@/lib/papers/kinds";
import { addDays, dayOf, dayToDate } from "@/lib/time";
import type { Meeting, Organisation } from "@/prisma/generated/client";
import { allEnded } from "@/tests/setup/all-ended";
import { makeActionItem } from "../factories/action-items";
import { makeCluster } from "../factories/clusters";
import { makeEscalation, makeForward, makeTakeover } from "../factories/escalations";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "../factories/organisations";
import { paperText, plainSettings } from "../factories/papers";
import { makeActor } from "../factories/users";

let province: Organisation;
let kabupaten: Organisation;
let staff: Actor;
let admin: Actor;
let reviewer: Actor;
let above: Actor;
let meeting: Meeting;
let id: string;

const zone = "Asia/Jakarta";
const today = () => dayOf(new Date(), zone);
const dueDay = (count: number) => dayToDate(addDays(today(), count));
const days = (count: number) => new Date(Date.now() + count * 86_400_000);

beforeEach(async () => {
  province = await makeProvinsi({ name: "Dinas Kesehatan Provinsi Uji" });
  kabupaten = await makeKabupaten({ parentId: province.id, name: "Dinas Kesehatan Uji" });
  const puskesmas = await makePuskesmas({ parentId: kabupaten.id });
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id });
  admin = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id, name: "Sari Uji" });
  reviewer = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id, name: "Bagas Uji" });
  above = await makeActor("DINKES_REVIEWER", { organisationId: province.id, name: "Tuti Uji" });
  meeting = await makeMeeting("CLOSED", { host: puskesmas });
  id = (await makeEscalation({ itemId: (await newItem()).id, dinkesId: kabupaten.id })).id;
});

const newItem = () => makeActionItem({ meetingId: meeting.id });

const take = (actor: Actor, replaces: string | null = null, takeoverId = randomUUID()) =>
  takeOver(actor, id, { id: takeoverId, replaces });

const forward = (actor: Actor, changes: Record<string, unknown> = {}) =>
  forwardEscalation(
    actor,
    id,
    forwardSchema.parse({
      ...{ id: randomUUID(), to: "atas", asked: "Mohon anggaran provinsi", answerBy: addDays(today(), 7) },
      ...changes,
    }),
  );

const outward = { to: "instansi", institution: "Dinas Pekerjaan Umum", contact: "Kepala bidang, 0840" };

const answer = (actor: Actor, outcome: "RECEIVED" | "ACTED_ON" | "RETURNED" = "ACTED_ON") =>
  answerEscalation(
    actor,
    id,
    escalationAnswerSchema.parse({
      ...{ id: randomUUID(), fileId: randomUUID(), outcome, text: "Dianggarkan" },
      ...{ letterNumber: "440/1", letterDate: today() },
    }),
  );

const enter = (actor: Actor, forwardId: string, changes: Record<string, unknown> = {}) =>
  enterInstitutionAnswer(
    actor,
    id,
    forwardId,
    institutionAnswerSchema.parse({ id: randomUUID(), fileId: randomUUID(), text: "Dikerjakan Mei", ...changes }),
  );

const find = async (actor: Actor) => {
  const found = await findEscalation(actor, id, new Date());
  if (!found) throw new Error("not visible");
  return found;
};
const list = async (actor: Actor, query: Record<string, unknown> = {}) =>
  (await listEscalations(actor, escalationFilterSchema.parse(query), new Date())).escalations;
const openForwards = () => db.escalationForward.findMany({ where: { closedAt: null } });

test("of two who take over at once one has it, and the other reads who; then he may replace him knowingly", async () => {
  const outcomes = await allEnded([take(admin), take(reviewer)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const [current] = await db.escalationTakeover.findMany({ where: { endedAt: null } });
  const refused = outcomes.find(({ ok }) => !ok);
  expect(refused).toMatchObject({ reason: expect.stringContaining(`${current?.name} sudah mengambil alih`) });
  const other = current?.name === admin.name ? reviewer : admin;
  expect(await take(other, current?.id)).toEqual({ ok: true });
  expect(await list(admin)).toMatchObject([{ inCharge: other.name }]);
  expect(await list(other, { lingkup: "saya" })).toHaveLength(1);
  expect(await list(above, { lingkup: "bawahan" })).toMatchObject([{ inCharge: null }]);
  expect((await find(staff)).takeovers.filter(({ endedAt }) => !endedAt)).toMatchObject([{ name: other.name }]);
  await expect(makeTakeover({ escalationId: id, organisationId: kabupaten.id })).rejects.toThrow();
});

test("taken twice by the same form is once; released, it is free; of one that is over nobody takes charge", async () => {
  const same = randomUUID();
  expect(await allEnded([take(admin, null, same), take(admin, null, same)])).toEqual([{ ok: true }, { ok: true }]);
  expect(await release(reviewer, id, randomUUID())).toMatchObject({ reason: expect.stringContaining("Sari Uji") });
  expect(await release(reviewer, id, same)).toEqual({ ok: true });
  expect(await release(reviewer, id, same)).toEqual({ ok: true });
  expect(await list(admin)).toMatchObject([{ inCharge: null }]);
  await answer(admin);
  expect(await take(admin)).toMatchObject({ ok: false, reason: expect.stringContaining("sudah dijawab") });
  await expect(take(staff)).rejects.toThrow(NotAllowed);
  await expect(take(above)).rejects.toThrow(NotAllowed);
});

test("handed up, the province has it in its inbox, and each level sees its part", async () => {
  expect(await list(above)).toEqual([]);
  expect(await forward(admin)).toEqual({ ok: true });
  expect(await forward(reviewer)).toMatchObject({ ok: false, field: "to" });
  const [handedUp] = await openForwards();
  await expect(makeForward({ escalationId: id, fromId: kabupaten.id, toId: province.id })).rejects.toThrow();
  expect(await list(above)).toMatchObject([{ id, due: 7, whereNow: [province.name] }]);
  expect(await countWaitingEscalations(above, new Date())).toEqual({ waiting: 1, overdue: 0 });
  expect((await find(above)).part).toMatchObject({ forwardId: handedUp?.id, isClosed: false });
  expect((await find(above)).forwards).toMatchObject([{ asked: "Mohon anggaran provinsi", state: "OPEN" }]);
  expect((await find(staff)).forwards).toMatchObject([{ institution: province.name, asked: null, state: "OPEN" }]);
  expect(await list(staff)).toMatchObject([{ whereNow: [province.name] }]);
  expect(await forward(above)).toMatchObject({
    ok: false,
    reason: expect.stringContaining("Tidak ada kantor di atas"),
  });
});

test("the province answers the Dinkes, and the Dinkes the puskesmas", async () => {
  await forward(admin);
  expect(await answer(admin)).toMatchObject({ ok: false, reason: expect.stringContaining(province.name) });
  expect(await answer(admin, "RECEIVED")).toEqual({ ok: true });
  expect(await answer(above)).toEqual({ ok: true });
  expect(await answer(above)).toMatchObject({ ok: false });
  expect(await find(staff)).toMatchObject({
    closedAt: null,
    forwards: [{ state: "ANSWERED", answers: [{ letterNumber: "440/1", answerer: "Tuti Uji" }] }],
    answers: [{ outcome: "RECEIVED" }],
  });
  expect(await list(above, { status: "ditindaklanjuti" })).toHaveLength(1);
  expect(await answer(admin)).toEqual({ ok: true });
  expect(await find(staff)).toMatchObject({ state: "FOLLOWED_UP" });
  expect(await forward(admin)).toMatchObject({ ok: false, reason: expect.stringContaining("sudah dijawab") });
  expect((await db.event.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action)).toEqual([
    "escalation.forwarded",
    "escalation.answered",
    "escalation.forward-answered",
    "escalation.answered",
  ]);
});

test("of handing up and answering at once one comes first, and the other is told", async () => {
  const [forwarded, answered] = await allEnded([forward(admin), answer(reviewer)]);
  expect([forwarded?.ok, answered?.ok].filter(Boolean)).toHaveLength(1);
  const { closedAt } = await db.escalation.findUniqueOrThrow({ where: { id } });
  expect((await openForwards()).length).toBe(closedAt ? 0 : 1);
});

test("a chain up to a third level is recalled as a whole from below", async () => {
  const top = await makeProvinsi({ name: "Kantor di atas provinsi" });
  await db.organisation.update({ where: { id: province.id }, data: { parentId: top.id } });
  above = await makeActor("DINKES_REVIEWER", { organisationId: province.id });
  await forward(admin);
  expect(await forward(above)).toEqual({ ok: true });
  expect(await list(staff)).toMatchObject([{ whereNow: [province.name, top.name] }]);
  expect((await find(admin)).forwards.map(({ asked }) => asked)).toEqual(["Mohon anggaran provinsi", null]);
  expect(await answer(above)).toMatchObject({ ok: false, reason: expect.stringContaining(top.name) });
  const first = (await openForwards()).find(({ fromId }) => fromId === kabupaten.id);
  expect(await recallForward(above, id, first?.id ?? "")).toMatchObject({ ok: false });
  expect(await recallForward(admin, id, first?.id ?? "")).toEqual({ ok: true });
  expect(await openForwards()).toEqual([]);
  expect(await answer(above)).toMatchObject({ ok: false, reason: expect.stringContaining("ditarik") });
  expect((await find(staff)).forwards.map(({ state }) => state)).toEqual(["RECALLED", "RECALLED"]);
  expect(await list(above, { status: "ditarik" })).toHaveLength(1);
  expect(await forward(admin)).toEqual({ ok: true });
});

test("an institution outside Lokmin is asked by name and contact, and its answer is entered once", async () => {
  expect(forwardSchema.safeParse({ ...outward, institution: " " }).success).toBe(false);
  expect(await forward(admin, { ...outward, answerBy: addDays(today(), -1) })).toMatchObject({ field: "answerBy" });
  await forward(admin, outward);
  await forward(admin, { ...outward, institution: "Dinas Pendidikan" });
  const [first, second] = await openForwards();
  expect((await find(admin)).forwards[0]).toMatchObject({ contact: "Kepala bidang, 0840", state: "OPEN" });
  expect((await find(staff)).forwards[0]).toMatchObject({ contact: null, institution: "Dinas Pekerjaan Umum" });
  expect(institutionAnswerSchema.safeParse({ letterNumber: "1" }).success).toBe(false);
  const both = await allEnded([enter(admin, first?.id ?? ""), enter(reviewer, first?.id ?? "")]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await find(staff)).forwards[0]).toMatchObject({ state: "ANSWERED", answers: [{ text: "Dikerjakan Mei" }] });
  expect(await answer(admin)).toMatchObject({ ok: false, reason: expect.stringContaining("Dinas Pendidikan") });
  expect(await recallForward(admin, id, second?.id ?? "")).toEqual({ ok: true });
  expect(await enter(admin, second?.id ?? "")).toMatchObject({ ok: false });
  expect(await recallForward(admin, id, first?.id ?? "")).toMatchObject({ ok: false });
  expect(await answer(admin)).toEqual({ ok: true });
});

test("what an office above answers is not entered for it", async () => {
  await forward(admin);
  const [handedUp] = await openForwards();
  expect(await enter(admin, handedUp?.id ?? "")).toMatchObject({ ok: false });
  await expect(enter(above, handedUp?.id ?? "").then(({ ok }) => ok)).resolves.toBe(false);
});

test("withdrawn by the puskesmas, the whole chain ends; an answer at the same moment wins or is told", async () => {
  await forward(admin);
  await allEnded([answer(above), withdrawEscalation(staff, id)]);
  const { closedAt } = await db.escalation.findUniqueOrThrow({ where: { id }, include: { answers: true } });
  expect(await openForwards()).toEqual([]);
  const answers = await db.escalationAnswer.count();
  expect(closedAt ? answers : 1).toBe(closedAt ? 0 : answers);
  if (closedAt) {
    expect(await answer(admin)).toMatchObject({ ok: false });
    expect(await forward(admin)).toMatchObject({ ok: false });
    expect((await find(above)).forwards).toMatchObject([{ state: "RECALLED" }]);
  }
});

test("days of grace are the office's, and an escalation keeps those of its day", async () => {
  expect(await findAnswerDays(admin)).toBe(14);
  for (const answerDays of ["0", "366", "1,5", "x"]) expect(graceSchema.safeParse({ answerDays }).success).toBe(false);
  await expect(setAnswerDays(reviewer, { answerDays: 3 })).rejects.toThrow(NotAllowed);
  expect(await setAnswerDays(admin, { answerDays: 3 })).toEqual({ ok: true });
  const input = { id: randomUUID(), reason: "Perlu anggaran" };
  await raiseEscalation(staff, meeting.id, (await newItem()).id, input);
  expect((await list(admin)).map(({ due }) => due)).toEqual([3, 14]);
  await setAnswerDays(admin, { answerDays: 5 });
  expect((await list(admin)).map(({ due }) => due)).toEqual([3, 14]);
  expect((await db.event.findMany({ where: { action: "escalation.grace-changed" } })).map(({ data }) => data)).toEqual([
    { before: 14, after: 3 },
    { before: 3, after: 5 },
  ]);
});

test("overdue is told to who has to answer: the Dinkes by its grace, the province by what was asked of it", async () => {
  await db.escalation.update({ where: { id }, data: { raisedAt: days(-20), answerBy: dueDay(-6) } });
  await makeForward({ escalationId: id, fromId: kabupaten.id, toId: province.id, answerBy: dueDay(-2) });
  expect(await list(admin, { status: "terlambat" })).toMatchObject([{ due: -6 }]);
  expect(await list(above, { status: "terlambat" })).toMatchObject([{ due: -2 }]);
  expect((await listFollowUpTasks(admin, new Date()))[0]).toMatchObject({
    title: "Jawab eskalasi yang lewat tenggang (1)",
    isLate: true,
  });
  await answer(above);
  expect(await list(above, { status: "terlambat" })).toEqual([]);
  await answer(admin);
  expect(await list(admin, { status: "terlambat" })).toEqual([]);
});

describe("the next meeting of the same forum", () => {
  const next = (host: { id: string }, changes: object = {}) =>
    makeMeeting("SCHEDULED", {
      host: { ...host, timeZone: zone },
      startsAt: days(20),
      secondReason: "Uji",
      ...changes,
    });

  test("hears what is still open and where it is, and what was answered since the last", async () => {
    const host = { id: staff.organisation.id };
    const coming = await next(host);
    await forward(admin);
    expect(await listMeetingEscalations(staff, coming)).toMatchObject([
      { id, state: "WAITING", whereNow: [province.name], lastAnswer: null },
    ]);
    await answer(above);
    await answer(admin);
    expect(await listMeetingEscalations(staff, coming)).toMatchObject([
      { id, state: "FOLLOWED_UP", whereNow: [], lastAnswer: { letterNumber: "440/1", text: "Dianggarkan" } },
    ]);
    // Told in that meeting, it is no news to the one after.
    await db.meeting.update({ where: { id: coming.id }, data: { status: "CLOSED" } });
    expect(await listMeetingEscalations(staff, { ...coming, status: "CLOSED" })).toEqual([]);
    const after = await next(host, { startsAt: days(110) });
    expect(await listMeetingEscalations(staff, after)).toEqual([]);
  });

  test("is one of the same kind and puskesmas, and its readers see no other escalation", async () => {
    const kalakarya = await next({ id: staff.organisation.id }, { kind: "KALAKARYA" });
    expect(await listMeetingEscalations(staff, kalakarya)).toEqual([]);
    const elsewhere = await makePuskesmas({ parentId: kabupaten.id });
    expect(await listMeetingEscalations(staff, await next(elsewhere))).toEqual([]);
    const stranger = await makeActor("PUSKESMAS_STAFF", { organisationId: elsewhere.id });
    expect(await listMeetingEscalations(stranger, await next({ id: staff.organisation.id }))).toEqual([]);
  });
});

test("the printed evidence tells the whole way, and the year's list each escalation with its answers", async () => {
  await forward(admin, outward);
  const [asked] = await openForwards();
  await enter(admin, asked?.id ?? "", { letterNumber: "620/7", letterDate: today() });
  await forward(admin);
  await answer(above);
  await answer(admin);
  const record = await textOf(staff, "eskalasi", id);
  for (const words of ["Dinas Pekerjaan Umum", "Dikerjakan Mei", "620/7", province.name, "Nomor surat: 440/1"])
    expect(record).toContain(words);
  expect(record).not.toContain("Kepala bidang, 0840");
  const year = today().slice(0, 4);
  for (const actor of [staff, admin, above]) {
    const list = await textOf(actor, "daftar-eskalasi", `${actor.organisation.id}:${year}`);
    expect(list).toContain("1 eskalasi, 1 selesai dijawab.");
    expect(list).toContain("Dinas Pekerjaan Umum: Dijawab: surat 620/7");
  }
  const before = findPaperKind("daftar-eskalasi");
  const empty = await before?.open(staff, `${staff.organisation.id}:2001`, {});
  expect(empty?.missing()).toEqual(["Tidak ada RTL yang dieskalasi pada tahun 2001."]);
});

async function textOf(actor: Actor, slug: string, subject: string): Promise<string> {
  const kind = findPaperKind(slug);
  const opened = await kind?.open(actor, subject, {});
  return kind && opened ? paperText(opened.compose(plainSettings(kind))) : "";
}

test("a reviewer works on the escalations of his clusters; moved out meanwhile, his next step is refused", async () => {
  const puskesmasId = staff.organisation.id;
  const cluster = await makeCluster({
    ...{ organisationId: kabupaten.id, members: [puskesmasId], reviewers: [reviewer.userId] },
  });
  const again = async () => (await findActor(reviewer.userId)) ?? reviewer;
  expect(await take(await again())).toEqual({ ok: true });
  await db.clusterReviewer.deleteMany({ where: { clusterId: cluster.id } });
  const moved = await again();
  expect(await list(moved)).toEqual([]);
  expect(await findEscalation(moved, id, new Date())).toBeNull();
  await expect(answer(moved)).rejects.toThrow(NotAllowed);
  await expect(forward(moved)).rejects.toThrow(NotAllowed);
  expect(await list(admin)).toMatchObject([{ inCharge: "Bagas Uji" }]);
});

test("nobody outside the chain sees or does anything", async () => {
  const elsewhere = await makeActor("DINKES_ADMIN", {
    organisationId: (await makeKabupaten({ parentId: province.id })).id,
  });
  const far = await makeActor("DINKES_ADMIN", { organisationId: (await makeProvinsi()).id });
  await forward(admin);
  for (const actor of [elsewhere, far]) {
    expect(await findEscalation(actor, id, new Date())).toBeNull();
    expect(await list(actor, { lingkup: "bawahan", status: "semua" })).toEqual([]);
    await expect(take(actor)).rejects.toThrow(NotAllowed);
    await expect(forward(actor)).rejects.toThrow(NotAllowed);
    await expect(answer(actor)).rejects.toThrow(NotAllowed);
  }
});
