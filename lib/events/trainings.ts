import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { formatDay } from "@/lib/time";

const titled = z.object({ title: z.string() });
const facts = z.object({
  objectives: z.array(z.string()),
  requiredAttendance: z.number(),
  requiredScore: z.number().nullable(),
  competences: z.array(z.string()),
  skp: z.string().nullable(),
});
const session = z.object({ topic: z.string(), day: z.string(), hours: z.string(), lessons: z.number() });

type Facts = z.output<typeof facts>;

export const trainingEvents = {
  "training.changed": kind("meeting", titled.extend({ before: facts, after: facts }), ({ title, before, after }) => ({
    verb: "mengubah isi pelatihan",
    subject: title,
    detail: { dari: factWords(before), menjadi: factWords(after) },
  })),
  "training.sessions-changed": kind(
    "meeting",
    titled.extend({ before: z.array(session), after: z.array(session) }),
    ({ title, before, after }) => ({
      verb: "mengubah sesi pelatihan",
      subject: title,
      detail: { dari: before.map(sessionWords), menjadi: after.map(sessionWords) },
    }),
  ),
  "training.participants-added": kind("meeting", titled.extend({ names: z.array(z.string()) }), ({ title, names }) => ({
    verb: `menambah ${names.length} peserta pelatihan`,
    subject: title,
    detail: { peserta: names },
  })),
};

function factWords({ objectives, requiredAttendance, requiredScore, competences, skp }: Facts) {
  return {
    tujuan: objectives,
    "kehadiran paling sedikit": `${requiredAttendance} %`,
    "nilai post-test paling rendah": requiredScore,
    kompetensi: competences,
    SKP: skp,
  };
}

function sessionWords({ topic, day, hours, lessons }: z.output<typeof session>): string {
  return `${topic}: ${formatDay(day)}, ${hours}, ${lessons.toLocaleString("id-ID")} JPL`;
}
