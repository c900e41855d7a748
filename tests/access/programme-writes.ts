// A Dinkes's programmes: its admin plans, its admin and reviewers write down what a visit found.
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { answerChecklist, saveChecklist } from "@/lib/programmes/checklist";
import { removeFacilitator, saveFacilitator } from "@/lib/programmes/facilitators";
import { saveRound } from "@/lib/programmes/round";
import {
  answersSchema,
  checklistSchema,
  facilitatorSchema,
  findingSchema,
  programmeSchema,
  roundSchema,
  visitSchema,
} from "@/lib/programmes/schema";
import { editVisit, saveFinding } from "@/lib/programmes/visits";
import { closeProgramme, editProgramme, makeProgramme } from "@/lib/programmes/writes";
import { makeProgramme as makeRow, makeVisit } from "@/tests/factories/programmes";
import type { OfficeWrite } from "./table";
import type { World } from "./world";

const name = "Program Uji";
const ownAdmin = ".......+...";
const ownStaff = ".......++..";

const prepare = async (it: World) => {
  const programme = await makeRow(it.dinkes, [it.host], { name });
  await makeVisit(programme, it.host);
};
const found = () => db.programme.findFirstOrThrow({ where: { name }, include: { facilitators: true, visits: true } });
const visitId = async () => (await found()).visits[0]?.meetingId ?? "";
const programmeForm = (it: World) => ({
  ...{ id: randomUUID(), name: "Program lain", goal: "Tujuan", startsOn: "2030-01-01", endsOn: "2030-03-31" },
  ...{ visitsPerWeek: "3", teamSize: "2", startClock: "09:00", visited: [it.host.id] },
});
const visitForm = { date: "2030-01-02", startTime: "09:00", place: "Aula" };

export const programmeWrites: Record<string, OfficeWrite> = {
  "programmes/writes makeProgramme": {
    call: (it, actor) => makeProgramme(actor, programmeSchema.parse(programmeForm(it))),
    grid: ".......+.-+",
  },
  "programmes/writes editProgramme": {
    prepare,
    call: async (it, actor) => {
      const { id, version } = await found();
      return editProgramme(actor, { ...programmeSchema.parse({ ...programmeForm(it), id }), version });
    },
    grid: ownAdmin,
  },
  "programmes/writes closeProgramme": {
    prepare,
    call: async (_, actor) => closeProgramme(actor, (await found()).id, true),
    grid: ownAdmin,
  },
  "programmes/facilitators saveFacilitator": {
    prepare,
    call: async (_, actor) => {
      const input = { id: randomUUID(), name: "dr. Tamu", title: "Dokter", institution: "RSUD" };
      return saveFacilitator(actor, (await found()).id, facilitatorSchema.parse(input));
    },
    grid: ownAdmin,
  },
  "programmes/facilitators removeFacilitator": {
    prepare,
    call: async (_, actor) => {
      const { id, facilitators } = await found();
      return removeFacilitator(actor, id, facilitators[0]?.id ?? "");
    },
    grid: ownAdmin,
  },
  "programmes/checklist saveChecklist": {
    prepare,
    call: async (_, actor) => {
      const { id, version } = await found();
      return saveChecklist(
        actor,
        id,
        checklistSchema.parse({ version, rows: [{ text: "Alur rujukan", form: "YES_NO" }] }),
      );
    },
    grid: ownAdmin,
  },
  "programmes/round saveRound": {
    prepare,
    call: async (it, actor) => {
      const { id, version } = await found();
      const row = { ...visitForm, meetingId: randomUUID(), visitedId: it.host.id };
      return saveRound(actor, id, roundSchema.parse({ version, include: [row.meetingId], rows: [row] }));
    },
    grid: ownAdmin,
  },
  "programmes/visits editVisit": {
    prepare,
    call: async (_, actor) =>
      editVisit(actor, await visitId(), visitSchema.parse({ ...visitForm, version: 0, title: "Kunjungan" })),
    grid: ownStaff,
    others: { W: "." },
  },
  "programmes/visits saveFinding": {
    prepare,
    call: async (_, actor) =>
      saveFinding(actor, await visitId(), findingSchema.parse({ id: randomUUID(), statement: "Rujukan terlambat" })),
    grid: ownStaff,
    others: { W: "." },
  },
  "programmes/checklist answerChecklist": {
    prepare,
    call: async (_, actor) => {
      const meetingId = await visitId();
      const { id } = await db.visitQuestion.findFirstOrThrow({ where: { meetingId, position: 1 } });
      return answerChecklist(actor, meetingId, answersSchema.parse({ rows: [{ id, version: 0, answer: "YES" }] }));
    },
    grid: ownStaff,
    others: { W: "." },
  },
};
