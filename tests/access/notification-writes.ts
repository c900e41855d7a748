// Everybody looks after his own notifications, and reaches nobody else's: no id of a user is asked for.
import { topics } from "@/lib/notifications/kinds";
import { markAllRead, markRead, saveChoice } from "@/lib/notifications/writes";
import type { OfficeWrite } from "./table";

const grid = "+++++++++++";
/** Nobody has any that he has not read. */
const allRead = "===========";

export const notificationWrites: Record<string, OfficeWrite> = {
  "notifications/writes markAllRead": { call: (_, actor) => markAllRead(actor, 1n), grid: allRead },
  "notifications/writes markRead": { call: (_, actor) => markRead(actor, "eskalasi:1", 1n), grid: allRead },
  "notifications/writes saveChoice": {
    call: (_, actor) =>
      saveChoice(actor, { topics: [...topics], newsByEmail: true, rhythm: "DAILY", hour: 7, weekday: 1 }),
    grid,
  },
};
