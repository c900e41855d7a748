import { z } from "zod";
import { demandWords } from "@/lib/competences/rules";
import { kind } from "@/lib/events/kind";

const named = z.object({ name: z.string() });
const whole = named.extend({
  validMonths: z.number().nullable(),
  professions: z.array(z.object({ profession: z.string(), leastStaff: z.number().nullable() })),
});

const saving = (verb: string) =>
  kind("competence", whole, ({ name, validMonths, professions }) => ({
    verb,
    subject: name,
    detail: {
      profesi: professions.map((one) => `${one.profession} (${demandWords(one.leastStaff)})`).join(", "),
      ...(validMonths ? { "masa berlaku": `${validMonths} bulan` } : {}),
    },
  }));

const step = (verb: string) => kind("competence", named, ({ name }) => ({ verb, subject: name }));

const planned = z.object({
  title: z.string(),
  year: z.number(),
  cancelledReason: z.string().nullable().optional(),
});

const planning = (verb: string) =>
  kind("planned-training", planned, ({ title, year, cancelledReason }) => ({
    verb,
    subject: `${title}, ${year}`,
    ...(cancelledReason ? { detail: { batal: cancelledReason } } : {}),
  }));

export const competenceEvents = {
  "competence.added": saving("menetapkan kompetensi"),
  "competence.edited": saving("mengubah kompetensi"),
  "competence.archived": step("mengarsipkan kompetensi"),
  "competence.restored": step("mengaktifkan lagi kompetensi"),
  "planned-training.added": planning("merencanakan pelatihan"),
  "planned-training.edited": planning("mengubah rencana pelatihan"),
  "planned-training.removed": planning("menghapus rencana pelatihan"),
};
