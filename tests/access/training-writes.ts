// A training's programme and who takes part; the meeting of the world becomes one.
import { randomUUID } from "node:crypto";
import { acrossOffices } from "@/lib/database-scope";
import { db } from "@/lib/db";
import { dayOf } from "@/lib/time";
import { typedSchema } from "@/lib/trainings/participant-schema";
import { addStaff, addTyped } from "@/lib/trainings/participants";
import { sessionsSchema, trainingSchema } from "@/lib/trainings/schema";
import { saveSessions } from "@/lib/trainings/sessions";
import { saveTraining } from "@/lib/trainings/writes";
import type { MeetingWrite } from "./table";
import type { World } from "./world";

const staff = "AHSC";
const staffName = "Perawat Uji";
const editable = ["DRAFT", "SCHEDULED", "IN_PROGRESS", "POSTPONED"] as const;

const prepare = ({ meetingId }: World) => db.meeting.update({ where: { id: meetingId }, data: { kind: "KALAKARYA" } });

const prepareStaff = async (it: World) => {
  await prepare(it);
  await db.staffMember.create({
    data: { id: randomUUID(), name: staffName, profession: "NURSE", organisationId: it.host.id },
  });
};

export const trainingWrites: Record<string, MeetingWrite> = {
  "trainings/participants addTyped": {
    prepare,
    call: (it, actor) => {
      const row = { name: "Sari", role: "NURSE", institution: "Klinik" };
      return addTyped(actor, it.meetingId, typedSchema.parse({ rows: [row] }));
    },
    may: staff,
    in: editable,
  },
  // A co-organiser reads not the host's register: it adds nobody.
  "trainings/participants addStaff": {
    prepare: prepareStaff,
    call: async (it, actor) => {
      const { id } = await acrossOffices(() => db.staffMember.findFirstOrThrow({ where: { name: staffName } }));
      return addStaff(actor, it.meetingId, [id]);
    },
    may: staff,
    in: editable,
    except: Object.fromEntries(editable.map((state) => [state, "+++.=......"])),
  },
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
