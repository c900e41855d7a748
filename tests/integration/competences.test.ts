// What each profession must be able to do: who lacks it where, who is proposed, and the year's plan of trainings.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { proposeParticipants, reasonOf } from "@/lib/competences/proposals";
import { findCompetence, listCompetences, listGaps } from "@/lib/competences/reads";
import { competenceSchema } from "@/lib/competences/schema";
import { addCompetence, archiveCompetence, editCompetence } from "@/lib/competences/writes";
import { db } from "@/lib/db";
import { addDays, dayOf, dayToDate } from "@/lib/time";
import { listPlanned } from "@/lib/training-plan/reads";
import { plannedState } from "@/lib/training-plan/rules";
import { plannedEditSchema, plannedSchema } from "@/lib/training-plan/schema";
import { addPlanned, editPlanned, removePlanned } from "@/lib/training-plan/writes";
import type { Organisation } from "@/prisma/generated/client";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeStaff } from "@/tests/factories/staff";
import { makeTraining, makeTrainingParticipant } from "@/tests/factories/trainings";
import { makeActor } from "@/tests/factories/users";

const now = new Date();
const today = dayOf(now, "Asia/Jakarta");
const at = (days: number) => dayToDate(addDays(today, days));

let ciruas: Organisation;
let kramatwatu: Organisation;
let admin: Actor;

beforeEach(async () => {
  const province = await makeProvinsi();
  const dinkes = await makeKabupaten({ parentId: province.id });
  ciruas = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Ciruas", villageCodes: [] });
  kramatwatu = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Kramatwatu", villageCodes: [] });
  admin = await makeActor("DINKES_ADMIN", { organisationId: province.id });
});

const form = (demand: Record<string, string>, overrides: Record<string, unknown> = {}) =>
  competenceSchema.parse({
    ...{ id: randomUUID(), name: "ACLS", validMonths: "24", version: 0 },
    rows: Object.entries(demand).map(([profession, least]) => ({ profession, demand: least })),
    ...overrides,
  });

const certify = (staffId: string, competenceId: string, expiresOn: Date | null) =>
  db.outsideCertificate.create({
    data: {
      ...{ id: randomUUID(), staffId, competenceId, name: "ACLS", issuer: "Balai pelatihan", uploader: "Petugas" },
      ...{ issuedOn: at(-600), expiresOn },
    },
  });

test("who lacks it where: at least one, or all of a profession; what ran out does not count", async () => {
  const input = form({ NURSE: "all", DOCTOR: "1" });
  expect(await addCompetence(admin, input)).toMatchObject({ ok: true });
  expect(await addCompetence(admin, form({ NURSE: "1" }))).toMatchObject({ ok: false, field: "name" });
  const [held, expired] = [
    await makeStaff({ organisationId: ciruas.id }),
    await makeStaff({ organisationId: ciruas.id }),
  ];
  await makeStaff({ organisationId: ciruas.id, placement: { endsOn: at(-1) } });
  await certify(held.id, input.id, at(0));
  await certify(expired.id, input.id, at(-1));
  const gaps = await listGaps(admin, input.id, now);
  expect(
    gaps.map(({ office, profession, staff, held, missing }) => [office, profession, staff, held, missing]),
  ).toEqual([
    ["Puskesmas Ciruas", "DOCTOR", 0, 0, 1],
    ["Puskesmas Kramatwatu", "DOCTOR", 0, 0, 1],
    ["Puskesmas Ciruas", "NURSE", 2, 1, 1],
  ]);
  const [listed] = await listCompetences(admin, now);
  expect(listed?.sums).toEqual({ staff: 2, held: 1, missing: 3, puskesmas: 2, lacking: 2 });
  const own = await makeActor("PUSKESMAS_STAFF", { organisationId: ciruas.id });
  expect((await listGaps(own, input.id, now)).map(({ officeId }) => officeId)).toEqual([ciruas.id, ciruas.id]);
});

