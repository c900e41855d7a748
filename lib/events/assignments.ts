import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { placementEndNames } from "@/lib/staff/professions";
import { formatDayShort } from "@/lib/time";
import { PlacementEnd } from "@/prisma/generated/enums";

const placed = z.object({ name: z.string(), office: z.string() });
const days = z.object({ startsOn: z.string(), endsOn: z.string().nullable() });

const subjectOf = ({ name, office }: z.output<typeof placed>) => `${name}, ${office}`;
const daysOf = ({ startsOn, endsOn }: z.output<typeof days>) =>
  `${formatDayShort(startsOn)}–${endsOn ? formatDayShort(endsOn) : "seterusnya"}`;

export const assignmentEvents = {
  "assignment.started": kind("assignment", placed.extend(days.shape), (data) => ({
    verb: "mencatat penugasan khusus",
    subject: subjectOf(data),
    detail: { masa: daysOf(data) },
  })),
  "assignment.edited": kind(
    "assignment",
    placed.extend({ before: days, after: days }),
    ({ before, after, ...data }) => ({
      verb: "mengubah penugasan khusus",
      subject: subjectOf(data),
      detail: { dari: daysOf(before), menjadi: daysOf(after) },
    }),
  ),
  "assignment.ended": kind(
    "assignment",
    placed.extend({
      endsOn: z.string(),
      reason: z.enum(PlacementEnd),
      note: z.string().nullable(),
      nextStartsOn: z.string().nullable(),
    }),
    ({ endsOn, reason, note, nextStartsOn, ...data }) => ({
      verb: "mengakhiri penugasan khusus",
      subject: subjectOf(data),
      detail: {
        "hari terakhir": formatDayShort(endsOn),
        sebab: placementEndNames[reason],
        ...(note ? { keterangan: note } : {}),
        ...(nextStartsOn ? { "status baru mulai": formatDayShort(nextStartsOn) } : {}),
      },
    }),
  ),
  "assignment.imported": kind(
    "assignment",
    z.object({ fileName: z.string(), started: z.number(), records: z.number() }),
    ({ fileName, started, records }) => ({
      verb: "mengimpor penugasan khusus",
      subject: fileName,
      detail: { penugasan: started, "pegawai baru": records },
    }),
  ),
  "staffing-standard.set": kind(
    "staffing-standard",
    z.object({ office: z.string(), least: z.record(z.string(), z.number()).nullable() }),
    ({ office, least }) => ({
      verb: least ? "menetapkan standar ketenagaan" : "mengembalikan standar ketenagaan ke bawaan",
      subject: office,
      detail: least ?? {},
    }),
  ),
};
