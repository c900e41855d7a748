import type { Actor } from "@/lib/actor";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import { planFields } from "@/lib/papers/minutes";
import type { Block, Paper } from "@/lib/papers/model";
import { factRows, heading, listed, numberCell, numberColumn } from "@/lib/papers/parts/blocks";
import {
  findOffice,
  type MeetingFacts,
  meetingValues,
  type OfficeFacts,
  placeAndDay,
  readMeeting,
  whenAndWhere,
} from "@/lib/papers/parts/meeting";
import { type Attendee, listAttendees, nameAndPost, presentName } from "@/lib/papers/parts/people";
import { type PlanRow, readPlan, shortPlanTable } from "@/lib/papers/parts/plan";
import { type Photo, photoBlocks, readPhotos } from "@/lib/papers/parts/results";
import { findHead, listSeatsOn, type Signer, signatory } from "@/lib/papers/parts/signatories";
import { type FoundVisit, findVisit, type ListedFinding, listFindings } from "@/lib/programmes/reads";
import { answerWords, checklistPercent } from "@/lib/programmes/rules";

type Facts = {
  meeting: MeetingFacts;
  visit: FoundVisit;
  attendees: Attendee[];
  findings: ListedFinding[];
  plan: PlanRow[];
  photos: Photo[];
  visited: OfficeFacts;
  head: Signer | null;
};

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const [meeting, visit] = await Promise.all([readMeeting(actor, id), findVisit(actor, id)]);
  if (!meeting || !visit) return null;
  const [attendees, findings, { plan }, photos, visited, seats] = await Promise.all([
    listAttendees(actor, id),
    listFindings(actor, id),
    readPlan(actor, id),
    readPhotos(actor, id, meeting.title),
    findOffice(visit.organisation.id),
    listSeatsOn(visit.organisation.id, meeting.day, meeting.timeZone),
  ]);
  const head = await findHead(visited, seats, meeting.day);
  return { meeting, visit, attendees, findings, plan, photos, visited, head };
}

const isPresent = ({ isPresent: came }: Attendee) => came;

function compose(facts: Facts, settings: PaperSettings): Paper {
  const { meeting, visit, attendees, findings, plan, photos } = facts;
  const present = attendees.filter(isPresent);
  const blocks: Block[] = [
    { type: "title", lines: ["LAPORAN KUNJUNGAN PEMBINAAN", visit.organisation.name.toUpperCase()] },
    factRows([
      ["Program", visit.programme.name],
      ["Tujuan", visit.programme.goal],
      ...whenAndWhere(meeting),
      ["Tim", listed(visit.team.map(({ name, title, institution }) => `${name} (${title}, ${institution})`))],
      ["Peserta", present.length > 0 ? `${present.length} orang` : null],
    ]),
    ...checklistBlocks(visit),
    ...findingBlocks(findings),
    ...(plan.length > 0 ? [heading(2, "Rencana tindak lanjut"), shortPlanTable(plan)] : []),
    signatures(facts),
  ];
  const attached: Block[] = [
    ...(present.length > 0 ? [heading(2, "Peserta"), peopleTable(present)] : []),
    ...(photos.length > 0 ? [heading(2, "Dokumentasi"), ...photoBlocks(photos)] : []),
  ];
  return {
    title: `Laporan ${meeting.title}`,
    organisation: meeting.host.name,
    size: settings.size,
    notes: [],
    sections: [
      { orientation: "portrait", letterhead: settings.letterhead, blocks },
      ...(attached.length > 0 ? [{ orientation: "portrait" as const, letterhead: null, blocks: attached }] : []),
    ],
  };
}

function checklistBlocks({ checklist }: FoundVisit): Block[] {
  if (checklist.length === 0) return [];
  const percent = checklistPercent(checklist);
  return [
    heading(2, percent === null ? "Daftar periksa" : `Daftar periksa: ${percent} dari 100`),
    {
      type: "table",
      caption: "Daftar periksa",
      columns: [
        numberColumn,
        { head: "Butir", width: 48 },
        { head: "Jawaban", width: 16 },
        { head: "Catatan", width: 30 },
      ],
      rows: checklist.map((row) => [
        numberCell(row.position),
        row.section ? `${row.section}: ${row.text}` : row.text,
        answerWords(row),
        row.note ?? "",
      ]),
    },
  ];
}

function findingBlocks(findings: readonly ListedFinding[]): Block[] {
  if (findings.length === 0) return [];
  return [
    heading(2, "Temuan"),
    {
      type: "table",
      caption: "Temuan",
      columns: [
        numberColumn,
        { head: "Topik", width: 18 },
        { head: "Temuan", width: 46 },
        { head: "Penanggung jawab", width: 30 },
      ],
      rows: findings.map(({ number, topic, statement, owner }) => [
        numberCell(number),
        topic ?? "–",
        statement,
        owner ?? "–",
      ]),
    },
  ];
}

function peopleTable(present: readonly Attendee[]): Block {
  return {
    type: "table",
    caption: "Peserta",
    columns: [numberColumn, { head: "Nama", width: 36 }, { head: "Jabatan dan instansi", width: 58 }],
    rows: present.map((attendee, index) => {
      const who = attendee.delegate ?? attendee.principal;
      return [numberCell(index + 1), presentName(attendee), nameAndPost({ ...who, name: null })];
    }),
  };
}

function signatures({ meeting, visit, visited, head }: Facts): Block {
  const [first] = visit.team;
  const team = {
    above: ["Ketua tim,"],
    name: first?.name ?? "",
    below: first ? [`${first.title}, ${first.institution}`] : [],
  };
  return {
    type: "signatures",
    columns: 2,
    placeAndDay: placeAndDay(meeting.host, meeting.day),
    parties: [signatory("Mengetahui", head, `Kepala ${visited.name}`), team],
  };
}

export const visitReport: PaperDefinition<Facts> = {
  kind: "visit-report",
  slug: "laporan-kunjungan",
  name: "Laporan kunjungan",
  subject: "meeting",
  meetingKinds: ["COACHING_VISIT"],
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  wording: {},
  read,
  organisationId: ({ meeting }) => meeting.host.id,
  compose,
  fields: ({ meeting, visit, plan, findings }) => ({
    values: { ...meetingValues(meeting), program: visit.programme.name, dikunjungi: visit.organisation.name },
    lists: {
      rtl: planFields(plan),
      temuan: findings.map(({ number, topic, statement, owner }) => ({
        ...{ no: `${number}`, topik: topic ?? "", temuan: statement, penanggung_jawab: owner ?? "" },
      })),
    },
  }),
  missing: ({ meeting, visit, attendees, findings }) => [
    ...(meeting.status === "IN_PROGRESS" || meeting.status === "CLOSED"
      ? []
      : ["Kunjungan ini belum berlangsung: mulai di Ringkasan."]),
    ...(visit.team.length > 0 ? [] : ["Tim kunjungan belum diisi: pilih fasilitator di Ubah kegiatan."]),
    ...(attendees.some(isPresent) ? [] : ["Belum ada yang hadir: catat di bagian Kehadiran."]),
    ...(findings.length > 0 || visit.checklist.some(({ answer, score }) => answer !== null || score !== null)
      ? []
      : ["Hasilnya belum ada: isi Daftar periksa atau Temuan."]),
  ],
};
