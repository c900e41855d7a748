import { z } from "zod";
import { prefixNames } from "@/lib/directory/rules";
import { kind } from "@/lib/events/kind";
import { HolderPrefix } from "@/prisma/generated/enums";

const seat = z.object({ title: z.string(), institution: z.string() });
const holder = z.object({ prefix: z.enum(HolderPrefix).nullable(), name: z.string() });

const seatWords = ({ title, institution }: z.output<typeof seat>) => `${title}, ${institution}`;

function holderWords(of: z.output<typeof holder> | null): string {
  if (!of) return "lowong";
  return of.prefix ? `${of.name} (${prefixNames[of.prefix]})` : of.name;
}

const change = <T>(before: T, after: T) => (before === after ? {} : { dari: before, menjadi: after });

export const directoryEvents = {
  "seat.added": kind("seat", seat.extend({ holder: holder.nullable() }), (data) => ({
    verb: "menambah mitra",
    subject: seatWords(data),
    detail: { pejabat: holderWords(data.holder) },
  })),
  "seat.edited": kind("seat", z.object({ before: seat, after: seat }), ({ before, after }) => ({
    verb: "mengubah jabatan",
    subject: seatWords(after),
    detail: change(seatWords(before), seatWords(after)),
  })),
  "seat.archived": kind("seat", seat, (data) => ({ verb: "mengarsipkan mitra", subject: seatWords(data) })),
  "seat.restored": kind("seat", seat, (data) => ({ verb: "memulihkan mitra", subject: seatWords(data) })),
  "seat.vacated": kind("seat", seat.extend({ before: holder }), ({ before, ...data }) => ({
    verb: "mengosongkan jabatan",
    subject: seatWords(data),
    detail: { dari: holderWords(before), menjadi: "lowong" },
  })),
  "holder.changed": kind(
    "seat",
    seat.extend({ before: holder.nullable(), after: holder }),
    ({ before, after, ...data }) => ({
      verb: before ? "mengganti pejabat" : "mengisi jabatan",
      subject: seatWords(data),
      detail: { dari: holderWords(before), menjadi: holderWords(after) },
    }),
  ),
  "holder.former-added": kind(
    "seat",
    seat.extend({ holder, until: z.string() }),
    ({ holder: former, until, ...data }) => ({
      verb: "mencatat pejabat terdahulu",
      subject: seatWords(data),
      detail: { pejabat: holderWords(former), sampai: until },
    }),
  ),
  "holder.corrected": kind(
    "seat",
    // The number itself is nobody's business in a record.
    seat.extend({ before: holder, after: holder, phone: z.enum(["replaced", "removed"]).nullable() }),
    ({ before, after, phone, ...data }) => ({
      verb: "memperbaiki data pejabat",
      subject: seatWords(data),
      detail: {
        ...change(holderWords(before), holderWords(after)),
        nomor: phone && (phone === "replaced" ? "nomor HP diganti" : "nomor HP dihapus"),
      },
    }),
  ),
  "office-head.seat-chosen": kind(
    "organisation",
    z.object({ before: seat.nullable(), after: seat }),
    ({ before, after }) => ({
      verb: "menetapkan jabatan kepala instansi",
      subject: seatWords(after),
      detail: before ? change(seatWords(before), seatWords(after)) : {},
    }),
  ),
  "directory.imported": kind(
    "organisation",
    z.object({ file: z.string(), result: z.string(), holders: z.array(z.string()) }),
    ({ file, result, holders }) => ({
      verb: "mengimpor mitra",
      subject: file,
      detail: { hasil: result, pejabat: holders },
    }),
  ),
  "owner-link.issued": kind(
    "organisation",
    z.object({ count: z.number(), owner: z.string().nullable() }),
    ({ count, owner }) => ({
      verb: "membuat tautan pribadi untuk",
      subject: owner ?? `${count} penanggung jawab RTL`,
    }),
  ),
  "owner-link.revoked": kind("owner-link", z.object({ owner: z.string() }), ({ owner }) => ({
    verb: "mencabut tautan pribadi",
    subject: owner,
  })),
  "owner-link.reminded": kind("owner-link", z.object({ owner: z.string() }), ({ owner }) => ({
    verb: "mengirim pengingat tindak lanjut kepada",
    subject: owner,
  })),
};
