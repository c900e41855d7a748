import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { formatDay } from "@/lib/time";

const named = z.object({ name: z.string() });
const titled = z.object({ title: z.string() });
const ofFacilitator = named.extend({ facilitator: z.string(), institution: z.string() });
const facts = z.object({ goal: z.string(), from: z.string(), to: z.string(), members: z.number() });

const facilitating = (verb: string) =>
  kind("programme", ofFacilitator, ({ name, facilitator, institution }) => ({
    verb,
    subject: `${facilitator}, ${institution}`,
    detail: { program: name },
  }));

export const programmeEvents = {
  "programme.made": kind("programme", named.extend({ facts }), ({ name, facts: { members } }) => ({
    verb: "membuat program",
    subject: name,
    detail: { peserta: members },
  })),
  "programme.changed": kind("programme", named.extend({ before: facts, after: facts }), ({ name, before, after }) => ({
    verb: "mengubah program",
    subject: name,
    detail: { dari: before, menjadi: after },
  })),
  "programme.closed": kind("programme", named, ({ name }) => ({ verb: "menutup program", subject: name })),
  "programme.opened": kind("programme", named, ({ name }) => ({ verb: "membuka lagi program", subject: name })),
  "programme.facilitator-added": facilitating("menambah fasilitator"),
  "programme.facilitator-changed": facilitating("mengubah fasilitator"),
  "programme.facilitator-removed": facilitating("mengeluarkan fasilitator"),
  "programme.checklist-changed": kind("programme", named.extend({ items: z.number() }), ({ name, items }) => ({
    verb: "mengubah daftar periksa program",
    subject: name,
    detail: { butir: items },
  })),
  "visit.planned": kind(
    "meeting",
    titled.extend({ day: z.string(), team: z.array(z.string()) }),
    ({ title, day, team }) => ({
      verb: "menjadwalkan kunjungan",
      subject: title,
      detail: { tanggal: formatDay(day), tim: team },
    }),
  ),
  "visit.team-changed": kind(
    "meeting",
    titled.extend({ before: z.array(z.string()), after: z.array(z.string()) }),
    ({ title, before, after }) => ({
      verb: "mengubah tim kunjungan",
      subject: title,
      detail: { dari: before, menjadi: after },
    }),
  ),
  "visit.checklist-filled": kind(
    "meeting",
    titled.extend({ items: z.array(z.object({ item: z.string(), before: z.string(), after: z.string() })) }),
    ({ title, items }) => ({
      verb: "mengisi daftar periksa",
      subject: title,
      detail: Object.fromEntries(items.map(({ item, before, after }) => [item, `${before} → ${after}`])),
    }),
  ),
};
