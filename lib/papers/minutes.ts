import type { Actor } from "@/lib/actor";
import { asksForSections, missingSections, sectionList, sectionNames } from "@/lib/minutes/lines";
import type { Fields, PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Block, Paper } from "@/lib/papers/model";
import { heading, numbered, paragraphs } from "@/lib/papers/parts/blocks";
import {
  agendaItems,
  hasBegun,
  identity,
  type MeetingFacts,
  meetingPlaceholders,
  meetingValues,
  placeAndDay,
  readMeeting,
} from "@/lib/papers/parts/meeting";
import { type Attendee, listAttendees, nameAndPost, presentName, seatWords } from "@/lib/papers/parts/people";
import { type CarriedRow, carriedTable, type PlanRow, readPlan, shortPlanTable } from "@/lib/papers/parts/plan";
import {
  type Line,
  type Photo,
  type ProblemRow,
  photoBlocks,
  problemTable,
  readLines,
  readPhotos,
  readProblems,
  sectionBlocks,
} from "@/lib/papers/parts/results";
import { shared } from "@/lib/papers/parts/shared-reads";
import { findLeader, findNoteTaker, listSeatsOn, type Signer, signatory } from "@/lib/papers/parts/signatories";
import { paragraphsOf, worded } from "@/lib/papers/parts/wording";
import { formatDayLong } from "@/lib/time";

export type MinutesFacts = {
  meeting: MeetingFacts;
  attendees: Attendee[];
  rows: Line[];
  problems: ProblemRow[];
  plan: PlanRow[];
  carried: CarriedRow[];
  photos: Photo[];
  leader: Signer | null;
  noteTaker: Signer | null;
};

export const readMinutes = shared(async (actor: Actor, id: string): Promise<MinutesFacts | null> => {
  const meeting = await readMeeting(actor, id);
  if (!meeting) return null;
  const [attendees, rows, problems, { plan, carried }, photos, seats] = await Promise.all([
    listAttendees(actor, id),
    readLines(actor, id),
    readProblems(actor, id),
    readPlan(actor, id),
    readPhotos(actor, id, `${meeting.title}, ${formatDayLong(meeting.day)}`),
    listSeatsOn(meeting.host.id, meeting.day, meeting.timeZone),
  ]);
  const noteTaker = await findNoteTaker(
    rows.map(({ author }) => author),
    meeting.organiserIds,
  );
  const leader = findLeader(meeting, attendees, seats);
  return { meeting, attendees, rows, problems, plan, carried, photos, leader, noteTaker };
});

const wording = {
  closing: {
    label: "Kalimat penutup",
    text: "Demikian notulen ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
    placeholders: meetingPlaceholders,
  },
};

/** "Camat Sragi (diwakili Laksmi Handayani, S.Sos., Sekretaris Kecamatan)". */
export function leaderWords(leader: Signer | null): string | null {
  if (!leader) return null;
  return leader.onBehalfOf ? `${leader.onBehalfOf} (diwakili ${nameAndPost(leader)})` : nameAndPost(leader);
}

function compose(facts: MinutesFacts, settings: PaperSettings): Paper {
  const { meeting } = facts;
  const title = `Notulen ${meeting.title}`;
  return {
    title,
    organisation: meeting.host.name,
    size: settings.size,
    notes: [],
    sections: [
      {
        orientation: "portrait",
        letterhead: settings.letterhead,
        blocks: [
          { type: "title", lines: ["NOTULEN", meeting.title.toUpperCase()] },
          ...identityBlocks(facts),
          ...resultBlocks(facts),
          ...paragraphs(paragraphsOf(worded(settings, wording, "closing", meetingValues(meeting)))),
          signatures(facts),
          ...withHeading("Dokumentasi", photoBlocks(facts.photos)),
        ],
      },
    ],
  };
}

function identityBlocks({ meeting, attendees, leader, noteTaker }: MinutesFacts): Block[] {
  const present = attendees.filter((attendee) => attendee.isPresent);
  return [
    identity(meeting, [
      ["Pimpinan Rapat", leaderWords(leader)],
      ["Notulis", noteTaker && nameAndPost(noteTaker)],
      ["Peserta", present.length > 0 ? `${present.length} orang (daftar hadir terlampir)` : null],
    ]),
    ...withHeading("Susunan Acara", numbered(agendaItems(meeting))),
    ...withHeading("Peserta yang Diwakili", representedBlocks(present)),
  ];
}

function representedBlocks(present: readonly Attendee[]): Block[] {
  return numbered(present.filter(({ delegate }) => delegate).map(seatWords));
}

