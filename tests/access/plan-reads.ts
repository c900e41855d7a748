import { listAboveDenominator } from "@/lib/figures/above-denominator";
import { findSasaranGrid } from "@/lib/figures/denominators";
import { exportValues, valuesTemplate } from "@/lib/figures/export";
import { findValuesGrid } from "@/lib/figures/grid-values";
import { findTargetGrid } from "@/lib/figures/targets";
import { countCarriedItems, listCarriedItems } from "@/lib/follow-up/carry-over";
import { exportItems } from "@/lib/follow-up/export";
import { listQuarterRows } from "@/lib/follow-up/quarters";
import { countActionItems, listFollowUps, listItemsNeedingAttention, listReassignable } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import { listFollowUpTasks } from "@/lib/follow-up/tasks";
import {
  findDefinition,
  findPuskesmasInView,
  listDefinitions,
  listIndicators,
  listTopics,
  listVillages,
} from "@/lib/indicators/reads";
import { listTakenNames } from "@/lib/indicators/take-standard";
import { findDueDates } from "@/lib/matrix/due-dates";
import { exportMatrix } from "@/lib/matrix/export";
import { findOffice as findOfficeMatrixOffice } from "@/lib/matrix/office";
import { findMatrix } from "@/lib/matrix/reads";
import { countPuskesmas, listPuskesmas } from "@/lib/matrix/scope-sql";
import {
  composeExample,
  listExamples as listExamplesMessagesExample,
  listFollowUpExamples,
} from "@/lib/messages/example";
import { findSendList } from "@/lib/messages/send-list";
import { findTemplates } from "@/lib/messages/templates";
import { findOfficeView } from "@/lib/organisations/office-view";
import { listOwnerLinks } from "@/lib/owner-links/reads";
import { findOwnerSendList, listOwnersWithoutLink } from "@/lib/owner-links/send-list";
import { listScope } from "@/lib/plan/item-query";
import { listMisowned } from "@/lib/plan/owners-of-day";
import { findPrefill } from "@/lib/plan/prefill";
import {
  dayOfOwners,
  findActionItem,
  listActionItems,
  listInstitutions,
  listOwnerChoices,
  listVillageChoices,
  officeOfOwners,
} from "@/lib/plan/reads";
import { countUnchecked, listUnchecked } from "@/lib/progress/checks";
import { findOfficeFigures } from "@/lib/pws/offices";
import { listOpenProblems, listProposalMeetings, listProposed } from "@/lib/pws/proposals";
import { findPws, findReportedSpan, findVillageSheet, listPws } from "@/lib/pws/pws";
import { listMonthSums } from "@/lib/pws/year-lines";
import { ofHost, ofHostsWriters, ofMeeting, ofNobody, ofOffice, ofOrganisers, ofReviewers } from "./read-grids";
import { now, officeOf, type ReadTable, today } from "./read-world";
import { village } from "./world";

