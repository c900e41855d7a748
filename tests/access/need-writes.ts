// What a Dinkes plans over the staff of its puskesmas: its admin does it, as the province's and the ministry's do for theirs.
import { randomUUID } from "node:crypto";
import { assignmentEditSchema, assignmentEndSchema, assignmentSchema } from "@/lib/assignments/schema";
import { editAssignment, endAssignment, startAssignment } from "@/lib/assignments/writes";
import { competenceSchema } from "@/lib/competences/schema";
import { addCompetence, archiveCompetence, editCompetence } from "@/lib/competences/writes";
import { acrossOffices } from "@/lib/database-scope";
import { db } from "@/lib/db";
import { dropStandard, setStandard, standardSchema } from "@/lib/needs/standard";
import { plannedEditSchema, plannedSchema } from "@/lib/training-plan/schema";
import { addPlanned, editPlanned, removePlanned } from "@/lib/training-plan/writes";
import { makeStaff } from "@/tests/factories/staff";
import type { OfficeWrite } from "./table";
import type { World } from "./world";

const anyAdmin = ".......+.++";
const adminAbove = ".......+..+";
const standard = standardSchema.parse({ rows: [{ profession: "NURSE", least: "2" }] });

const days = { startsOn: "2024-01-01", endsOn: "2028-12-31" };
const prepare = (it: World) =>
  makeStaff({
    organisationId: it.host.id,
    name: "Ns. Uji",
    placement: { status: "SPECIAL_ASSIGNMENT", startsOn: new Date("2024-01-01"), endsOn: new Date("2028-12-31") },
  });
const found = async () =>
  (await db.staffPlacement.findFirstOrThrow({ where: { staff: { name: "Ns. Uji" } }, select: { id: true } })).id;

const competence = (id: string = randomUUID()) =>
  competenceSchema.parse({
    id,
    name: "ACLS",
    version: 0,
    validMonths: "24",
    rows: [{ profession: "NURSE", demand: "2" }],
  });
const prepareCompetence = (it: World) =>
  db.competence.create({ data: { id: randomUUID(), organisationId: it.dinkes.id, name: "Uji" } });
const competenceId = async () => (await db.competence.findFirstOrThrow({ where: { name: "Uji" } })).id;

const plan = { title: "Uji rencana", month: "3", competenceId: "", participants: "20" };
const preparePlan = (it: World) =>
  db.plannedTraining.create({
    data: { id: randomUUID(), organisationId: it.host.id, year: 2026, title: plan.title, participants: 20 },
  });
const planId = async () =>
  (await acrossOffices(() => db.plannedTraining.findFirstOrThrow({ where: { title: plan.title } }))).id;

export const needWrites: Record<string, OfficeWrite> = {
  "needs/standard setStandard": { call: (_, actor) => setStandard(actor, standard), grid: anyAdmin },
  "needs/standard dropStandard": { call: (_, actor) => dropStandard(actor), grid: anyAdmin },
  "assignments/writes startAssignment": {
    call: (it, actor) => {
      const who = { id: randomUUID(), name: "Ns. Uji", profession: "NURSE", organisationId: it.host.id };
      return startAssignment(actor, assignmentSchema.parse({ ...who, ...days }));
    },
    grid: adminAbove,
  },
  "assignments/writes editAssignment": {
    prepare,
    call: async (_, actor) => editAssignment(actor, await found(), assignmentEditSchema.parse({ version: 0, ...days })),
    grid: adminAbove,
  },
  "assignments/writes endAssignment": {
    prepare,
    call: async (_, actor) => {
      const ending = { version: 0, endsOn: "2025-12-31", reason: "BECAME_PPPK" };
      return endAssignment(actor, await found(), assignmentEndSchema.parse(ending));
    },
    grid: adminAbove,
  },
  "competences/writes addCompetence": { call: (_, actor) => addCompetence(actor, competence()), grid: anyAdmin },
  "competences/writes editCompetence": {
    prepare: prepareCompetence,
    call: async (_, actor) => editCompetence(actor, await competenceId(), competence()),
    grid: ".......+...",
  },
  "competences/writes archiveCompetence": {
    prepare: prepareCompetence,
    call: async (_, actor) => archiveCompetence(actor, await competenceId(), true),
    grid: ".......+...",
  },
  "training-plan/writes addPlanned": {
    call: (_, actor) => addPlanned(actor, plannedSchema.parse({ ...plan, id: randomUUID(), year: 2026 })),
    grid: "+++.+++++++",
  },
  "training-plan/writes editPlanned": {
    prepare: preparePlan,
    call: async (_, actor) => editPlanned(actor, await planId(), plannedEditSchema.parse({ ...plan, version: 0 })),
    grid: "+++........",
  },
  "training-plan/writes removePlanned": {
    prepare: preparePlan,
    call: async (_, actor) => removePlanned(actor, await planId()),
    grid: "+++.=======",
  },
};
