import { z } from "zod";
import { kind } from "@/lib/events/kind";

const checklist = z.object({ name: z.string(), items: z.number() });
const observed = z.object({ name: z.string(), participant: z.string(), observer: z.string() });

const ofObservation = (verb: string) =>
  kind("invitation", observed, ({ name, participant, observer }) => ({
    verb,
    subject: participant,
    detail: { simulasi: name, penilai: observer },
  }));

export const simulationEvents = {
  "simulation.saved": kind(
    "meeting",
    checklist.extend({ before: checklist.nullable() }),
    ({ name, items, before }) => ({
      verb: before ? "mengubah daftar simulasi" : "membuat daftar simulasi",
      subject: name,
      detail: { butir: items },
    }),
  ),
  "simulation.deleted": kind("meeting", z.object({ name: z.string() }), ({ name }) => ({
    verb: "menghapus daftar simulasi",
    subject: name,
  })),
  "simulation.observed": ofObservation("menilai simulasi"),
  "simulation.observation-deleted": ofObservation("menghapus penilaian simulasi"),
};
