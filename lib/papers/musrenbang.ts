import { findMeeting } from "@/lib/meetings/reads";
import { organiserWords } from "@/lib/meetings/rules";
import type { PaperDefinition, WordingPart } from "@/lib/papers/definition";
import { findHead, type Head, headSignatures } from "@/lib/papers/head";
import type { Cell, Column } from "@/lib/papers/model";
import { worded } from "@/lib/papers/parts/wording";
import type { ListedItem } from "@/lib/plan/item-query";
import { listActionItems } from "@/lib/plan/reads";
import { fundingNames, ownerWords, targetWords } from "@/lib/plan/rules";
import { dayOf, formatDay } from "@/lib/time";

export type MusrenbangFacts = {
  organisationId: string;
  organisation: string;
  title: string;
  day: string;
  /** Rows of the plan that the desa's or the kabupaten's budget is asked to carry, by desa. */
  items: ListedItem[];
  head: Head;
};

const wording = {
  opening: {
    label: "Alinea pembuka",
    text: "Berdasarkan rencana tindak lanjut {nama_kegiatan} pada {tanggal}, {puskesmas} mengusulkan kegiatan bidang kesehatan berikut untuk dibahas dalam Musyawarah Perencanaan Pembangunan:",
    placeholders: ["nama_kegiatan", "tanggal", "puskesmas"],
  },
} satisfies Record<string, WordingPart>;

export const musrenbangProposal: PaperDefinition<MusrenbangFacts> = {
  kind: "musrenbang-proposal",
  slug: "usulan-musrenbang",
  name: "Usulan kegiatan untuk Musrenbang",
  subject: "meeting",
  meetingKinds: ["QUARTERLY_LOKMIN", "STUNTING_MINILOK"],
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  wording,
  async read(actor, meetingId) {
    const meeting = await findMeeting(actor, meetingId);
    if (!meeting) return null;
    const [items, head] = await Promise.all([listActionItems(actor, meetingId), findHead(meeting)]);
    return {
      organisationId: meeting.hostId,
      organisation: organiserWords(meeting.organisers),
      title: meeting.title,
      day: dayOf(meeting.startsAt, meeting.timeZone),
      items: items.filter(isProposed).sort(byVillage),
      head,
    };
  },
  organisationId: ({ organisationId }) => organisationId,
  compose: (facts, settings) => ({
    title: `Usulan Musrenbang ${facts.title}`,
    organisation: facts.organisation,
    size: settings.size,
    sections: [
      {
        orientation: "landscape",
        letterhead: settings.letterhead,
        blocks: [
          { type: "title", lines: ["USULAN KEGIATAN BIDANG KESEHATAN", "UNTUK MUSYAWARAH PERENCANAAN PEMBANGUNAN"] },
          { type: "paragraph", text: worded(settings, wording, "opening", valuesOf(facts)), align: "justify" },
          { type: "table", caption: "Usulan kegiatan", columns, rows: facts.items.map(rowOf) },
          headSignatures(facts.head),
        ],
      },
    ],
    notes: [],
  }),
  fields: (facts) => ({
    values: { ...valuesOf(facts), jumlah_usulan: String(facts.items.length) },
    lists: {
      usulan: facts.items.map((item, index) => ({
        no: String(index + 1),
        kegiatan: item.activity,
        masalah: item.problem ?? "",
        desa: villageWords(item),
        target: targetWords(item),
        sumber_dana: item.fundingSource ? fundingNames[item.fundingSource] : "",
        penanggung_jawab: ownerWords(item),
      })),
    },
  }),
  missing: ({ items }) =>
    items.length > 0
      ? []
      : [
          "Tidak ada RTL dengan sumber dana Dana Desa/ADD atau APBD: isi sumber dana pada RTL yang hendak diusulkan, di bagian RTL kegiatan ini.",
        ],
};

const isProposed = ({ fundingSource, status }: ListedItem) =>
  (fundingSource === "VILLAGE_FUND" || fundingSource === "APBD") && status !== "CANCELLED";

const byVillage = (one: ListedItem, other: ListedItem) =>
  (one.villages[0]?.code ?? "").localeCompare(other.villages[0]?.code ?? "") || one.number - other.number;

const columns: Column[] = [
  { head: "No", width: 4, align: "center", type: "number" },
  { head: "Usulan kegiatan", width: 28 },
  { head: "Masalah", width: 22 },
  { head: "Lokasi (desa)", width: 14 },
  { head: "Target", width: 9 },
  { head: "Sumber dana", width: 10 },
  { head: "Penanggung jawab", width: 13 },
];

const villageWords = ({ villages }: ListedItem) => villages.map(({ name }) => name).join(", ");

function rowOf(item: ListedItem, index: number): Cell[] {
  return [
    { text: String(index + 1), value: index + 1 },
    item.activity,
    item.problem ?? "",
    villageWords(item),
    targetWords(item),
    item.fundingSource ? fundingNames[item.fundingSource] : "",
    ownerWords(item),
  ];
}

function valuesOf({ title, day, organisation }: MusrenbangFacts) {
  return { nama_kegiatan: title, tanggal: formatDay(day), puskesmas: organisation };
}
