import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { findPrefill } from "@/lib/plan/prefill";
import { findActionItem } from "@/lib/plan/reads";
import { actionItemSchema } from "@/lib/plan/schema";
import { addActionItem } from "@/lib/plan/writes";
import { listProblems } from "@/lib/problems/reads";
import { problemEditSchema, problemSchema } from "@/lib/problems/schema";
import { addProblem, deleteProblem, editProblem } from "@/lib/problems/writes";
import type { Meeting, Organisation } from "@/prisma/generated/client";
import { allEnded } from "@/tests/setup/all-ended";
import { makeActionItem } from "../factories/action-items";
import { makeMeeting } from "../factories/meetings";
import { makePuskesmas, villagesOf } from "../factories/organisations";
import { makeProblem } from "../factories/problems";
import { makeActor } from "../factories/users";

let puskesmas: Organisation;
let actor: Actor;
let meeting: Meeting;
let desa: string[];

beforeEach(async () => {
  puskesmas = await makePuskesmas();
  actor = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id, name: "Ratna Uji" });
  meeting = await makeMeeting("IN_PROGRESS", { host: puskesmas });
  desa = (await villagesOf("18.01.15")).map((village) => village.code);
});

const typed = (changes: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  statement: "IDL rendah di tiga desa",
  evidence: "IDL s.d. Juni 31,2 % dari target 45 %",
  villages: desa.slice(0, 2),
  manusia: "- Kader belum dilatih\n\n• Bidan merangkap tugas\nKader belum dilatih",
  dana: "Transport sweeping tidak dianggarkan",
  ...changes,
});

const found = async (id: string) => (await listProblems(actor, meeting.id)).find((problem) => problem.id === id);

test("a problem keeps its words, desa and causes by group; the same form twice makes one", async () => {
  const input = problemSchema.parse(typed());
  expect(await addProblem(actor, meeting.id, input)).toEqual({ ok: true, number: 1 });
  expect(await addProblem(actor, meeting.id, input)).toEqual({ ok: true, number: 1 });
  expect(await db.event.count()).toBe(1);
  expect(await found(input.id)).toMatchObject({
    number: 1,
    statement: "IDL rendah di tiga desa",
    villages: [{ code: desa[0] }, { code: desa[1] }],
    causes: [
      { group: "PEOPLE", text: "Kader belum dilatih" },
      { group: "PEOPLE", text: "Bidan merangkap tugas" },
      { group: "FUNDS", text: "Transport sweeping tidak dianggarkan" },
    ],
    rank: null,
  });
  expect(await addProblem(actor, meeting.id, { ...input, statement: "Lain" })).toMatchObject({ ok: false });
});

test("another noun hands over what it has, in any order of its causes", async () => {
  const input = {
    id: randomUUID(),
    statement: "Balita stunting",
    causes: [
      { group: "FUNDS" as const, text: "Dana desa belum cair" },
      { group: "PEOPLE" as const, text: "Kader kurang" },
    ],
  };
  expect(await addProblem(actor, meeting.id, input)).toMatchObject({ ok: true });
  expect(await addProblem(actor, meeting.id, input)).toMatchObject({ ok: true });
  expect((await found(input.id))?.causes.map((cause) => cause.group)).toEqual(["PEOPLE", "FUNDS"]);
});

