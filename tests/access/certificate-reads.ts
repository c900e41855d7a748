import { listExpiring } from "@/lib/certificates/expiring";
import { findIssuing } from "@/lib/certificates/issuing";
import { listCompetencesOfOffice, listStaffCertificates } from "@/lib/certificates/outside";
import { findCertificate, listCertificates, listInForce } from "@/lib/certificates/reads";
import { ofMeeting, ofNobody, ofOffice } from "./read-grids";
import { type ReadTable, today } from "./read-world";

export const certificateReads: ReadTable = {
  "certificates/expiring listExpiring": {
    call: (_, actor) => listExpiring(actor, { kind: "semua", within: "habis", page: 1 }, today),
    grid: ofOffice,
  },
  "certificates/outside listStaffCertificates": {
    call: (it, actor) => listStaffCertificates(actor, it.staff.id),
    grid: ofOffice,
  },
  // Of its own and of those above: nothing of the host's.
  "certificates/outside listCompetencesOfOffice": {
    call: (_, actor) => listCompetencesOfOffice(actor),
    grid: ofNobody,
  },
  "certificates/reads findCertificate": {
    call: (it, actor) => findCertificate(actor, it.certificate.id),
    grid: ofMeeting,
  },
  "certificates/issuing findIssuing": { call: (it, actor) => findIssuing(actor, it.meetingId), grid: ofMeeting },
  "certificates/reads listInForce": { call: (it, actor) => listInForce(actor, it.meetingId), grid: ofMeeting },
  "certificates/reads listCertificates": {
    call: (it, actor) => listCertificates(actor, it.meetingId),
    grid: ofMeeting,
  },
};
