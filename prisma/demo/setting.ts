import type { Calendar } from "./calendar";
import type { Rows } from "./demo-rows";
import type { Directory } from "./directory";
import type { Staff, Village } from "./offices";

/** One puskesmas of a case, ready to hold meetings. */
export type Setting = {
  rows: Rows;
  calendar: Calendar;
  /** Who keeps the puskesmas's record. */
  by: Staff;
  /** Who looks over it at the Dinkes. */
  reviewer: Staff;
  directory: Directory;
  villages: readonly Village[];
};
