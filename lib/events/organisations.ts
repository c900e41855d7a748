import { z } from "zod";
import { kind } from "@/lib/events/kind";

const named = z.object({ name: z.string() });

function step(verb: string) {
  return kind("organisation", named, ({ name }) => ({ verb, subject: name }));
}

export const organisationEvents = {
  "installation.begun": step("memulai Lokmin untuk"),
  "organisation.added": step("menambah instansi"),
  "puskesmas.added": step("menambah puskesmas"),
  "organisation.edited": kind("organisation", z.object({ before: named, after: named }), ({ before, after }) => ({
    verb: "mengubah data",
    subject: after.name,
    detail: before.name === after.name ? {} : { dari: before.name, menjadi: after.name },
  })),
  "working-area.set": kind(
    "organisation",
    z.object({ name: z.string(), before: z.number(), after: z.number() }),
    ({ name, before, after }) => ({
      verb: "mengatur wilayah kerja",
      subject: name,
      detail: { dari: `${before} desa`, menjadi: `${after} desa` },
    }),
  ),
  "working-area.lost": kind("organisation", z.object({ name: z.string(), count: z.number() }), ({ name, count }) => ({
    verb: `memindahkan ${count} desa ke puskesmas lain dari wilayah kerja`,
    subject: name,
  })),
};