test("twenty problems at once are numbered 1 to 20", async () => {
  const inputs = Array.from({ length: 20 }, () => problemSchema.parse(typed({ villages: [] })));
  await allEnded(inputs.map((input) => addProblem(actor, meeting.id, input)));
  const numbers = (await listProblems(actor, meeting.id)).map((problem) => problem.number);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test("desa of another kecamatan and an indicator of nobody are refused beside their field", async () => {
  const foreign = problemSchema.parse(typed({ villages: ["73.22.01.2001"] }));
  expect(await addProblem(actor, meeting.id, foreign)).toMatchObject({ ok: false, field: "villages" });
  for (const indicatorId of [randomUUID(), "x"])
    expect(await addProblem(actor, meeting.id, problemSchema.parse(typed({ indicatorId })))).toMatchObject({
      ok: false,
      field: "indicatorId",
    });
});

test("an edit on an older version is refused, the same words twice are one edit", async () => {
  const problem = await makeProblem({ meetingId: meeting.id, puskesmasId: puskesmas.id, number: 1 });
  const edit = problemEditSchema.parse({ ...typed({ id: problem.id }), version: "0" });
  expect(await editProblem(actor, meeting.id, edit)).toEqual({ ok: true });
  expect(await editProblem(actor, meeting.id, edit)).toEqual({ ok: true });
  expect(await editProblem(actor, meeting.id, { ...edit, statement: "Lebih lama" })).toMatchObject({ ok: false });
  expect(await found(problem.id)).toMatchObject({ version: 1, statement: edit.statement, causes: { length: 3 } });
});

test("a problem that a row of the plan answers stays; without one it goes", async () => {
  const problem = await makeProblem({ meetingId: meeting.id, puskesmasId: puskesmas.id, number: 1 });
  const item = await makeActionItem({ meetingId: meeting.id, problemId: problem.id });
  expect(await deleteProblem(actor, meeting.id, problem.id)).toMatchObject({ ok: false });
  await db.actionItem.delete({ where: { id: item.id } });
  expect(await deleteProblem(actor, meeting.id, problem.id)).toEqual({ ok: true });
  expect(await db.problem.count()).toBe(0);
});

test.each(["DRAFT", "SCHEDULED", "IN_PROGRESS", "CLOSED", "POSTPONED"] as const)("gathered in %s", async (status) => {
  const other = await makeMeeting(status, { host: puskesmas, secondReason: "uji" });
  expect(await addProblem(actor, other.id, problemSchema.parse(typed()))).toMatchObject({ ok: true });
});

test("a cancelled meeting and approved minutes take none", async () => {
  const cancelled = await makeMeeting("CANCELLED", { host: puskesmas });
  expect(await addProblem(actor, cancelled.id, problemSchema.parse(typed()))).toMatchObject({ ok: false });
  const problem = await makeProblem({ meetingId: meeting.id, puskesmasId: puskesmas.id, number: 1 });
  await db.approval.create({
    data: { id: randomUUID(), meetingId: meeting.id, number: 1, approver: "Kepala", checklist: [] },
  });
  const edit = problemEditSchema.parse({ ...typed({ id: problem.id }), version: "0" });
  expect(await addProblem(actor, meeting.id, problemSchema.parse(typed()))).toMatchObject({ ok: false });
  expect(await editProblem(actor, meeting.id, edit)).toMatchObject({ ok: false });
  expect(await deleteProblem(actor, meeting.id, problem.id)).toMatchObject({ ok: false });
});

test("a row of the plan begins with the problem's words and carries it", async () => {
  const input = problemSchema.parse(typed());
  await addProblem(actor, meeting.id, input);
  const prefill = await findPrefill(actor, meeting.id, { masalah: input.id });
  expect(prefill).toMatchObject({
    problemId: input.id,
    problem: "IDL rendah di tiga desa",
    villages: desa.slice(0, 2),
    baseline: 31.2,
    target: 45,
    unit: "%",
  });
  expect(prefill.cause).toContain("Manusia: Kader belum dilatih; ");
  const row = actionItemSchema.parse({
    id: randomUUID(),
    activity: "Sweeping",
    responsibleInstitution: "Desa",
    deadline: "2099-01-01",
    priority: "MEDIUM",
    problemId: input.id,
    cause: prefill.cause,
  });
  expect(await addActionItem(actor, meeting.id, row)).toMatchObject({ ok: true });
  expect(await findActionItem(actor, meeting.id, row.id)).toMatchObject({
    problemId: input.id,
    problemNumber: 1,
    problem: "IDL rendah di tiga desa",
    cause: prefill.cause,
  });
  expect((await found(input.id))?.actionItems).toMatchObject([{ id: row.id }]);
});

test("a row answers no problem of another meeting", async () => {
  const other = await makeMeeting("IN_PROGRESS", { host: puskesmas, secondReason: "uji" });
  const problem = await makeProblem({ meetingId: other.id, puskesmasId: puskesmas.id });
  for (const problemId of [problem.id, "x"]) {
    const row = actionItemSchema.parse({
      id: randomUUID(),
      activity: "Sweeping",
      responsibleInstitution: "Desa",
      deadline: "2099-01-01",
      priority: "MEDIUM",
      problemId,
    });
    expect(await addActionItem(actor, meeting.id, row)).toMatchObject({ ok: false, field: "problemId" });
  }
  expect((await findPrefill(actor, meeting.id, { masalah: problem.id })).problemId).toBeNull();
});
