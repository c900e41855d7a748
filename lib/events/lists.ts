import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { messageNames } from "@/lib/messages/rules";
import { formatDayLong } from "@/lib/time";

const named = z.object({ name: z.string() });
const words = z.object({ name: z.string(), inputs: z.array(z.string()), outputs: z.array(z.string()) });
const message = z.object({ kind: z.enum(["INVITATION", "REMINDER", "CHANGE", "FOLLOW_UP"]) });
const feed = z.object({ owner: z.enum(["puskesmas", "saya"]) });
const holiday = z.object({ day: z.iso.date(), name: z.string() });

const feedNames = { puskesmas: "kalender puskesmas", saya: "kalender pribadi" } as const;

function typeWords({ name, inputs, outputs }: z.output<typeof words>) {
  return { nama: name, masukan: inputs, luaran: outputs };
}

function templateStep(verb: string) {
  return kind("template", named, ({ name }) => ({ verb, subject: name }));
}

function typeStep(verb: string) {
  return kind("organisation", named, ({ name }) => ({ verb, subject: name }));
}

function messageStep(verb: string) {
  return kind("organisation", message, (data) => ({ verb, subject: messageNames[data.kind] }));
}

function feedStep(verb: string) {
  return kind("organisation", feed, ({ owner }) => ({ verb, subject: feedNames[owner] }));
}

export const listEvents = {
  "template.saved": kind("template", z.object({ title: z.string(), name: z.string() }), ({ title, name }) => ({
    verb: "menyimpan sebagai templat",
    subject: title,
    detail: { templat: name },
  })),
  "template.archived": templateStep("mengarsipkan templat"),
  "template.restored": templateStep("memakai lagi templat"),
  "meeting-type.added": typeStep("menambah jenis kegiatan"),
  "meeting-type.edited": kind("organisation", z.object({ before: words, after: words }), ({ before, after }) => ({
    verb: "mengubah jenis kegiatan",
    subject: after.name,
    detail: { dari: typeWords(before), menjadi: typeWords(after) },
  })),
  "meeting-type.hidden": typeStep("menyembunyikan jenis kegiatan"),
  "meeting-type.shown": typeStep("menampilkan jenis kegiatan"),
  "meeting-type.reset": typeStep("mengembalikan jenis kegiatan bawaan"),
  "message.edited": messageStep("mengubah pesan"),
  "message.reset": messageStep("mengembalikan pesan bawaan"),
  "holidays.added": kind("organisation", z.object({ days: z.array(holiday) }), ({ days }) => ({
    verb: "mencatat hari libur",
    subject: `${days.length} hari`,
    detail: { hari: days.map(({ day, name }) => `${formatDayLong(day)} ${name}`) },
  })),
  "holiday.removed": kind("organisation", holiday, ({ day, name }) => ({
    verb: "menghapus hari libur",
    subject: `${formatDayLong(day)} ${name}`.trim(),
  })),
  "calendar-feed.created": feedStep("membuat alamat"),
  "calendar-feed.renewed": feedStep("memperbarui alamat"),
  "calendar-feed.revoked": feedStep("mencabut alamat"),
};
