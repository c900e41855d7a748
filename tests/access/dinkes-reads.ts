import { listAnswers } from "@/lib/data-exchange/answers";
import { exportDataValues } from "@/lib/data-exchange/export";
import { listMappings } from "@/lib/data-exchange/reads";
import { findFeedback, listFeedback } from "@/lib/feedback/reads";
import { listDifferingIndicators, listOfficeFigures } from "@/lib/figures/office-reads";
import { officeTemplate as figuresTemplate } from "@/lib/figures/office-sheet";
import { findOfficeInView } from "@/lib/indicators/reads";
import { proposeFor, proposeForFeedback } from "@/lib/letters/proposals";
import { letterOfFeedback } from "@/lib/letters/reads";
import { writeAccountNews, writeDigest, writeNews } from "@/lib/notifications/mail-text";
import { countUnread, findChoice, findNewsPlace, listNews } from "@/lib/notifications/reads";
import { listWaiting } from "@/lib/notifications/waiting";
import { readSetUp } from "@/lib/office-check/reads";
import { findOpenDistricts } from "@/lib/office-import/proposed";
import { officeTemplate } from "@/lib/office-import/template";
import { listFeedbackPapers } from "@/lib/papers/meeting-papers";
import { listOfficesWithoutUsers } from "@/lib/users/first-users";
import { listStrangers } from "@/lib/users/many-links";
import { ofNobody, ofOffice, ofOfficeNotAbove, ofOfficesAbove, ofReviewers } from "./read-grids";
import { now, type ReadTable, type ReadWorld } from "./read-world";

const figures = (it: ReadWorld) => ({ year: it.figuresYear, indicatorId: it.shared.id, page: 1 });

export const dinkesReads: ReadTable = {
  "data-exchange/answers listAnswers": { call: (_, actor) => listAnswers(actor), grid: ofOffice },
  "data-exchange/export exportDataValues": {
    call: (it, actor) => exportDataValues(actor, String(it.figuresYear)),
    grid: ofNobody,
  },
  "data-exchange/reads listMappings": { call: (_, actor) => listMappings(actor), grid: ofNobody },
  "figures/office-reads listOfficeFigures": {
    call: (it, actor) => listOfficeFigures(actor, figures(it)),
    grid: ofOffice,
  },
  "figures/office-reads listDifferingIndicators": {
    call: (it, actor) => listDifferingIndicators(actor, it.figuresYear),
    grid: ofNobody,
  },
  "figures/office-sheet officeTemplate": {
    call: (it, actor) => figuresTemplate(actor, figures(it)),
    grid: ofOfficeNotAbove,
  },
  "feedback/reads findFeedback": { call: (it, actor) => findFeedback(actor, it.feedback.id), grid: ofOffice },
  "feedback/reads listFeedback": {
    call: (_, actor) => listFeedback(actor, { year: 2026, month: 6 }, 1),
    grid: ofOffice,
  },
  "letters/proposals proposeFor": {
    call: (it, actor) => proposeFor(actor, { feedbackId: it.feedback.id }, "feedback-letter"),
    grid: ofOffice,
  },
  "letters/proposals proposeForFeedback": {
    call: (it, actor) => proposeForFeedback(actor, it.feedback.id, "feedback-letter"),
    grid: ofOffice,
  },
  "letters/reads letterOfFeedback": {
    call: (it, actor) => letterOfFeedback(actor, it.feedback.id, "feedback-letter"),
    grid: ofOffice,
  },
  "papers/meeting-papers listFeedbackPapers": {
    call: (it, actor) => listFeedbackPapers(actor, it.feedback.id),
    grid: ofOffice,
  },
  "indicators/reads findOfficeInView": {
    call: (it, actor) => findOfficeInView(actor, it.host.id),
    grid: ofOfficesAbove,
  },
  "notifications/mail-text writeDigest": { call: (_, actor) => writeDigest(actor, now), grid: "+++-+--++--+--+-" },
  "notifications/mail-text writeAccountNews": {
    call: (it, actor) => writeAccountNews(actor, it.meetingId),
    grid: ofNobody,
  },
  "notifications/mail-text writeNews": { call: (it, actor) => writeNews(actor, it.meetingId), grid: ofNobody },
  "notifications/reads countUnread": { call: (_, actor) => countUnread(actor), grid: ofNobody },
  "notifications/reads listNews": { call: (_, actor) => listNews(actor), grid: ofNobody },
  "notifications/reads findChoice": { call: (_, actor) => findChoice(actor), grid: ofNobody },
  "notifications/reads findNewsPlace": { call: (it, actor) => findNewsPlace(actor, it.meetingId), grid: ofNobody },
  "notifications/waiting listWaiting": { call: (_, actor) => listWaiting(actor, now), grid: "+++-+--++--+--+-" },
  "office-check/reads readSetUp": { call: (_, actor) => readSetUp(actor), grid: "-------+--------" },
  "office-import/proposed findOpenDistricts": {
    call: (_, actor) => findOpenDistricts(actor),
    grid: ofNobody,
  },
  "office-import/template officeTemplate": { call: (_, actor) => officeTemplate(actor, "csv"), grid: ofReviewers },
  "users/first-users listOfficesWithoutUsers": { call: (_, actor) => listOfficesWithoutUsers(actor), grid: ofNobody },
  "users/many-links listStrangers": { call: (_, actor) => listStrangers(actor), grid: "+------+--+--+--" },
};
