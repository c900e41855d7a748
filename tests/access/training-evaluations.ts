// The evaluations of a training: who writes them, and who reads them.
import { randomUUID } from "node:crypto";

import { db } from "@/lib/db";
import { deleteObservation, saveObservation } from "@/lib/simulations/observations";
import { findSimulation, listSimulations } from "@/lib/simulations/reads";
import { deleteSimulation, saveSimulation } from "@/lib/simulations/writes";
import { dayOf } from "@/lib/time";
import {
  findApplication,
  findParticipantApplication,
  listAssessed,
} from "@/lib/training-evaluations/application-reads";
import { saveApplication, saveParticipantApplication } from "@/lib/training-evaluations/application-writes";
import { saveFindings } from "@/lib/training-evaluations/findings";
import { findOpinions } from "@/lib/training-evaluations/opinions";
import { listApplicationTasks } from "@/lib/training-evaluations/tasks";
import { makeSimulation } from "@/tests/factories/simulations";
import { ofMeeting } from "./read-grids";
import { now, type ReadTable } from "./read-world";
import type { MeetingWrite } from "./table";
import type { World } from "./world";

const staff = "AHSC";
const afterwards = ["CLOSED", "APPROVED"] as const;
const today = dayOf(now, "Asia/Jakarta");
const assessment = { assessor: "Kepala", assessedOn: today, version: null };

const prepare = ({ participant, other }: World) =>
  db.trainingParticipant.update({
    where: { invitationId: participant.id },
    data: { organisationId: other.id },
  });

const simulationId = randomUUID();
const observationId = randomUUID();
const simulation = { id: randomUUID(), version: null, name: "BHD", passShare: 0, items: [{ text: "Aman", points: 1 }] };

const withSimulation = ({ meetingId }: World) => makeSimulation({ id: simulationId, meetingId });

async function withObservation(it: World) {
  await withSimulation(it);
  await db.simulationObservation.create({
    data: { id: observationId, simulationId, invitationId: it.participant.id, observer: "Budi" },
  });
}

const seen = async (invitationId: string) => {
  const item = await db.simulationItem.findFirstOrThrow({ where: { simulationId } });
  return {
    ...{ id: randomUUID(), version: null, invitationId, observer: "Budi", seconds: 220, note: null },
    scores: [{ itemId: item.id, points: 1 }],
  };
};

const prepared = ["DRAFT", "SCHEDULED", "IN_PROGRESS", "POSTPONED", "CLOSED"] as const;
const running = ["IN_PROGRESS", "CLOSED"] as const;

export const trainingEvaluationWrites: Record<string, MeetingWrite> = {
  "simulations/writes saveSimulation": {
    call: ({ meetingId }, actor) => saveSimulation(actor, meetingId, simulation),
    may: staff,
    in: prepared,
  },
  "simulations/writes deleteSimulation": {
    prepare: withSimulation,
    call: ({ meetingId }, actor) => deleteSimulation(actor, meetingId, simulationId),
    may: staff,
    in: prepared,
  },
  "simulations/observations saveObservation": {
    prepare: withSimulation,
    call: async ({ meetingId, participant }, actor) =>
      saveObservation(actor, meetingId, simulationId, await seen(participant.id)),
    may: staff,
    in: running,
  },
  "simulations/observations deleteObservation": {
    prepare: withObservation,
    call: ({ meetingId }, actor) => deleteObservation(actor, meetingId, observationId),
    may: staff,
    in: running,
  },
  "training-evaluations/findings saveFindings": {
    call: ({ meetingId }, actor) => {
      const plan = { activity: "Kegiatan lain", owner: "Desa", deadline: "2030-01-01" };
      const row = { problemId: randomUUID(), itemId: randomUUID(), statement: "Alur belum jelas", plan };
      return saveFindings(actor, meetingId, [row]);
    },
    may: staff,
    in: ["IN_PROGRESS"],
  },
  "training-evaluations/application-writes saveApplication": {
    prepare,
    call: ({ meetingId }, actor) =>
      saveApplication(actor, meetingId, { ...assessment, summary: "Dipakai", obstacles: null, followUp: null }, now),
    may: staff,
    in: afterwards,
  },
  // The participant is of another puskesmas: its staff assesses him too.
  "training-evaluations/application-writes saveParticipantApplication": {
    prepare,
    call: ({ participant }, actor) =>
      saveParticipantApplication(
        actor,
        participant.id,
        { ...assessment, level: "FULL", evidence: "Dipakai", obstacle: null, support: null },
        now,
      ),
    may: `${staff}XY`,
    in: afterwards,
  },
};

const whenDue = new Date(now.getTime() + 90 * 86_400_000);

/** The participant is of another puskesmas, whose staff sees him and nobody else of the training. */
export const trainingEvaluationReads: ReadTable = {
  "simulations/reads listSimulations": { call: (it, actor) => listSimulations(actor, it.meetingId), grid: ofMeeting },
  "simulations/reads findSimulation": { call: (it, actor) => findSimulation(actor, it.simulation.id), grid: ofMeeting },
  "training-evaluations/application-reads findApplication": {
    call: (it, actor) => findApplication(actor, it.meetingId),
    grid: ofMeeting,
  },
  "training-evaluations/application-reads findParticipantApplication": {
    call: (it, actor) => findParticipantApplication(actor, it.participant.id),
    grid: "+++++++++-+--++-",
  },
  "training-evaluations/application-reads listAssessed": {
    call: (it, actor) => listAssessed(actor, it.meetingId),
    grid: "+++++++++-+--++-",
  },
  "training-evaluations/opinions findOpinions": {
    call: (it, actor) => findOpinions(actor, it.meetingId),
    grid: ofMeeting,
  },
  "training-evaluations/tasks listApplicationTasks": {
    call: (_it, actor) => listApplicationTasks(actor, whenDue),
    grid: "+++-+++---------",
  },
};
