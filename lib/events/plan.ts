import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { formatNumber, fundingNames, itemSubject, ownerPerson, priorityNames } from "@/lib/plan/rules";
import { formatDayLong } from "@/lib/time";
import { FundingSource, Priority } from "@/prisma/generated/enums";

export const item = z.object({ number: z.number(), activity: z.string() });

/** Comments of before their words were kept in the event have none. */
const commented = item.extend({ text: z.string().nullable().default(null) });

const owner = z.object({
  responsibleInstitution: z.string(),
  responsibleTitle: z.string().nullable(),
  responsibleName: z.string().nullable(),
});

const facts = owner.extend({
  problem: z.string().nullable(),
  cause: z.string().nullable(),
  activity: z.string(),
  support: z.string().nullable(),
  deadline: z.string(),
  indicator: z.string().nullable(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  unit: z.string().nullable(),
  fundingSource: z.enum(FundingSource).nullable(),
  priority: z.enum(Priority),
});

const outline = item.extend(owner.shape).extend({ deadline: z.string() });

const ownerWords = (of: z.output<typeof owner>) =>
  [ownerPerson(of), of.responsibleInstitution].filter(Boolean).join(", ");

const outlineWords = (data: z.output<typeof outline>) => ({
  "penanggung jawab": ownerWords(data),
  "batas waktu": formatDayLong(data.deadline),
});

const figure = (value: number | null) => (value === null ? "" : formatNumber(value));

function factsWords(row: z.output<typeof facts>): Record<string, string> {
  return {
    masalah: row.problem ?? "",
    penyebab: row.cause ?? "",
    kegiatan: row.activity,
    "penanggung jawab": ownerWords(row),
    pendukung: row.support ?? "",
    "batas waktu": formatDayLong(row.deadline),
    indikator: row.indicator ?? "",
    "capaian awal": figure(row.baseline),
    target: figure(row.target),
    satuan: row.unit ?? "",
    "sumber dana": row.fundingSource ? fundingNames[row.fundingSource] : "",
    prioritas: priorityNames[row.priority],
  };
}

export const planEvents = {
  "item.added": kind("item", outline, (data) => ({
    verb: "menambah RTL",
    subject: itemSubject(data),
    detail: outlineWords(data),
  })),
  "item.changed": kind(
    "item",
    z.object({ number: z.number(), before: facts, after: facts }),
    ({ number, before, after }) => ({
      verb: "mengubah RTL",
      subject: itemSubject({ number, activity: after.activity }),
      detail: { dari: factsWords(before), menjadi: factsWords(after) },
    }),
  ),
  "item.deleted": kind("item", outline, (data) => ({
    verb: "menghapus RTL",
    subject: itemSubject(data),
    detail: outlineWords(data),
  })),
  "item.reassigned": kind(
    "item",
    item.extend({ before: owner, after: owner, reason: z.string() }),
    ({ before, after, reason, ...data }) => ({
      verb: "mengalihkan RTL",
      subject: itemSubject(data),
      detail: { "penanggung jawab": `${ownerWords(before)} → ${ownerWords(after)}`, alasan: reason },
    }),
  ),
  "item.owner-corrected": kind("item", item.extend({ before: owner, after: owner }), ({ before, after, ...data }) => ({
    verb: "memperbaiki penanggung jawab menurut pejabat pada hari kegiatan:",
    subject: itemSubject(data),
    detail: { "penanggung jawab": `${ownerWords(before)} → ${ownerWords(after)}` },
  })),
  "item.commented": kind("item", commented, ({ text, ...data }) => ({
    verb: "mengomentari",
    subject: itemSubject(data),
    detail: { komentar: text },
  })),
  "comment.answered": kind("item", commented, ({ text, ...data }) => ({
    verb: "menjawab komentar",
    subject: itemSubject(data),
    detail: { jawaban: text },
  })),
  "comment.closed": kind("item", commented, ({ text, ...data }) => ({
    verb: "menandai komentar selesai",
    subject: itemSubject(data),
    detail: { komentar: text },
  })),
};
