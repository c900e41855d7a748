import { listCompetenceChoices } from "@/lib/trainings/competences";
import { listParticipants, listStaffChoices } from "@/lib/trainings/participant-reads";
import { findTraining } from "@/lib/trainings/reads";
import { ofHostsWriters, ofMeeting, ofNobody, ofOffice } from "./read-grids";
import type { ReadTable } from "./read-world";

export const trainingReads: ReadTable = {
  "trainings/competences listCompetenceChoices": {
    call: (_, actor) => listCompetenceChoices(actor),
    grid: ofNobody,
  },
  "trainings/participant-reads listParticipants": {
    call: (it, actor) => listParticipants(actor, it.meetingId),
    grid: ofMeeting,
  },
  // Each chooses among the staff of his own office.
  "trainings/participant-reads listStaffChoices": {
    call: async (it, actor) => (await listStaffChoices(actor, it.openTraining.id, { professions: [] })).staff,
    grid: ofHostsWriters,
  },
  "trainings/reads findTraining": { call: (it, actor) => findTraining(actor, it.training.id), grid: ofOffice },
};
