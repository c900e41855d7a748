import { listTokens } from "@/lib/api-tokens/reads";
import { findBackups, findBackupTask } from "@/lib/backups/reads";
import { findFeeds } from "@/lib/calendar/reads";
import { findCluster, listClusterChoices, listClusterNames, listClusters, listReviewers } from "@/lib/clusters/reads";
import { exportDirectory, importTemplate } from "@/lib/directory/export";
import { listChosenSeats } from "@/lib/directory/many";
import { findHeadSeat } from "@/lib/directory/office-head";
import { findProposedSeats } from "@/lib/directory/proposed";
import { findSeat, listOwnVillages, listSeats } from "@/lib/directory/reads";
import { readContents } from "@/lib/evidence-pack/contents";
import { listGaps } from "@/lib/evidence-pack/gaps";
import { findPackOverview } from "@/lib/evidence-pack/overview";
import { findDownload, listPacks } from "@/lib/evidence-pack/reads";
import { readFirstDay } from "@/lib/first-day/facts";
import { listHolidays } from "@/lib/holidays/reads";
import { findSaving } from "@/lib/imports/confirm";
import { findDraft, listWaitingDrafts } from "@/lib/imports/drafts";
import { keepsInstallation, requireKeeper } from "@/lib/installation/keeper";
import { findProblems } from "@/lib/installation/state";
import { findHousekeeping, listJobs } from "@/lib/jobs/reads";
import { findLetterhead, findOffice as findOfficeLetterheadsReads, listLetterheads } from "@/lib/letterheads/reads";
import { findLetterheadForm, findPaperSetUp } from "@/lib/letterheads/set-up";
import { camatOf } from "@/lib/letters/camat";
import { findLetterForm, nextNumbers } from "@/lib/letters/form";
import { proposeForEscalation, proposeForMeeting } from "@/lib/letters/proposals";
import { findLetterRow, letterOfEscalation, letterOfMeeting } from "@/lib/letters/reads";
import { findEntry, listRegister, registerWorkbook } from "@/lib/letters/register";
import { findMeetingType, listMeetingTypes } from "@/lib/meeting-types/reads";
import {
  findOrganisation,
  listChoices,
  listOrganisations,
  listVillagesOf,
  listWorkingArea,
} from "@/lib/organisations/reads";
import { findStartOfUse } from "@/lib/organisations/start-of-use";
import { manageable } from "@/lib/organisations/writes";
import { definePaper } from "@/lib/papers/definition";
import { listExamples as listExamplesPapersExamples } from "@/lib/papers/examples";
import { listEscalationPapers, listMeetingPapers } from "@/lib/papers/meeting-papers";
import { minutes, readMinutes } from "@/lib/papers/minutes";
import { findOwnWording, listOfficePapers } from "@/lib/papers/office-papers";
import { readEscalation } from "@/lib/papers/parts/escalation";
import { readMeeting } from "@/lib/papers/parts/meeting";
import { listAttendees, listInvited } from "@/lib/papers/parts/people";
import { readPlan } from "@/lib/papers/parts/plan";
import { readLines, readPhotos, readProblems } from "@/lib/papers/parts/results";
import { readPuskesmasYear } from "@/lib/papers/parts/year";
import { preparePaper } from "@/lib/papers/prepare";
import { momentOf } from "@/lib/papers/pws-facts";
import { listSentPeople } from "@/lib/papers/sent-people";
import { settingsFor } from "@/lib/papers/settings";
import { copyAccountData } from "@/lib/privacy/account-data";
import { listReadings } from "@/lib/privacy/readings";
import { findFactorRule } from "@/lib/second-factor/office-rule";
import { listFactors } from "@/lib/second-factor/reads";
import { listSessions } from "@/lib/sessions/reads";
import { openCopied, requireCopied } from "@/lib/signed-copies/open";
import { findSignedCopy, listSignedCopies, mayKeepCopy } from "@/lib/signed-copies/reads";
import { findTemplate, findTemplateOf, listTakers, listTemplates } from "@/lib/templates/reads";
import { findAccount } from "@/lib/users/account";
import { listGivenLinks } from "@/lib/users/given-links";
import { findUser, listUsers } from "@/lib/users/reads";
import { findWebhook, listWebhooks } from "@/lib/webhooks/reads";
import { listWordForms } from "@/lib/word-forms/reads";
import {
  ofDinkes,
  ofHost,
  ofHostsAdmin,
  ofHostsWriters,
  ofMeeting,
  ofMeetingNotAbove,
  ofNobody,
  ofOffice,
  ofOfficeNotAbove,
  ofOrganisers,
} from "./read-grids";
import { now, type ReadTable, type ReadWorld, today } from "./read-world";

