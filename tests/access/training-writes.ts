// A training's programme and who takes part; the meeting of the world becomes one.
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { dayOf } from "@/lib/time";
import { sessionsSchema, trainingSchema } from "@/lib/trainings/schema";
import { saveSessions } from "@/lib/trainings/sessions";
import { saveTraining } from "@/lib/trainings/writes";
import type { MeetingWrite } from "./table";
import type { World } from "./world";

const staff = "AHSC";
const editable = ["DRAFT", "SCHEDULED", "IN_PROGRESS", "POSTPONED"] as const;

const prepare = ({ meetingId }: World) => db.meeting.update({ where: { id: meetingId }, data: { kind: "KALAKARYA" } });

export const trainingWrites: Record<string, MeetingWrite> = {
  "trainings/writes saveTraining": {
    prepare,
    call: (it, actor) => saveTraining(actor, it.meetingId, trainingSchema.parse({ version: 0, objectives: "BHD" })),
    may: staff,
    in: editable,
  },
  "trainings/sessions saveSessions": {
    prepare,
    call: async (it, actor) => {
      const { startsAt, timeZone } = await db.meeting.findUniqueOrThrow({ where: { id: it.meetingId } });
      const row = {
        form: "THEORY",
        topic: "BHD",
        date: dayOf(startsAt, timeZone),
        startTime: "09:00",
        endTime: "10:30",
      };
      const kept = await db.trainingSession.findMany({ where: { meetingId: it.meetingId }, select: { id: true } });
      const rows = [...kept, { id: randomUUID() }].map(({ id }) => ({ ...row, id }));
      return saveSessions(actor, it.meetingId, sessionsSchema.parse({ version: 0, rows }));
    },
    may: staff,
    in: editable,
  },
};
