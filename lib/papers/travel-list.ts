import { findMeeting } from "@/lib/meetings/reads";
import { organiserWords } from "@/lib/meetings/rules";
import type { PaperDefinition } from "@/lib/papers/definition";
import { findHead, type Head, headSignatures } from "@/lib/papers/head";
import type { Column } from "@/lib/papers/model";
import { listSentPeople, type SentPerson } from "@/lib/papers/sent-people";
import { dayOf, formatDay, formatHours } from "@/lib/time";

export type TravelFacts = {
  organisationId: string;
  organisation: string;
  title: string;
  place: string;
  day: string;
  hours: string;
  sent: SentPerson[];
  head: Head;
};

/** Those sent, to be attached to a surat perintah perjalanan dinas; sums are written by hand. */
export const travelList: PaperDefinition<TravelFacts> = {
  kind: "travel-list",
  slug: "daftar-sppd",
  name: "Daftar perjalanan dinas (SPPD)",
  subject: "meeting",
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  wording: {},
  variants: [
    { label: "Yang diundang", options: {} },
    { label: "Yang hadir", options: { hadir: "1" } },
  ],
  async read(actor, meetingId, options) {
    const meeting = await findMeeting(actor, meetingId);
    if (!meeting) return null;
    const [sent, head] = await Promise.all([listSentPeople(actor, meeting, options.hadir === "1"), findHead(meeting)]);
    return {
      organisationId: meeting.hostId,
      organisation: organiserWords(meeting.organisers),
      title: meeting.title,
      place: meeting.place,
      day: dayOf(meeting.startsAt, meeting.timeZone),
      hours: formatHours(meeting.startsAt, meeting.endsAt, meeting.timeZone),
      sent,
      head,
    };
  },
  organisationId: ({ organisationId }) => organisationId,
  compose: (facts, { size, letterhead }) => ({
    title: `Daftar Perjalanan Dinas ${facts.title}`,
    organisation: facts.organisation,
    size,
    sections: [
      {
        orientation: "landscape",
        letterhead,
        blocks: [
          { type: "title", lines: ["DAFTAR PELAKSANA PERJALANAN DINAS"] },
          {
            type: "facts",
            rows: [
              { label: "Kegiatan", text: facts.title },
              { label: "Hari/tanggal", text: formatDay(facts.day) },
              { label: "Waktu", text: facts.hours },
              { label: "Tempat tujuan", text: facts.place },
            ],
          },
          {
            type: "table",
            caption: "Pelaksana perjalanan dinas",
            columns,
            rows: facts.sent.map(({ name, nip, title, institution }, index) => [
              { text: String(index + 1), value: index + 1 },
              nip ? `${name}\nNIP ${nip}` : name,
              title,
              institution,
              "",
              "",
              `${index + 1}.`,
            ]),
            rowHeight: 11,
          },
          headSignatures(facts.head),
        ],
      },
    ],
    notes: [],
  }),
  fields: ({ title, place, day, hours, sent }) => ({
    values: { nama_kegiatan: title, tempat: place, tanggal: formatDay(day), waktu: hours, jumlah: String(sent.length) },
    lists: { pelaksana: sent.map(sentFields) },
  }),
  missing: ({ sent }) => (sent.length > 0 ? [] : [nobodySent]),
};

export const nobodySent =
  "Belum ada tenaga kesehatan yang diundang atau hadir: undang pejabat bersektor Kesehatan di bagian Undangan.";

export function sentFields({ name, nip, title, institution }: SentPerson, index: number): Record<string, string> {
  return { no: String(index + 1), nama: name, nip, jabatan: title, instansi: institution };
}

const columns: Column[] = [
  { head: "No", width: 5, align: "center", type: "number" },
  { head: "Nama dan NIP", width: 24 },
  { head: "Jabatan", width: 20 },
  { head: "Instansi", width: 18 },
  { head: "Lama (hari)", width: 8, align: "center" },
  { head: "Uang transpor (Rp)", width: 12, align: "right" },
  { head: "Tanda tangan", width: 13, type: "signature" },
];
