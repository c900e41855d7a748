import type { Actor } from "@/lib/actor";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Block, Column, Paper } from "@/lib/papers/model";
import { dayCell, factRows, heading, numberCell, numberColumn } from "@/lib/papers/parts/blocks";
import { findOffice, type OfficeFacts, placeAndDay } from "@/lib/papers/parts/meeting";
import { findHead, listSeatsOn, type Signer, signatory } from "@/lib/papers/parts/signatories";
import type { ListedItem } from "@/lib/plan/item-query";
import { formatNumber, isOverdue, ownerWords } from "@/lib/plan/rules";
import { type Covered, type FoundProgramme, findProgramme, listCoverage } from "@/lib/programmes/reads";
import { listProgrammeItems, type RollUpRow, rollUp } from "@/lib/programmes/roll-up";
import { coverageNames } from "@/lib/programmes/rules";
import { progressWords } from "@/lib/progress/rules";
import { dayOf, formatDayLong, formatDayShort } from "@/lib/time";

type Facts = {
  programme: FoundProgramme;
  office: OfficeFacts;
  members: Covered[];
  byTopic: RollUpRow[];
  byOwner: RollUpRow[];
  items: ListedItem[];
  head: Signer | null;
  today: string;
};

const mostItems = 500;

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const programme = await findProgramme(actor, id);
  if (!programme) return null;
  const now = new Date();
  const { timeZone } = programme.organisation;
  const today = dayOf(now, timeZone);
  const [office, members, byTopic, byOwner, { items }, seats] = await Promise.all([
    findOffice(programme.organisationId),
    listCoverage(actor, id, now),
    rollUp(actor, id, "topic", now),
    rollUp(actor, id, "owner", now),
    listProgrammeItems(actor, id, {}, mostItems),
    listSeatsOn(programme.organisationId, today, timeZone),
  ]);
  return { programme, office, members, byTopic, byOwner, items, today, head: await findHead(office, seats, today) };
}

const visitedOf = (members: readonly Covered[]) => members.filter(({ isVisited }) => isVisited);

function compose(facts: Facts, settings: PaperSettings): Paper {
  const { programme, office, members, byTopic, byOwner, items, today, head } = facts;
  const title = `Laporan Program ${programme.name}`;
  return {
    title,
    organisation: office.name,
    size: settings.size,
    notes: [],
    sections: [
      {
        orientation: "portrait",
        letterhead: settings.letterhead,
        blocks: [
          { type: "title", lines: ["LAPORAN PROGRAM", programme.name.toUpperCase()] },
          identityOf(facts),
          heading(2, "Cakupan kunjungan"),
          coverageTable(visitedOf(members)),
          ...rollUpBlocks("Temuan dan RTL menurut topik", "Topik", "Tanpa topik", byTopic),
          ...rollUpBlocks("Temuan dan RTL menurut penanggung jawab", "Penanggung jawab", "Belum ditentukan", byOwner),
          {
            type: "signatures",
            columns: 2,
            placeAndDay: placeAndDay(office, today),
            parties: [signatory(null, head, `Kepala ${office.name}`)],
          },
        ],
      },
      ...(items.length > 0
        ? [
            {
              orientation: "landscape" as const,
              letterhead: null,
              blocks: [heading(2, "Rencana tindak lanjut semua kunjungan"), planTable(items, today)],
            },
          ]
        : []),
    ],
  };
}

function identityOf({ programme, members }: Facts): Block {
  const visited = visitedOf(members);
  const held = visited.filter(({ state }) => state === "held").length;
  const joined = members.filter(({ isVisited }) => !isVisited).map(({ name }) => name);
  const figures = programme.indicators.map(({ name, baseline, target, unit }) =>
    [
      name,
      baseline === null ? null : `awal ${formatNumber(baseline)}`,
      target === null ? null : `target ${formatNumber(target)}${unit ? ` ${unit}` : ""}`,
    ]
      .filter(Boolean)
      .join(", "),
  );
  return factRows([
    ["Tujuan", programme.goal],
    ["Masa", `${formatDayLong(programme.startsOn)} s.d. ${formatDayLong(programme.endsOn)}`],
    ["Indikator", figures.join("\n")],
    ["Fasilitator", programme.facilitators.map((one) => `${one.name}, ${one.title}, ${one.institution}`).join("\n")],
    ["Ikut serta", joined.join(", ")],
    ["Sudah dikunjungi", `${held} dari ${visited.length}`],
  ]);
}

