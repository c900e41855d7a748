import { findMeeting } from "@/lib/meetings/reads";
import { organiserWords } from "@/lib/meetings/rules";
import type { PaperDefinition } from "@/lib/papers/definition";
import { fishboneSvg } from "@/lib/papers/drawings/fishbone";
import { findHead, type Head, headSignatures } from "@/lib/papers/head";
import type { Block, Cell, Column } from "@/lib/papers/model";
import { type ListedProblem, listProblems } from "@/lib/problems/reads";
import { causeGroupNames } from "@/lib/problems/rules";
import { dayOf, formatDay } from "@/lib/time";
import { CauseGroup } from "@/prisma/generated/enums";

export type PriorityFacts = {
  organisationId: string;
  organisation: string;
  title: string;
  day: string;
  place: string;
  /** The most urgent first, equals as the forum placed them. */
  problems: ListedProblem[];
  head: Head;
};

export const prioritySheet: PaperDefinition<PriorityFacts> = {
  kind: "priority-sheet",
  slug: "masalah-usg",
  name: "Lembar masalah, penyebab, dan USG",
  subject: "meeting",
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  wording: {},
  async read(actor, meetingId) {
    const meeting = await findMeeting(actor, meetingId);
    if (!meeting) return null;
    const [problems, head] = await Promise.all([listProblems(actor, meetingId), findHead(meeting)]);
    return {
      organisationId: meeting.hostId,
      organisation: organiserWords(meeting.organisers),
      title: meeting.title,
      day: dayOf(meeting.startsAt, meeting.timeZone),
      place: meeting.place,
      problems,
      head,
    };
  },
  organisationId: ({ organisationId }) => organisationId,
  compose: (facts, { size, letterhead }) => ({
    title: `Lembar Masalah dan USG ${facts.title}`,
    organisation: facts.organisation,
    size,
    sections: [{ orientation: "landscape", letterhead, blocks: [...rankingBlocks(facts), ...causeBlocks(facts)] }],
    notes: [],
  }),
  fields: ({ title, day, place, problems }) => ({
    values: { nama_kegiatan: title, tanggal: formatDay(day), tempat: place, jumlah_masalah: String(problems.length) },
    lists: { masalah: problems.map(problemFields) },
  }),
  missing: ({ problems }) =>
    problems.length > 0 ? [] : ["Belum ada masalah yang dicatat: tambahkan di bagian Masalah kegiatan ini."],
};

const rankingColumns: Column[] = [
  { head: "No", width: 5, align: "center", type: "number" },
  { head: "Masalah", width: 40 },
  { head: "Desa", width: 19 },
  { head: "U", group: "Jumlah nilai", width: 6, align: "right", type: "number" },
  { head: "S", group: "Jumlah nilai", width: 6, align: "right", type: "number" },
  { head: "G", group: "Jumlah nilai", width: 6, align: "right", type: "number" },
  { head: "Total", width: 7, align: "right", type: "number" },
  { head: "Penilai", width: 7, align: "right", type: "number" },
  { head: "Urutan", width: 12, align: "center" },
];

function rankingBlocks({ title, day, place, problems, head }: PriorityFacts): Block[] {
  const decisions = [...new Set(problems.flatMap(({ decision }) => decision ?? []))];
  return [
    { type: "title", lines: ["PENETAPAN URUTAN PRIORITAS MASALAH", "METODE USG (URGENCY, SERIOUSNESS, GROWTH)"] },
    {
      type: "facts",
      rows: [
        { label: "Kegiatan", text: title },
        { label: "Hari/tanggal", text: formatDay(day) },
        { label: "Tempat", text: place },
      ],
    },
    { type: "table", caption: "Urutan prioritas masalah", columns: rankingColumns, rows: problems.map(rankingRow) },
    {
      type: "paragraph",
      text: "Setiap penilai memberi nilai 1 sampai 5 untuk U (mendesak), S (gawat), dan G (berkembang). Urutan menurut rata-rata jumlah nilai; yang sama nilainya berbagi urutan.",
    },
    ...decisions.map((decision): Block => ({ type: "paragraph", text: `Kesepakatan forum: ${decision}` })),
    headSignatures(head),
  ];
}

const counted = (value: number): Cell => ({ text: String(value), value });

function rankingRow(problem: ListedProblem): Cell[] {
  const sumOf = (key: "urgency" | "seriousness" | "growth") =>
    problem.people === 0 ? "–" : counted(problem.scores.reduce((sum, score) => sum + score[key], 0));
  return [
    counted(problem.number),
    [problem.statement, problem.evidence ?? ""].filter(Boolean).join("\n"),
    villageWords(problem),
    sumOf("urgency"),
    sumOf("seriousness"),
    sumOf("growth"),
    problem.people === 0 ? "–" : counted(problem.sum),
    counted(problem.people),
    rankWords(problem),
  ];
}

function rankWords({ rank, shares, isDecided }: ListedProblem): string {
  if (rank === null) return "belum dinilai";
  if (shares === 1) return String(rank);
  return isDecided ? `${rank} (disepakati)` : `${rank} (nilai sama)`;
}

const villageWords = ({ villages }: ListedProblem) => villages.map(({ name }) => name).join(", ");

function causeBlocks({ problems }: PriorityFacts): Block[] {
  return problems
    .filter(({ causes }) => causes.length > 0)
    .flatMap((problem): Block[] => {
      const groups = Object.values(CauseGroup).map((group) => ({
        name: causeGroupNames[group],
        causes: problem.causes.filter((cause) => cause.group === group).map(({ text }) => text),
      }));
      const words = groups
        .filter(({ causes }) => causes.length > 0)
        .map(({ name, causes }) => `${name}: ${causes.join("; ")}`);
      return [
        { type: "pageBreak" },
        { type: "heading", level: 2, text: `Masalah ${problem.number}: penyebab (diagram tulang ikan)` },
        {
          type: "drawing",
          svg: fishboneSvg(problem.statement, groups),
          alt: `Penyebab masalah "${problem.statement}". ${words.join(". ")}`,
          width: 235,
        },
      ];
    });
}

function problemFields(problem: ListedProblem): Record<string, string> {
  const { number, statement, sum, people } = problem;
  return {
    no: String(number),
    masalah: statement,
    desa: villageWords(problem),
    total: people === 0 ? "–" : String(sum),
    urutan: rankWords(problem),
    penyebab: problem.causes.map(({ text }) => text).join("; "),
  };
}