const paper = definePaper(minutes);
const placeOf = ({ meetingId }: ReadWorld) => ({ slug: "daftar-hadir", subjectId: meetingId });

/** Date is fixed to one day in these tests; this is the time it really is. */
const realTime = () => performance.timeOrigin + performance.now();

export const officeReads: ReadTable = {
  "api-tokens/reads listTokens": { call: (_, actor) => listTokens(actor), grid: ofNobody },
  "backups/reads findBackups": { call: (_, actor) => findBackups(actor, now), grid: ofNobody },
  "backups/reads findBackupTask": { call: (_, actor) => findBackupTask(actor, now), grid: ofNobody },
  "privacy/readings listReadings": { call: (_, actor) => listReadings(actor, 1), grid: ofNobody },
  "installation/keeper keepsInstallation": { call: (_, actor) => keepsInstallation(actor), grid: ofNobody },
  "installation/keeper requireKeeper": { call: (_, actor) => requireKeeper(actor, "look"), grid: ofNobody },
  "installation/state findProblems": { call: (_, actor) => findProblems(actor, realTime), grid: ofNobody },
  "calendar/reads findFeeds": { call: (_, actor) => findFeeds(actor), grid: ofNobody },
  "clusters/reads listClusters": { call: (_it, actor) => listClusters(actor, now), grid: ofDinkes },
  "clusters/reads findCluster": { call: (it, actor) => findCluster(actor, it.cluster.id, now), grid: ofDinkes },
  "clusters/reads listClusterChoices": { call: (_, actor) => listClusterChoices(actor), grid: ofDinkes },
  "clusters/reads listClusterNames": { call: (_, actor) => listClusterNames(actor), grid: ofNobody },
  "clusters/reads listReviewers": { call: (_, actor) => listReviewers(actor), grid: ofNobody },
  "directory/export exportDirectory": { call: (_, actor) => exportDirectory(actor), grid: "+++-+-----------" },
  "directory/export importTemplate": { call: (_, actor) => importTemplate(actor), grid: ofHostsWriters },
  "directory/office-head findHeadSeat": { call: (_, actor) => findHeadSeat(actor), grid: ofNobody },
  "directory/proposed findProposedSeats": { call: (_, actor) => findProposedSeats(actor), grid: "+++-+-----------" },
  "directory/reads listSeats": { call: (_, actor) => listSeats(actor), grid: ofOrganisers },
  "directory/many listChosenSeats": { call: (it, actor) => listChosenSeats(actor, [it.seat.id]), grid: ofHost },
  "directory/reads findSeat": { call: (it, actor) => findSeat(actor, it.seat.id), grid: ofHost },
  "directory/reads listOwnVillages": { call: (_, actor) => listOwnVillages(actor), grid: ofHost },
  // A co-organiser has the meeting too; the admins above count what their puskesmas have.
  "organisations/start-of-use findStartOfUse": { call: (_, actor) => findStartOfUse(actor), grid: ofNobody },
  "first-day/facts readFirstDay": { call: (_, actor) => readFirstDay(actor), grid: "+++-+--+--+--+--" },
  "evidence-pack/contents readContents": {
    call: (it, actor) => readContents(actor, `${it.host.id}:${it.meeting.year}`),
    grid: ofOfficeNotAbove,
  },
  "evidence-pack/gaps listGaps": {
    call: (it, actor) => listGaps(actor, it.host.id, it.meeting.year, now),
    grid: ofMeeting,
  },
  "evidence-pack/overview findPackOverview": {
    call: (it, actor) => findPackOverview(actor, it.host.id, it.figuresYear),
    grid: ofOfficeNotAbove,
  },
  "evidence-pack/reads listPacks": {
    call: (it, actor) => listPacks(actor, it.host.id, it.meeting.year),
    grid: ofOfficeNotAbove,
  },
  "evidence-pack/reads findDownload": {
    call: (it, actor) => findDownload(actor, it.part.packId),
    grid: ofOfficeNotAbove,
  },
  "holidays/reads listHolidays": { call: (_it, actor) => listHolidays(actor, 2030), grid: ofHost },
  "imports/confirm findSaving": { call: (it, actor) => findSaving(actor, it.draft.id), grid: ofNobody },
  "imports/drafts findDraft": { call: (it, actor) => findDraft(actor, "capaian", it.draft.id), grid: ofHostsAdmin },
  "imports/drafts listWaitingDrafts": { call: (_it, actor) => listWaitingDrafts(actor, "capaian"), grid: ofHostsAdmin },
  "jobs/reads listJobs": { call: (_it, actor) => listJobs(actor, 1), grid: ofHostsAdmin },
  "jobs/reads findHousekeeping": { call: (_, actor) => findHousekeeping(actor), grid: ofNobody },
  "letterheads/reads listLetterheads": { call: (it, actor) => listLetterheads(actor, it.host.id), grid: ofMeeting },
  "letterheads/reads findLetterhead": {
    call: (it, actor) => findLetterhead(actor, it.host.id, it.letterhead.id),
    grid: ofMeeting,
  },
  "letterheads/reads findOffice": {
    call: (it, actor) => findOfficeLetterheadsReads(actor, it.host.id),
    grid: ofMeeting,
  },
  "letterheads/set-up findPaperSetUp": { call: (_, actor) => findPaperSetUp(actor), grid: ofHostsWriters },
  "letterheads/set-up findLetterheadForm": {
    call: (it, actor) => findLetterheadForm(actor, it.letterhead.id),
    grid: "+++-++++-+++-+--",
  },
  "letters/camat camatOf": { call: (it, actor) => camatOf(actor, it.host.areaCode), grid: ofNobody },
  "letters/form findLetterForm": {
    call: (it, actor) => findLetterForm(actor, { meetingId: it.meetingId }, "undangan"),
    grid: ofMeeting,
  },
  "letters/form nextNumbers": { call: (_it, actor) => nextNumbers(actor, today), grid: ofHost },
  "letters/proposals proposeForMeeting": {
    call: (it, actor) => proposeForMeeting(actor, it.meetingId, "undangan"),
    grid: ofMeeting,
  },
  "letters/proposals proposeForEscalation": {
    call: (it, actor) => proposeForEscalation(actor, it.escalation.id, "undangan"),
    grid: ofMeeting,
  },
  "letters/reads findLetterRow": {
    call: (it, actor) => findLetterRow(actor, { meetingId: it.meetingId }, "invitation-letter"),
    grid: ofMeeting,
  },
  "letters/reads letterOfMeeting": {
    call: (it, actor) => letterOfMeeting(actor, it.meetingId, "undangan"),
    grid: ofMeeting,
  },
  "letters/reads letterOfEscalation": {
    call: (it, actor) => letterOfEscalation(actor, it.escalation.id, "undangan"),
    grid: ofMeeting,
  },
  "letters/register listRegister": { call: (_, actor) => listRegister(actor, { year: 2026 }), grid: ofNobody },
  "letters/register findEntry": { call: (it, actor) => findEntry(actor, it.letter.id), grid: ofNobody },
  "letters/register registerWorkbook": { call: (it, actor) => registerWorkbook(actor, it.figuresYear), grid: ofNobody },
  "meeting-types/reads listMeetingTypes": { call: (_, actor) => listMeetingTypes(actor), grid: ofNobody },
  "meeting-types/reads findMeetingType": { call: (_it, actor) => findMeetingType(actor, "rapat"), grid: ofNobody },
  "organisations/reads listOrganisations": {
    call: (it, actor) => listOrganisations(actor, { parentId: it.dinkes.id }),
    grid: ofOffice,
  },
  "organisations/reads findOrganisation": { call: (it, actor) => findOrganisation(actor, it.host.id), grid: ofOffice },
  "organisations/reads listWorkingArea": { call: (it, actor) => listWorkingArea(actor, it.host.id), grid: ofOffice },
  "organisations/reads listVillagesOf": {
    call: (it, actor) => listVillagesOf(actor, [it.host.areaCode], it.host.id),
    grid: ofNobody,
  },
  "organisations/reads listChoices": { call: (_, actor) => listChoices(actor), grid: ofOfficeNotAbove },
  "organisations/writes manageable": {
    call: (it, actor) => manageable(actor, it.host.id, "read", ["PUSKESMAS"]),
    grid: "-------+--+--+--",
  },
  "papers/examples listExamples": {
    call: (_it, actor) => listExamplesPapersExamples(actor, paper),
    grid: ofOfficeNotAbove,
  },
  "papers/meeting-papers listMeetingPapers": {
    call: (it, actor) => listMeetingPapers(actor, it.meeting),
    grid: ofMeeting,
  },
  "papers/meeting-papers listEscalationPapers": {
    call: (it, actor) => listEscalationPapers(actor, it.escalation.id),
    grid: ofMeeting,
  },
  "papers/office-papers listOfficePapers": { call: (_, actor) => listOfficePapers(actor), grid: ofNobody },
  "papers/office-papers findOwnWording": { call: (_it, actor) => findOwnWording(actor, paper), grid: ofNobody },
  "papers/parts/escalation readEscalation": {
    call: (it, actor) => readEscalation(actor, it.escalation.id),
    grid: ofMeeting,
  },
  "papers/minutes readMinutes": { call: (it, actor) => readMinutes(actor, it.meetingId), grid: ofMeeting },
  "papers/parts/meeting readMeeting": { call: (it, actor) => readMeeting(actor, it.meetingId), grid: ofMeeting },
  "papers/parts/people listAttendees": { call: (it, actor) => listAttendees(actor, it.meetingId), grid: ofMeeting },
  "papers/parts/plan readPlan": { call: (it, actor) => readPlan(actor, it.meetingId), grid: ofMeeting },
  "papers/parts/results readLines": { call: (it, actor) => readLines(actor, it.meetingId), grid: ofMeeting },
  "papers/parts/results readProblems": { call: (it, actor) => readProblems(actor, it.meetingId), grid: ofMeeting },
  "papers/parts/people listInvited": { call: (it, actor) => listInvited(actor, it.meetingId), grid: ofMeeting },
  "papers/parts/results readPhotos": { call: (it, actor) => readPhotos(actor, it.meetingId, "read"), grid: ofMeeting },
  "papers/parts/year readPuskesmasYear": {
    call: (it, actor) => readPuskesmasYear(actor, `${it.host.id}:${it.meeting.year}`),
    grid: ofOffice,
  },
  "papers/prepare preparePaper": {
    call: (it, actor) => preparePaper(actor, "notulen", it.meetingId, {}),
    grid: ofMeeting,
  },
  "papers/pws-facts momentOf": { call: (it, actor) => momentOf(actor, it.host.id, {}), grid: ofOffice },
  "papers/sent-people listSentPeople": {
    call: (it, actor) => listSentPeople(actor, it.meeting, false),
    grid: ofNobody,
  },
  "papers/settings settingsFor": { call: (it, actor) => settingsFor(actor, it.host.id, paper), grid: ofMeeting },
  "second-factor/reads listFactors": { call: (_, actor) => listFactors(actor), grid: ofNobody },
  "second-factor/office-rule findFactorRule": { call: (_, actor) => findFactorRule(actor), grid: "+------+--+--+--" },
  // His own, with the name of his office.
  "privacy/account-data copyAccountData": { call: (_, actor) => copyAccountData(actor), grid: "++++------------" },
  "sessions/reads listSessions": { call: (_, actor) => listSessions(actor), grid: ofNobody },
  "signed-copies/open openCopied": { call: (it, actor) => openCopied(actor, placeOf(it)), grid: ofMeetingNotAbove },
  "signed-copies/open requireCopied": {
    call: (it, actor) => requireCopied(actor, placeOf(it)),
    grid: ofMeetingNotAbove,
  },
  "signed-copies/reads listSignedCopies": {
    call: (it, actor) => listSignedCopies(actor, placeOf(it)),
    grid: ofMeetingNotAbove,
  },
  "signed-copies/reads mayKeepCopy": { call: (it, actor) => mayKeepCopy(actor, it.copied), grid: "----+-----------" },
  "signed-copies/reads findSignedCopy": {
    call: (it, actor) => findSignedCopy(actor, placeOf(it), it.copy.id),
    grid: ofNobody,
  },
  "templates/reads listTemplates": { call: (_, actor) => listTemplates(actor), grid: "+++++++++-++-++-" },
  "templates/reads findTemplate": {
    call: (it, actor) => findTemplate(actor, it.template.id),
    grid: "+++++++++-++-++-",
  },
  "templates/reads listTakers": { call: (it, actor) => listTakers(actor, it.template.id), grid: ofNobody },
  "templates/reads findTemplateOf": { call: (it, actor) => findTemplateOf(actor, it.meeting), grid: ofNobody },
  "users/account findAccount": { call: (_, actor) => findAccount(actor), grid: ofNobody },
  "users/given-links listGivenLinks": { call: (_it, actor) => listGivenLinks(actor, now), grid: ofNobody },
  "users/reads listUsers": { call: (_, actor) => listUsers(actor), grid: "+------+--+--+--" },
  "users/reads findUser": { call: (it, actor) => findUser(actor, it.user.id), grid: "+------+--+--+--" },
  "webhooks/reads listWebhooks": { call: (_, actor) => listWebhooks(actor), grid: ofHostsAdmin },
  "webhooks/reads findWebhook": { call: (it, actor) => findWebhook(actor, it.webhook.id), grid: ofHostsAdmin },
  "word-forms/reads listWordForms": {
    call: (it, actor) => listWordForms(actor, it.host.id, "undangan"),
    grid: ofNobody,
  },
};
