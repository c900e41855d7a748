import { listCompetenceChoices } from "@/lib/trainings/competences";
import { findTraining } from "@/lib/trainings/reads";
import { ofOffice } from "./read-grids";
import type { ReadTable } from "./read-world";

export const trainingReads: ReadTable = {
  // The host's Dinkes sets it for all its puskesmas.
  "trainings/competences listCompetenceChoices": {
    call: (_, actor) => listCompetenceChoices(actor),
    grid: "+++++++++--++-++",
  },
  "trainings/reads findTraining": { call: (it, actor) => findTraining(actor, it.training.id), grid: ofOffice },
};
