// What is handed to a Dinkes: raised by staff, then worked on by the levels that it came to.
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { answerEscalation, enterInstitutionAnswer } from "@/lib/escalations/answers";
import { forwardEscalation, recallForward } from "@/lib/escalations/forwards";
import { setAnswerDays } from "@/lib/escalations/office";
import { escalationAnswerSchema, forwardSchema, institutionAnswerSchema } from "@/lib/escalations/schema";
import { release, takeOver } from "@/lib/escalations/takeovers";
import { raiseEscalation, withdrawEscalation } from "@/lib/escalations/writes";
import { makeForward, makeTakeover } from "@/tests/factories/escalations";
import type { MeetingWrite, OfficeWrite } from "./table";
import { states, type World } from "./world";

const staff = "AHSC";
const always = states;

const upward = ({ escalation, dinkes, province }: World) =>
  makeForward({ escalationId: escalation.id, fromId: dinkes.id, toId: province.id });

const outward = ({ escalation, dinkes }: World) => makeForward({ escalationId: escalation.id, fromId: dinkes.id });

const forwardOf = async ({ escalation }: World) =>
  (await db.escalationForward.findFirst({ where: { escalationId: escalation.id } }))?.id ?? randomUUID();

const received = () =>
  escalationAnswerSchema.parse({ id: randomUUID(), fileId: randomUUID(), outcome: "RECEIVED", text: "Baik" });

export const escalationWrites: Record<string, MeetingWrite> = {
  "escalations/writes raiseEscalation": {
    call: ({ meetingId, item: { id } }, actor) =>
      raiseEscalation(actor, meetingId, id, { id: randomUUID(), reason: "Perlu anggaran" }),
    may: staff,
    in: always,
  },
  "escalations/writes withdrawEscalation": {
    call: ({ escalation }, actor) => withdrawEscalation(actor, escalation.id),
    may: staff,
    in: always,
  },
  "escalations/answers answerEscalation": {
    call: ({ escalation }, actor) => answerEscalation(actor, escalation.id, received()),
    may: "DV",
    in: always,
  },
  "escalations/answers answerEscalation:handed-up": {
    call: ({ escalation }, actor) => answerEscalation(actor, escalation.id, received()),
    prepare: upward,
    may: "DVP",
    in: always,
  },
  "escalations/answers enterInstitutionAnswer": {
    call: async (it, actor) =>
      enterInstitutionAnswer(
        actor,
        it.escalation.id,
        await forwardOf(it),
        institutionAnswerSchema.parse({ id: randomUUID(), fileId: randomUUID(), text: "Dikerjakan" }),
      ),
    prepare: outward,
    may: "DV",
    in: always,
  },
  "escalations/takeovers takeOver": {
    call: ({ escalation }, actor) => takeOver(actor, escalation.id, { id: randomUUID(), replaces: null }),
    may: "DV",
    in: always,
  },
  "escalations/takeovers release": {
    call: async ({ escalation }, actor) =>
      release(
        actor,
        escalation.id,
        (await db.escalationTakeover.findFirst({ where: { escalationId: escalation.id } }))?.id ?? randomUUID(),
      ),
    prepare: ({ escalation, dinkes }) => makeTakeover({ escalationId: escalation.id, organisationId: dinkes.id }),
    may: "DV",
    in: always,
  },
  "escalations/forwards forwardEscalation": {
    call: ({ escalation }, actor) =>
      forwardEscalation(
        actor,
        escalation.id,
        forwardSchema.parse({ id: randomUUID(), to: "atas", asked: "Mohon dukungan", answerBy: "2100-01-01" }),
      ),
    may: "DV",
    in: always,
  },
  "escalations/forwards recallForward": {
    call: async (it, actor) => recallForward(actor, it.escalation.id, await forwardOf(it)),
    prepare: outward,
    may: "DV",
    in: always,
  },
};

export const escalationOfficeWrites: Record<string, OfficeWrite> = {
  "escalations/office setAnswerDays": {
    call: (_, actor) => setAnswerDays(actor, { answerDays: 7 }),
    grid: ".......+.++",
  },
};
