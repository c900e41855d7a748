import { z } from "zod";
import { kind } from "@/lib/events/kind";

const asked = z.object({ topic: z.string(), text: z.string() });
const telling = (verb: string) =>
  kind("question", asked, ({ topic, text }) => ({ verb, subject: text, detail: { topik: topic } }));

export const questionEvents = {
  "question.added": telling("menambah soal"),
  "question.changed": telling("mengubah soal"),
  "question.archived": telling("mengarsipkan soal"),
  "question.restored": telling("mengembalikan soal dari arsip"),
  "question.imported": kind(
    "organisation",
    z.object({ file: z.string(), added: z.number(), changed: z.number() }),
    ({ file, added, changed }) => ({
      verb: "mengimpor bank soal",
      subject: file,
      detail: { baru: added, berubah: changed },
    }),
  ),
};