export function resultBlocks({ rows, problems, plan, carried }: Omit<MinutesFacts, "meeting">): Block[] {
  const evaluation = [...(carried.length > 0 ? [carriedTable(carried)] : []), ...sectionBlocks(rows, "EVALUATION")];
  return [
    ...withHeading("Evaluasi Rencana Tindak Lanjut yang Lalu", evaluation),
    ...withHeading("Capaian", sectionBlocks(rows, "ACHIEVEMENT")),
    ...withHeading("Permasalahan", [
      ...sectionBlocks(rows, "PROBLEMS"),
      ...(problems.length > 0 ? [problemTable(problems)] : []),
    ]),
    ...withHeading("Hambatan", sectionBlocks(rows, "OBSTACLES")),
    ...withHeading("Tanya Jawab", sectionBlocks(rows, "QUESTIONS")),
    ...withHeading("Keputusan dan Kesimpulan", sectionBlocks(rows, "DECISIONS")),
    ...withHeading("Rekomendasi", sectionBlocks(rows, "RECOMMENDATIONS")),
    ...withHeading(sectionNames.OTHER, sectionBlocks(rows, "OTHER")),
    ...withHeading("Rencana Tindak Lanjut", plan.length > 0 ? [shortPlanTable(plan)] : []),
  ];
}

export function withHeading(text: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(2, text), ...blocks];
}

function signatures({ meeting, leader, noteTaker }: MinutesFacts): Block {
  return {
    type: "signatures",
    columns: 2,
    placeAndDay: placeAndDay(meeting.host, meeting.day),
    parties: [signatory("Pimpinan Rapat", leader), signatory("Notulis", noteTaker)],
  };
}

function missing({ meeting, rows, plan, carried, attendees, leader }: MinutesFacts): string[] {
  if (!hasBegun(meeting)) return ["Kegiatan belum berlangsung: notulen terisi sejak kegiatan dimulai di Ringkasan."];
  const sections = missingSections(rows.map(({ section }) => ({ section, isDeleted: false })));
  return [
    ...(rows.length === 0 ? ["Notulen masih kosong: tulis di bagian Notulen."] : []),
    ...(rows.length > 0 && asksForSections(meeting.kind) && sections.length > 0
      ? [`Notulen belum memuat ${sectionList(sections).toLowerCase()}: tulis di bagian Notulen.`]
      : []),
    ...(attendees.some(({ isPresent }) => isPresent) ? [] : ["Belum ada yang tercatat hadir: catat di Kehadiran."]),
    ...(leader ? [] : ["Pimpinan rapat belum diisi: isi di Ringkasan, tombol Ubah."]),
    ...(carried.every(({ outcome }) => outcome)
      ? []
      : ["RTL lalu belum semuanya diberi status: isi di bagian RTL lalu."]),
    ...(plan.length > 0 || !asksForSections(meeting.kind) ? [] : ["RTL belum ada: tulis di bagian RTL."]),
  ];
}

function fields(facts: MinutesFacts): Fields {
  const { meeting, leader, noteTaker, attendees, rows, plan } = facts;
  const of = (section: Line["section"]) => rows.filter((row) => row.section === section).map((row) => row.text);
  return {
    values: {
      ...meetingValues(meeting),
      pimpinan: leaderWords(leader) ?? "",
      notulis: noteTaker?.name ?? "",
      jumlah_hadir: `${attendees.filter(({ isPresent }) => isPresent).length}`,
      capaian: of("ACHIEVEMENT").join("\n"),
      permasalahan: of("PROBLEMS").join("\n"),
      hambatan: of("OBSTACLES").join("\n"),
      kesimpulan: of("DECISIONS").join("\n"),
      rekomendasi: of("RECOMMENDATIONS").join("\n"),
    },
    lists: {
      acara: agendaItems(meeting).map((acara, index) => ({ no: `${index + 1}`, acara })),
      peserta: attendees
        .filter(({ isPresent }) => isPresent)
        .map((attendee, index) => ({
          no: `${index + 1}`,
          nama: presentName(attendee),
          jabatan: seatWords(attendee),
        })),
      tanya_jawab: rows
        .filter(({ section }) => section === "QUESTIONS")
        .map(({ asker, institution, text, answer }, index) => ({
          no: `${index + 1}`,
          penanya: [asker, institution].filter(Boolean).join(", "),
          pertanyaan: text,
          jawaban: answer ?? "",
        })),
      rtl: planFields(plan),
    },
  };
}

export function planFields(plan: readonly PlanRow[]): Record<string, string>[] {
  return plan.map((row) => ({
    no: `${row.number}`,
    masalah: row.problem ?? "",
    kegiatan: row.activity,
    penanggung_jawab: row.owner,
    desa: row.villages.join(", "),
    target: row.target,
    batas_waktu: formatDayLong(row.deadline),
  }));
}

export const minutes: PaperDefinition<MinutesFacts> = {
  kind: "minutes",
  slug: "notulen",
  name: "Notulen",
  subject: "meeting",
  formats: ["pdf", "docx"],
  isLetter: false,
  wording,
  read: readMinutes,
  organisationId: ({ meeting }) => meeting.host.id,
  compose,
  fields,
  missing,
};
