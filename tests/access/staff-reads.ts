import { listStaffRequests } from "@/lib/privacy/staff-requests";
import { exportStaff, staffTemplate } from "@/lib/staff/export";
import { listMoves } from "@/lib/staff/move-reads";
import { findStaff, listStaff } from "@/lib/staff/reads";
import { ofMeeting, ofOffice } from "./read-grids";
import type { ReadTable } from "./read-world";

/** Who keeps it: the office's own, and the admin of the Dinkes above it. */
const ofKeepers = "+++----+--------";

export const staffReads: ReadTable = {
  "privacy/staff-requests listStaffRequests": { call: (_, actor) => listStaffRequests(actor), grid: ofKeepers },
  "staff/export exportStaff": { call: (_, actor) => exportStaff(actor), grid: ofKeepers },
  "staff/export staffTemplate": { call: (_, actor) => staffTemplate(actor, "csv"), grid: ofKeepers },
  "staff/move-reads listMoves": { call: (_, actor) => listMoves(actor), grid: ofMeeting },
  "staff/reads findStaff": { call: (it, actor) => findStaff(actor, it.staff.id), grid: ofOffice },
  "staff/reads listStaff": { call: (_, actor) => listStaff(actor), grid: ofOffice },
};