export const planReads: ReadTable = {
  "figures/above-denominator listAboveDenominator": {
    call: (it, actor) => listAboveDenominator(actor, it.host.id, it.figuresYear, [it.indicator.id]),
    grid: ofNobody,
  },
  "figures/denominators findSasaranGrid": {
    call: (it, actor) => findSasaranGrid(actor, it.host.id, it.figuresYear),
    grid: ofOffice,
  },
  "figures/export exportValues": {
    call: (it, actor) => exportValues(actor, it.host.id, it.figuresYear),
    grid: ofOffice,
  },
  "figures/export valuesTemplate": {
    call: (it, actor) => valuesTemplate(actor, it.figuresYear, 1),
    grid: ofHostsWriters,
  },
  "figures/grid-values findValuesGrid": {
    call: (it, actor) => findValuesGrid(actor, it.host.id, { year: it.figuresYear, month: 1 }),
    grid: ofOffice,
  },
  "figures/targets findTargetGrid": {
    call: (it, actor) => findTargetGrid(actor, it.host.id, it.figuresYear),
    grid: ofOffice,
  },
  "follow-up/carry-over countCarriedItems": {
    call: (it, actor) => countCarriedItems(actor, it.meetingId),
    grid: ofMeeting,
  },
  "follow-up/carry-over listCarriedItems": {
    call: (it, actor) => listCarriedItems(actor, it.meetingId),
    grid: ofMeeting,
  },
  "follow-up/export exportItems": {
    call: (_it, actor) => exportItems(actor, followUpSchema.parse({}), now),
    grid: ofMeeting,
  },
  "follow-up/quarters listQuarterRows": {
    call: (it, actor) => listQuarterRows(actor, [it.item.id], now),
    grid: ofMeeting,
  },
  "follow-up/reads countActionItems": { call: (_it, actor) => countActionItems(actor, today), grid: ofMeeting },
  "follow-up/reads listFollowUps": {
    call: (_it, actor) => listFollowUps(actor, followUpSchema.parse({}), now),
    grid: ofMeeting,
  },
  "follow-up/reads listReassignable": {
    call: (_it, actor) => listReassignable(actor, followUpSchema.parse({}), now),
    grid: ofMeeting,
  },
  "follow-up/reads listItemsNeedingAttention": {
    call: (_it, actor) => listItemsNeedingAttention(actor, now, 20),
    grid: ofNobody,
  },
  "follow-up/tasks listFollowUpTasks": {
    call: (_it, actor) => listFollowUpTasks(actor, now),
    grid: "+++-+--++-----+-",
  },
  "indicators/reads findPuskesmasInView": {
    call: (it, actor) => findPuskesmasInView(actor, it.host.id),
    grid: ofOffice,
  },
  "organisations/office-view findOfficeView": {
    call: async (_, actor) => (await findOfficeView(actor, {})).members,
    grid: "-------++-+--++-",
  },
  "indicators/reads listIndicators": { call: (it, actor) => listIndicators(actor, it.host.id), grid: ofOffice },
  "indicators/reads listVillages": { call: (it, actor) => listVillages(actor, it.host.id), grid: ofOffice },
  "indicators/reads listDefinitions": { call: (_, actor) => listDefinitions(actor), grid: ofHost },
  "indicators/reads findDefinition": { call: (it, actor) => findDefinition(actor, it.indicator.id), grid: ofHost },
  "indicators/take-standard listTakenNames": { call: (_, actor) => listTakenNames(actor), grid: ofHost },
  "indicators/reads listTopics": { call: (_, actor) => listTopics(actor), grid: ofNobody },
  "matrix/due-dates findDueDates": { call: (_, actor) => findDueDates(actor), grid: ofNobody },
  "matrix/export exportMatrix": {
    call: (it, actor) => exportMatrix(actor, officeOf(it), { filter: {}, year: it.meeting.year, now, isEach: false }),
    grid: ofMeeting,
  },
  "matrix/office findOffice": { call: (it, actor) => findOfficeMatrixOffice(actor, it.dinkes.id), grid: ofNobody },
  "matrix/reads findMatrix": {
    call: (it, actor) => findMatrix(actor, officeOf(it), it.figuresYear, now),
    grid: ofMeeting,
  },
  "matrix/scope-sql countPuskesmas": { call: (it, actor) => countPuskesmas(actor, officeOf(it)), grid: ofNobody },
  "matrix/scope-sql listPuskesmas": { call: (it, actor) => listPuskesmas(actor, officeOf(it)), grid: ofNobody },
  "messages/example listFollowUpExamples": { call: (_, actor) => listFollowUpExamples(actor), grid: ofOrganisers },
  "messages/example listExamples": { call: (_, actor) => listExamplesMessagesExample(actor), grid: ofOrganisers },
  "messages/example composeExample": {
    call: (it, actor) => composeExample(actor, "INVITATION", "{tautan}", it.invitation.id),
    grid: "+++-+-----------",
  },
  "messages/send-list findSendList": {
    call: (it, actor) => findSendList(actor, it.found, "INVITATION", now),
    grid: ofNobody,
  },
  "messages/templates findTemplates": { call: (_, actor) => findTemplates(actor), grid: ofNobody },
  "owner-links/reads listOwnerLinks": {
    call: (it, actor) => listOwnerLinks(actor, [`seat:${it.seat.id}`]),
    grid: ofHostsWriters,
  },
  "owner-links/send-list findOwnerSendList": {
    call: (_it, actor) => findOwnerSendList(actor, followUpSchema.parse({}), now),
    grid: ofNobody,
  },
  "owner-links/send-list listOwnersWithoutLink": {
    call: (_it, actor) => listOwnersWithoutLink(actor, followUpSchema.parse({}), now),
    grid: ofNobody,
  },
  "plan/item-query listScope": { call: (_, actor) => listScope(actor), grid: "-------++-+--++-" },
  "plan/prefill findPrefill": {
    call: (it, actor) => findPrefill(actor, it.meetingId, { masalah: it.problems[0].id }),
    grid: ofMeeting,
  },
  "plan/owners-of-day listMisowned": { call: (it, actor) => listMisowned(actor, it.meeting), grid: ofNobody },
  "plan/reads listActionItems": { call: (it, actor) => listActionItems(actor, it.meetingId), grid: ofMeeting },
  "plan/reads findActionItem": {
    call: (it, actor) => findActionItem(actor, it.meetingId, it.item.id),
    grid: ofMeeting,
  },
  "plan/reads listVillageChoices": { call: (it, actor) => listVillageChoices(actor, it.meetingId), grid: ofMeeting },
  "plan/reads listOwnerChoices": { call: (it, actor) => listOwnerChoices(actor, it.meetingId), grid: ofOrganisers },
  "plan/reads officeOfOwners": { call: (it, actor) => officeOfOwners(actor, it.visit.id), grid: ofReviewers },
  "plan/reads dayOfOwners": { call: (it, actor) => dayOfOwners(actor, it.meetingId), grid: ofMeeting },
  "plan/reads listInstitutions": { call: (it, actor) => listInstitutions(actor, it.meetingId), grid: ofMeeting },
  "progress/checks listUnchecked": { call: (_, actor) => listUnchecked(actor), grid: ofOrganisers },
  "progress/checks countUnchecked": { call: (_, actor) => countUnchecked(actor), grid: ofOrganisers },
  "pws/proposals listProposalMeetings": {
    call: (_it, actor) => listProposalMeetings(actor, now),
    grid: ofHostsWriters,
  },
  "pws/proposals listProposed": { call: (it, actor) => listProposed(actor, [it.meetingId]), grid: ofNobody },
  "pws/proposals listOpenProblems": {
    call: (it, actor) => listOpenProblems(actor, village, it.host.id),
    grid: ofNobody,
  },
  "pws/offices findOfficeFigures": {
    call: (it, actor) => findOfficeFigures(actor, officeOf(it), { year: it.figuresYear, month: 1, page: 1 }),
    grid: ofOffice,
  },
  "pws/pws listPws": {
    call: (it, actor) => listPws(actor, { puskesmasId: it.host.id, year: it.figuresYear, month: 1 }),
    grid: ofOffice,
  },
  "pws/year-lines listMonthSums": {
    call: (it, actor) => listMonthSums(actor, { puskesmasId: it.host.id, year: it.figuresYear + 1, month: 1 }),
    grid: ofOffice,
  },
  "pws/pws findPws": {
    call: (it, actor) =>
      findPws(actor, {
        puskesmasId: it.host.id,
        year: it.figuresYear,
        month: 1,
        indicatorId: it.indicator.id,
        span: 12,
      }),
    grid: ofOffice,
  },
  "pws/pws findVillageSheet": {
    call: (it, actor) =>
      findVillageSheet(actor, {
        puskesmasId: it.host.id,
        year: it.figuresYear,
        month: 1,
        villageCode: village,
        span: 12,
      }),
    grid: ofOffice,
  },
  "pws/pws findReportedSpan": { call: (it, actor) => findReportedSpan(actor, it.host.id, now), grid: ofOffice },
};