const counts: Column[] = [
  { head: "Temuan", width: 9, align: "right", type: "number" },
  { head: "RTL", width: 8, align: "right", type: "number" },
];

const counted = (value: number) => ({ text: `${value}`, value });

function coverageTable(rows: readonly Covered[]): Block {
  return {
    type: "table",
    caption: "Cakupan kunjungan",
    columns: [
      numberColumn,
      { head: "Dikunjungi", width: 30 },
      { head: "Status", width: 18 },
      { head: "Tanggal", width: 18, type: "date" },
      ...counts,
      { head: "Selesai", width: 9, align: "right", type: "number" },
    ],
    rows: rows.map((row, index) => {
      const visit = row.visits.findLast(({ status }) => status !== "CANCELLED");
      return [
        numberCell(index + 1),
        row.name,
        coverageNames[row.state],
        visit ? dayCell(visit.day, formatDayShort) : "–",
        counted(row.findings),
        counted(row.items),
        counted(row.items - row.open),
      ];
    }),
  };
}

function rollUpBlocks(title: string, head: string, none: string, rows: readonly RollUpRow[]): Block[] {
  if (rows.length === 0) return [];
  return [
    heading(2, title),
    {
      type: "table",
      caption: title,
      columns: [
        { head, width: 46 },
        ...counts,
        { head: "Selesai", width: 12, align: "right", type: "number" },
        { head: "Terlambat", width: 14, align: "right", type: "number" },
      ],
      rows: rows.map(({ name, findings, items, done, overdue }) => [
        name ?? none,
        ...[findings, items, done, overdue].map(counted),
      ]),
    },
  ];
}

function planTable(items: readonly ListedItem[], today: string): Block {
  return {
    type: "table",
    caption: "Rencana tindak lanjut",
    columns: [
      numberColumn,
      { head: "Dikunjungi", width: 18 },
      { head: "Masalah", width: 22 },
      { head: "Kegiatan", width: 26 },
      { head: "Penanggung jawab", width: 22 },
      { head: "Batas waktu", width: 13, type: "date" },
      { head: "Kemajuan", width: 13 },
    ],
    rows: items.map((item, index) => [
      numberCell(index + 1),
      item.puskesmas.join(", "),
      item.problem ?? "–",
      item.activity,
      ownerWords(item),
      dayCell(item.deadline, formatDayShort),
      `${progressWords(item)}${isOverdue(item, today) ? ", terlambat" : ""}`,
    ]),
  };
}

export const programmeReport: PaperDefinition<Facts> = {
  kind: "programme-report",
  slug: "laporan-program",
  name: "Laporan program",
  subject: "programme",
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  wording: {},
  read,
  organisationId: ({ office }) => office.id,
  compose,
  fields: ({ programme, members, items }) => ({
    values: {
      program: programme.name,
      tujuan: programme.goal,
      dikunjungi: `${visitedOf(members).filter(({ state }) => state === "held").length}`,
      peserta: `${visitedOf(members).length}`,
    },
    lists: {
      rtl: items.map((item, index) => ({
        ...{ no: `${index + 1}`, dikunjungi: item.puskesmas.join(", "), kegiatan: item.activity },
        ...{ penanggung_jawab: ownerWords(item), batas_waktu: formatDayLong(item.deadline) },
      })),
    },
  }),
  missing: ({ members }) =>
    visitedOf(members).length > 0 ? [] : ["Belum ada yang dikunjungi dalam program ini: pilih di bagian Ubah."],
};
