import { findIssuing } from "@/lib/certificates/issuing";
import { findCertificate, listCertificates, listInForce } from "@/lib/certificates/reads";
import { ofMeeting } from "./read-grids";
import type { ReadTable } from "./read-world";

export const certificateReads: ReadTable = {
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
