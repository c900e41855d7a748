import { listCompletions } from "@/lib/trainings/completions";
import { ofMeeting } from "./read-grids";
import type { ReadTable } from "./read-world";

/** The sessions of a training: who attended them. */
export const sessionReads: ReadTable = {
  "trainings/completions listCompletions": {
    call: (it, actor) => listCompletions(actor, it.meetingId),
    grid: ofMeeting,
  },
};
