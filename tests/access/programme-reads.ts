import { listMembers } from "@/lib/area-maps/members";
import {
  findProgramme,
  findVisit,
  listCoverage,
  listFindings,
  listPossibleMembers,
  listProgrammeIndicators,
  listProgrammes,
} from "@/lib/programmes/reads";
import { listProgrammeFindings, listProgrammeItems, rollUp } from "@/lib/programmes/roll-up";
import { ofHost, ofOffice, ofOfficesAbove } from "./read-grids";
import { now, officeOf, type ReadTable } from "./read-world";

export const programmeReads: ReadTable = {
  "area-maps/members listMembers": { call: (it, actor) => listMembers(actor, officeOf(it)), grid: ofOffice },
  "programmes/reads findProgramme": {
    call: (it, actor) => findProgramme(actor, it.programme.id),
    grid: "-------++-+-++++",
  },
  "programmes/reads findVisit": { call: (it, actor) => findVisit(actor, it.visit.id), grid: ofOffice },
  "programmes/reads listCoverage": {
    call: (it, actor) => listCoverage(actor, it.programme.id, now),
    grid: ofOfficesAbove,
  },
  "programmes/reads listFindings": { call: (it, actor) => listFindings(actor, it.visit.id), grid: ofOffice },
  "programmes/reads listPossibleMembers": { call: (_, actor) => listPossibleMembers(actor), grid: ofOffice },
  "programmes/reads listProgrammeIndicators": { call: (_, actor) => listProgrammeIndicators(actor), grid: ofHost },
  "programmes/reads listProgrammes": { call: (_, actor) => listProgrammes(actor), grid: ofOfficesAbove },
  "programmes/roll-up listProgrammeFindings": {
    call: (it, actor) => listProgrammeFindings(actor, it.programme.id, {}),
    grid: ofOfficesAbove,
  },
  "programmes/roll-up listProgrammeItems": {
    call: (it, actor) => listProgrammeItems(actor, it.programme.id, {}),
    grid: ofOfficesAbove,
  },
  "programmes/roll-up rollUp": {
    call: (it, actor) => rollUp(actor, it.programme.id, "topic", now),
    grid: ofOfficesAbove,
  },
};