test("the proposal: who is nowhere yet first, who runs out next, who leaves last; nobody who is registered", async () => {
  const input = form({ NURSE: "1" });
  await addCompetence(admin, input);
  const soon = await makeStaff({ organisationId: ciruas.id, name: "Ani" });
  await certify(soon.id, input.id, at(30));
  await makeStaff({ organisationId: ciruas.id, name: "Beti" });
  const term = { status: "SPECIAL_ASSIGNMENT" as const, endsOn: at(60) };
  await makeStaff({ organisationId: kramatwatu.id, name: "Cici", placement: term });
  const due = await makeStaff({ organisationId: kramatwatu.id, name: "Dedi" });
  const names = async () => (await proposeParticipants(admin, input.id, now)).map(({ name }) => name);
  expect(await names()).toEqual(["Dedi", "Ani", "Cici"]);
  const [first] = await proposeParticipants(admin, input.id, now);
  expect(first && reasonOf(first)).toBe("Belum seorang pun di sini yang menguasai; kurang 1");
  const meeting = await makeMeeting("SCHEDULED", { host: ciruas, kind: "KALAKARYA" });
  await makeTraining(meeting);
  await db.trainingCompetence.create({ data: { meetingId: meeting.id, competenceId: input.id } });
  await makeTrainingParticipant({ meetingId: meeting.id, staffId: due.id });
  expect(await names()).toEqual(["Ani", "Cici"]);
});

test("an edit replaces the professions; archived, it is asked of nobody", async () => {
  const input = form({ NURSE: "1" });
  await addCompetence(admin, input);
  expect(await editCompetence(admin, input.id, form({ MIDWIFE: "2" }, { name: "APN" }))).toEqual({ ok: true });
  expect(await editCompetence(admin, input.id, form({ MIDWIFE: "3" }))).toMatchObject({ ok: false });
  expect(await findCompetence(admin, input.id)).toMatchObject({
    ...{ name: "APN", version: 1, professions: [{ profession: "MIDWIFE", leastStaff: 2 }] },
  });
  await archiveCompetence(admin, input.id, true);
  expect(await listGaps(admin, input.id, now)).toEqual([]);
  const none = competenceSchema.safeParse({ ...input, validMonths: "", rows: [{ profession: "NURSE", demand: "" }] });
  expect(none.error?.issues[0]?.message).toBe("Pilih sedikitnya satu profesi yang wajib menguasainya");
});

test("the plan: planned, named by its training, cancelled with a reason", async () => {
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: ciruas.id });
  const year = Number(today.slice(0, 4));
  const facts = { title: "Pelatihan ACLS", month: "3", competenceId: "", participants: "20" };
  const input = plannedSchema.parse({ ...facts, id: randomUUID(), year });
  expect(await addPlanned(staff, input)).toMatchObject({ ok: true });
  const meeting = await makeMeeting("CLOSED", { host: ciruas, kind: "KALAKARYA" });
  await db.training.create({ data: { meetingId: meeting.id, objectives: [] } });
  const edit = (overrides: object) => plannedEditSchema.parse({ ...facts, version: 0, ...overrides });
  expect(await editPlanned(staff, input.id, edit({ meetingId: randomUUID() }))).toMatchObject({ field: "meetingId" });
  expect(await editPlanned(staff, input.id, edit({ meetingId: meeting.id }))).toEqual({ ok: true });
  expect(await listPlanned(staff, year, now)).toMatchObject([
    { state: "done", participants: 20, learnt: 0, certified: 0 },
  ]);
  expect(await removePlanned(staff, input.id)).toMatchObject({ ok: false });
  const other = plannedSchema.parse({ ...facts, id: randomUUID(), year });
  await addPlanned(staff, other);
  expect(await editPlanned(staff, other.id, edit({ meetingId: meeting.id }))).toMatchObject({ field: "meetingId" });
  expect(await editPlanned(staff, other.id, edit({ cancelledReason: "Anggaran dialihkan" }))).toEqual({ ok: true });
  const states = (await listPlanned(admin, year, now, ciruas.id)).map(({ state }) => state);
  expect(states.toSorted()).toEqual(["cancelled", "done"]);
  const open = { year: 2026, month: 3, cancelledReason: null, meetingStatus: null };
  expect(plannedState(open, "2026-03-31")).toBe("open");
  expect(plannedState(open, "2026-04-01")).toBe("late");
});
