import { z } from "zod";
import { choice, clock, day, formId, optionalClock, text } from "@/lib/fields";
import { periodsOf, planKinds, rowKey } from "@/lib/meetings/year-plan";

const row = z
  .object({
    id: formId,
    kind: choice("jenis kegiatan", planKinds),
    period: z.coerce.number().int().min(1).max(12),
    date: day("tanggal"),
    startTime: clock("jam mulai"),
    endTime: optionalClock("jam selesai"),
    place: text("tempat", 200),
  })
  .superRefine((meeting, context) => {
    if (meeting.period > periodsOf(meeting.kind))
      context.addIssue({ code: "custom", path: ["period"], message: "Muat ulang halaman ini, lalu coba lagi" });
    if (meeting.endTime && meeting.startTime && meeting.endTime <= meeting.startTime)
      context.addIssue({
        code: "custom",
        path: ["endTime"],
        message: `Jam selesai harus sesudah jam mulai (${meeting.startTime.replace(":", ".")})`,
      });
  });

const anyRow = z.object({ kind: z.string().max(40), period: z.string().max(4) }).loose();

/** A year's plan as its form sends it: only the rows that were ticked are looked at. */
export const yearPlanSchema = z
  .object({
    year: z.coerce.number().int().min(1990).max(2100),
    include: z.array(z.string().max(60)).max(60).default([]),
    rows: z.array(anyRow).max(60).default([]),
  })
  .transform(({ year, include, rows }, context) => {
    const taken = new Set(include);
    const parsed = rows.flatMap((raw, index) => {
      if (!taken.has(`${raw.kind}-${raw.period}`)) return [];
      const checked = row.safeParse(raw);
      if (checked.success) return [checked.data];
      for (const issue of checked.error.issues)
        context.addIssue({ code: "custom", path: ["rows", index, ...issue.path], message: issue.message });
      return [];
    });
    if (taken.size === 0)
      context.addIssue({ code: "custom", path: ["include"], message: "Centang paling sedikit satu Lokmin" });
    // The same period or id twice in one form would be somebody's own making; the first counts.
    const first = parsed.filter(
      (one, index) => parsed.findIndex((other) => rowKey(other) === rowKey(one) || other.id === one.id) === index,
    );
    return { year, rows: first };
  });

export type YearPlanInput = z.output<typeof yearPlanSchema>;

export const scheduleSchema = z.object({
  drafts: z.array(formId).max(100, "Paling banyak 100 kegiatan").default([]),
});
