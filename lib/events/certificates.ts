import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { formatDayLong } from "@/lib/time";

export const certificateEvents = {
  "certificate.issued": kind("meeting", z.object({ title: z.string(), count: z.int() }), ({ title, count }) => ({
    verb: `menerbitkan ${count} sertifikat`,
    subject: title,
  })),
  "certificate.withdrawn": kind(
    "certificate",
    z.object({ number: z.string(), name: z.string(), reason: z.string() }),
    ({ number, name, reason }) => ({
      verb: "menarik sertifikat",
      subject: `${number}, ${name}`,
      detail: { alasan: reason },
    }),
  ),
};

const kept = z.object({ name: z.string(), certificate: z.string() });

const near = z.object({
  daysBefore: z.int(),
  count: z.int(),
  items: z.array(z.object({ name: z.string(), what: z.string(), expiresOn: z.iso.date() })),
});

export const staffCertificateEvents = {
  "certificate.kept": kind("certificate", kept, ({ name, certificate }) => ({
    verb: "menyimpan sertifikat",
    subject: `${certificate}, ${name}`,
  })),
  "certificate.removed": kind("certificate", kept, ({ name, certificate }) => ({
    verb: "menghapus sertifikat",
    subject: `${certificate}, ${name}`,
  })),
  "expiry.near": kind("expiry", near, ({ daysBefore, count, items }) => ({
    verb: "mengingatkan",
    subject: `${count} STR, SIP, atau sertifikat habis dalam ${daysBefore} hari`,
    detail: { pegawai: nearWords(items, count) },
  })),
};

const namedAtMost = 8;

function nearWords(items: z.output<typeof near>["items"], count: number): string {
  const named = items
    .slice(0, namedAtMost)
    .map(({ name, what, expiresOn }) => `${name}, ${what} (${formatDayLong(expiresOn)})`);
  const more = count - named.length;
  return [...named, ...(more > 0 ? [`dan ${more} lainnya`] : [])].join("; ");
}
