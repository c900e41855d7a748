import { z } from "zod";
import { kind } from "@/lib/events/kind";

const id = z.string().optional();
const two = z.object({ keptId: id, kept: z.string(), absorbedId: id, absorbed: z.string() });

export const personEvents = {
  "person.edited": kind("person", z.object({ before: z.string(), after: z.string() }), ({ before, after }) => ({
    verb: "mengubah catatan orang",
    subject: after,
    detail: before === after ? {} : { dari: before, menjadi: after },
  })),
  "person.copied": kind("person", z.object({ person: z.string() }), ({ person }) => ({
    verb: "membuat salinan data pribadi",
    subject: person,
  })),
  "person.erased": kind("person", z.object({ reason: z.string(), kept: z.number() }), ({ reason, kept }) => ({
    verb: "menghapus data pribadi",
    subject: "satu orang, atas permintaan",
    detail: { alasan: reason, "tetap disimpan": `${kept} baris daftar hadir, jawaban, dan RTL` },
  })),
  "person.merged": kind("person", two, ({ kept, absorbed }) => ({
    verb: "menggabungkan catatan orang",
    subject: kept,
    detail: { digabung: absorbed },
  })),
  "person.merge-undone": kind("person", two, ({ kept, absorbed }) => ({
    verb: "membatalkan penggabungan orang",
    subject: kept,
    detail: { dipisah: absorbed },
  })),
  "person.told-apart": kind(
    "person",
    z.object({ one: z.string(), otherId: id, other: z.string() }),
    ({ one, other }) => ({ verb: "membedakan dua orang", subject: one, detail: { dengan: other } }),
  ),
  "participant.identified": kind(
    "person",
    z.object({ participant: z.string(), person: z.string().nullable() }),
    ({ participant, person }) => ({
      verb: person ? "mengenali peserta" : "melepas pengenalan peserta",
      subject: participant,
      detail: person ? { sebagai: person } : {},
    }),
  ),
};
