import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { employmentStatusNames, licenceKindNames, placementEndNames, professionNames } from "@/lib/staff/professions";
import { formatDayLong } from "@/lib/time";
import { EmploymentStatus, LicenceKind, PlacementEnd, Profession, StaffRequestKind } from "@/prisma/generated/enums";

const named = z.object({ name: z.string() });
const facts = named.extend({ profession: z.enum(Profession), hasNip: z.boolean().optional() });
const term = z.object({
  office: z.string(),
  status: z.enum(EmploymentStatus),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  endReason: z.enum(PlacementEnd).nullable(),
});
const licence = named.extend({ kind: z.enum(LicenceKind) });
const asked = named.extend({ kind: z.enum(StaffRequestKind), text: z.string() });
const move = named.extend({ from: z.string(), to: z.string(), startsOn: z.string() });

const factsLine = ({ name, profession }: z.output<typeof facts>) => `${name}, ${professionNames[profession]}`;

function termLine({ office, status, startsOn, endsOn, endReason }: z.output<typeof term>): string {
  const until = endsOn ? ` sampai ${formatDayLong(endsOn)}` : "";
  const reason = endReason ? ` (${placementEndNames[endReason].toLowerCase()})` : "";
  return `${employmentStatusNames[status]} di ${office}, mulai ${formatDayLong(startsOn)}${until}${reason}`;
}

function moveKind(verb: string) {
  return kind("staff", move, ({ name, from, to, startsOn }) => ({
    verb,
    subject: name,
    detail: { dari: from, ke: to, mulai: formatDayLong(startsOn) },
  }));
}

function licenceStep(verb: string) {
  return kind("staff", licence, ({ name, kind }) => ({ verb: `${verb} ${licenceKindNames[kind]}`, subject: name }));
}

export const staffEvents = {
  "staff.added": kind("staff", facts, (data) => ({ verb: "menambah pegawai", subject: factsLine(data) })),
  "staff.edited": kind("staff", z.object({ before: facts, after: facts }), ({ before, after }) => {
    const [dari, menjadi] = [factsLine(before), factsLine(after)];
    return { verb: "mengubah data pegawai", subject: after.name, detail: dari === menjadi ? {} : { dari, menjadi } };
  }),
  "staff.placement-added": kind("staff", named.extend({ term }), ({ name, term }) => ({
    verb: "mencatat masa kerja",
    subject: name,
    detail: { "masa kerja": termLine(term) },
  })),
  "staff.placement-edited": kind("staff", named.extend({ before: term, after: term }), ({ name, before, after }) => ({
    verb: "mengubah masa kerja",
    subject: name,
    detail: { dari: termLine(before), menjadi: termLine(after) },
  })),
  "staff.placement-removed": kind("staff", named.extend({ term }), ({ name, term }) => ({
    verb: "menghapus masa kerja",
    subject: name,
    detail: { "masa kerja": termLine(term) },
  })),
  "staff.licence-added": licenceStep("mencatat"),
  "staff.licence-edited": licenceStep("mengubah"),
  "staff.licence-removed": licenceStep("menghapus"),
  "staff.link-given": kind("staff", named, ({ name }) => ({ verb: "membuat tautan data diri", subject: name })),
  "staff.link-revoked": kind("staff", named, ({ name }) => ({ verb: "mencabut tautan data diri", subject: name })),
  "staff.move-asked": moveKind("meminta kepindahan pegawai"),
  "staff.moved": moveKind("memindahkan pegawai"),
  "staff.move-refused": moveKind("menolak kepindahan pegawai"),
  "staff.move-withdrawn": moveKind("membatalkan permintaan kepindahan"),
  "staff.data-copied": kind("staff", named, ({ name }) => ({ verb: "menyalin data pegawai", subject: name })),
  "staff.data-asked": kind("staff", asked, ({ name, kind, text }) => ({
    verb: kind === "ERASURE" ? "meminta penghapusan datanya" : "meminta pembetulan datanya",
    subject: name,
    detail: { permintaan: text },
  })),
  "staff.data-answered": kind("staff", asked, ({ name, text }) => ({
    verb: "menjawab permintaan pegawai atas datanya",
    subject: name,
    detail: { jawaban: text },
  })),
  "staff.data-erased": kind("staff", named.extend({ reason: z.string() }), ({ name, reason }) => ({
    verb: "menghapus data pribadi pegawai",
    subject: name,
    detail: { alasan: reason },
  })),
  "staff.imported": kind(
    "staff",
    z.object({ fileName: z.string(), added: z.number(), changed: z.number() }),
    ({ fileName, added, changed }) => ({
      verb: "mengimpor pegawai",
      subject: fileName,
      detail: { baru: added, berubah: changed },
    }),
  ),
};
