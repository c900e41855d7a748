import { readCurve } from "@/lib/assignments/curve";
import { countAssignments, findAssignment, listAssignmentPlaces, listAssignments } from "@/lib/assignments/reads";
import { listOpenTrainings, proposeParticipants } from "@/lib/competences/proposals";
import { findCompetence, listCompetences, listGaps } from "@/lib/competences/reads";
import { rankNeeds } from "@/lib/needs/ranking";
import { readNeeds } from "@/lib/needs/reads";
import { findStandard } from "@/lib/needs/standard";
import { findPlanned, listPlanned, listUnplannedTrainings } from "@/lib/training-plan/reads";
import { ofHost, ofNobody, ofOffice } from "./read-grids";
import { now, officeOf, type ReadTable } from "./read-world";

// What a Dinkes asks: all its offices, and those above it.
const ofDinkesAndBelow = "+++++++++-++++++";

export const needReads: ReadTable = {
  "assignments/curve readCurve": { call: (_, actor) => readCurve(actor, {}, now), grid: ofOffice },
  "assignments/reads listAssignments": {
    call: async (_, actor) => (await listAssignments(actor, {}, now)).assignments,
    grid: ofOffice,
  },
  "assignments/reads countAssignments": {
    call: async (_, actor) => (await countAssignments(actor, {}, now)).RUNNING,
    grid: ofOffice,
  },
  "assignments/reads findAssignment": { call: (it, actor) => findAssignment(actor, it.term.id, now), grid: ofOffice },
  "assignments/reads listAssignmentPlaces": {
    call: async (it, actor) =>
      (await listAssignmentPlaces(actor)).filter(({ choices }) => choices.some(({ value }) => value === it.host.id)),
    grid: ofOffice,
  },
  "needs/reads readNeeds": {
    call: async (it, actor) => (await readNeeds(actor, officeOf(it), { now })).filter(({ id }) => id === it.host.id),
    grid: ofOffice,
  },
  "needs/ranking rankNeeds": {
    call: async (it, actor) =>
      (await rankNeeds(actor, officeOf(it), { now, take: 99 })).filter(({ id }) => id === it.host.id),
    grid: ofOffice,
  },
  "needs/standard findStandard": { call: (_, actor) => findStandard(actor), grid: ofNobody },
  "competences/reads listCompetences": { call: (_, actor) => listCompetences(actor, now), grid: ofDinkesAndBelow },
  "competences/reads findCompetence": {
    call: (it, actor) => findCompetence(actor, it.competence.id),
    grid: ofDinkesAndBelow,
  },
  "competences/reads listGaps": { call: (it, actor) => listGaps(actor, it.competence.id, now), grid: ofOffice },
  "competences/proposals proposeParticipants": {
    call: (it, actor) => proposeParticipants(actor, it.competence.id, now),
    grid: ofOffice,
  },
  "competences/proposals listOpenTrainings": {
    call: (it, actor) => listOpenTrainings(actor, it.competence.id),
    // Of the actor's own trainings that teach it; the host has none.
    grid: ofNobody,
  },
  "training-plan/reads listPlanned": { call: (it, actor) => listPlanned(actor, 2026, now, it.host.id), grid: ofOffice },
  "training-plan/reads findPlanned": { call: (it, actor) => findPlanned(actor, it.planned.id, now), grid: ofOffice },
  "training-plan/reads listUnplannedTrainings": {
    call: (it, actor) => listUnplannedTrainings(actor, it.meeting.year, it.planned.id),
    grid: ofHost,
  },
};
