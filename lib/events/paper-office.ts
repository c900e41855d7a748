import { z } from "zod";
import { kind } from "@/lib/events/kind";

const named = z.object({ name: z.string() });

function letterheadStep(verb: string) {
  return kind("letterhead", named, ({ name }) => ({ verb, subject: name }));
}

const wordForm = z.object({ paper: z.string(), name: z.string(), isForEOffice: z.boolean() });

function wordFormStep(verb: string) {
  return kind("organisation", wordForm, ({ paper, name, isForEOffice }) => ({
    verb: isForEOffice ? `${verb} untuk SRIKANDI` : verb,
    subject: paper,
    detail: { berkas: name },
  }));
}

const office = z.object({
  size: z.enum(["A4", "F4"]),
  numberPattern: z.string().nullable(),
  last: z.number().int().nullable(),
});

export const paperOfficeEvents = {
  "letterhead.added": letterheadStep("menambah kop surat"),
  "letterhead.changed": letterheadStep("mengubah kop surat"),
  "letterhead.archived": letterheadStep("mengarsipkan kop surat"),
  "letterhead.restored": letterheadStep("memakai lagi kop surat"),
  "paper-office.changed": kind("organisation", office, ({ size, numberPattern, last }) => ({
    verb: "mengubah kertas dan nomor surat",
    subject: size,
    detail: { polaNomor: numberPattern, nomorTerakhir: last },
  })),
  "paper-wording.changed": kind(
    "organisation",
    z.object({ paper: z.string(), parts: z.array(z.string()) }),
    ({ paper, parts }) => ({ verb: "mengubah naskah", subject: paper, detail: { bagian: parts } }),
  ),
  "paper-wording.reset": kind("organisation", z.object({ paper: z.string() }), ({ paper }) => ({
    verb: "mengembalikan naskah bawaan",
    subject: paper,
  })),
  "word-form.kept": wordFormStep("menyimpan formulir Word"),
  "word-form.removed": wordFormStep("menghapus formulir Word"),
};
