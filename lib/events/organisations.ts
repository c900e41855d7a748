import { z } from "zod";
import { kind } from "@/lib/events/kind";

const named = z.object({ name: z.string() });

const village = z.string().default("desa");

function step(verb: string) {
  return kind("organisation", named, ({ name }) => ({ verb, subject: name }));
}

export const organisationEvents = {
  "organisation.action-undone": kind("organisation", z.object({ words: z.string() }), ({ words }) => ({
    verb: "mengurungkan",
    subject: words,
  })),
  "installation.begun": step("memulai Lokmin untuk"),
  "organisation.added": step("menambah instansi"),
  "puskesmas.added": step("menambah puskesmas"),
  "organisation.edited": kind("organisation", z.object({ before: named, after: named }), ({ before, after }) => ({
    verb: "mengubah data",
    subject: after.name,
    detail: before.name === after.name ? {} : { dari: before.name, menjadi: after.name },
  })),
  "second-factor-rule.set": kind(
    "organisation",
    z.object({ name: z.string(), ofOwnAdmins: z.boolean(), ofAdminsBelow: z.boolean() }),
    ({ name, ofOwnAdmins, ofAdminsBelow }) => {
      const whom = [
        ...(ofOwnAdmins ? ["admin kantor sendiri"] : []),
        ...(ofAdminsBelow ? ["admin instansi di bawahnya"] : []),
      ];
      return {
        verb: "mengatur verifikasi dua langkah",
        subject: `${name}: ${whom.length > 0 ? `wajib untuk ${whom.join(" dan ")}` : "tidak wajib"}`,
      };
    },
  ),
  "working-area.set": kind(
    "organisation",
    z.object({ name: z.string(), before: z.number(), after: z.number(), village }),
    ({ name, before, after, village }) => ({
      verb: "mengatur wilayah kerja",
      subject: name,
      detail: { dari: `${before} ${village}`, menjadi: `${after} ${village}` },
    }),
  ),
  "working-area.lost": kind(
    "organisation",
    z.object({ name: z.string(), count: z.number(), village }),
    ({ name, count, village }) => ({
      verb: `memindahkan ${count} ${village} ke puskesmas lain dari wilayah kerja`,
      subject: name,
    }),
  ),
};
