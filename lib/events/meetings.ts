import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { dayOf, formatDay, formatDayLong, formatHours } from "@/lib/time";

const titled = z.object({ title: z.string() });

function step(verb: string) {
  return kind("meeting", titled.extend({ reason: z.string().nullable() }), ({ title, reason }) => ({
    verb,
    subject: title,
    detail: { alasan: reason },
  }));
}

const whenAndWhere = z.object({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime().nullable(), place: z.string() });

function whenAndWhereWords({ startsAt, endsAt, place }: z.output<typeof whenAndWhere>, timeZone: string): string {
  const from = new Date(startsAt);
  const hours = formatHours(from, endsAt ? new Date(endsAt) : null, timeZone);
  return `${formatDay(dayOf(from, timeZone))}, ${hours}, ${place}`;
}

const joining = titled.extend({ puskesmas: z.string() });

export const meetingEvents = {
  "meeting.joined": kind("meeting", joining, ({ title, puskesmas }) => ({
    verb: "menyetujui mengadakan bersama",
    subject: title,
    detail: { puskesmas },
  })),
  "meeting.join-declined": kind("meeting", joining, ({ title, puskesmas }) => ({
    verb: "tidak ikut mengadakan",
    subject: title,
    detail: { puskesmas },
  })),
  "meeting.drafted": kind(
    "meeting",
    titled.extend({
      reason: z.string().nullable().default(null),
      template: z.string().nullable().default(null),
      plan: z.object({ year: z.number(), day: z.string() }).nullable().default(null),
    }),
    ({ title, reason, template, plan }) => ({
      verb: "menyusun",
      subject: title,
      detail: {
        alasan: reason,
        templat: template,
        ...(plan ? { rencana: `Lokmin tahun ${plan.year}`, tanggal: formatDayLong(plan.day) } : {}),
      },
    }),
  ),
  "meeting.action-undone": kind("meeting", z.object({ words: z.string() }), ({ words }) => ({
    verb: "mengurungkan",
    subject: words,
  })),
  "meeting.edited": kind("meeting", titled, ({ title }) => ({ verb: "mengubah", subject: title })),
  "meeting.moved": kind(
    "meeting",
    titled.extend({ timeZone: z.string(), before: whenAndWhere, after: whenAndWhere }),
    ({ title, timeZone, before, after }) => ({
      verb: "mengubah waktu atau tempat",
      subject: title,
      detail: { dari: whenAndWhereWords(before, timeZone), menjadi: whenAndWhereWords(after, timeZone) },
    }),
  ),
  "meeting.scheduled": step("menjadwalkan"),
  "meeting.started": step("memulai"),
  "meeting.start-undone": step("membatalkan mulainya"),
  "meeting.closed": step("menutup"),
  "meeting.reopened": step("membuka kembali"),
  "meeting.postponed": step("menunda"),
  "meeting.cancelled": step("membatalkan"),
  "meeting.expectations-ticked": kind(
    "meeting",
    titled.extend({ met: z.array(z.string()), unmet: z.array(z.string()) }),
    ({ title, met, unmet }) => ({
      verb: "memeriksa masukan dan luaran",
      subject: title,
      detail: { ada: met, belum: unmet },
    }),
  ),
  "agenda.item-started": kind("meeting", z.object({ item: z.number(), topic: z.string() }), ({ topic }) => ({
    verb: "memulai butir acara",
    subject: topic,
  })),
};
