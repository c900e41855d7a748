import { findStaff, listStaff } from "@/lib/staff/reads";
import { ofOffice } from "./read-grids";
import type { ReadTable } from "./read-world";

export const staffReads: ReadTable = {
  "staff/reads findStaff": { call: (it, actor) => findStaff(actor, it.staff.id), grid: ofOffice },
  "staff/reads listStaff": { call: (_, actor) => listStaff(actor), grid: ofOffice },
};
