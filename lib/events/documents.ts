import { z } from "zod";
import { documentKindNames } from "@/lib/documents/rules";
import { kind } from "@/lib/events/kind";
import { formatDay } from "@/lib/time";
import { DocumentKind } from "@/prisma/generated/enums";

const file = z.object({ kind: z.enum(DocumentKind), name: z.string() });

export const documentEvents = {
  "document.stored": kind("document", file, (data) => ({
    verb: `menyimpan ${documentKindNames[data.kind]}`,
    subject: data.name,
  })),
  "document.removed": kind("document", file, (data) => ({
    verb: `menghapus ${documentKindNames[data.kind]}`,
    subject: data.name,
  })),
  "document.captioned": kind(
    "document",
    z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ({ name, before, after }) => ({
      verb: "mengubah keterangan foto",
      subject: name,
      detail: { dari: before, menjadi: after },
    }),
  ),
  "document.dated": kind(
    "document",
    z.object({ name: z.string(), before: z.iso.date().nullable(), after: z.iso.date().nullable() }),
    ({ name, before, after }) => ({
      verb: "mengubah tanggal foto",
      subject: name,
      detail: { dari: before && formatDay(before), menjadi: after && formatDay(after) },
    }),
  ),
  "document.ordered": kind("meeting", z.object({ count: z.int() }), ({ count }) => ({
    verb: "mengurutkan foto kegiatan",
    subject: `${count} foto`,
  })),
};
