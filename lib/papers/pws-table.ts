import { inLocalWords } from "@/lib/area-words/local";
import { wordsOfVillages } from "@/lib/area-words/words";
import type { PaperDefinition } from "@/lib/papers/definition";
import { findHead, type Head, headSignatures } from "@/lib/papers/head";
import type { Block, Cell, Column, Section } from "@/lib/papers/model";
import { endOfMonth, momentOf, numberWithin, splitSubject } from "@/lib/papers/pws-facts";
import type { Achievement, Status } from "@/lib/pws/achievement";
import { listPws, type Pws, type PwsColumn } from "@/lib/pws/pws";
import { bareFigure, figureWords, momentName, statusLetters, statusMeanings, trendSigns } from "@/lib/pws/readings";

export type PwsTableFacts = { pws: Pws; head: Head };

export const pwsTable: PaperDefinition<PwsTableFacts> = {
  kind: "pws-table",
  slug: "pws-desa",
  name: "Capaian semua indikator per desa",
  subject: "year",
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  options: ["bulan", "topik"],
  wording: {},
  /** Options: bulan, topik. */
  async read(actor, subjectId, options) {
    const [puskesmasId, tahun] = splitSubject(subjectId);
    if (numberWithin(tahun, 2000, 2100) === null) return null;
    const moment = await momentOf(actor, puskesmasId, { ...options, tahun });
    const pws = await listPws(actor, { puskesmasId, ...moment, topic: options.topik || undefined });
    if (!pws) return null;
    const { id, timeZone } = pws.puskesmas;
    const head = await findHead({ hostId: id, startsAt: endOfMonth(moment, timeZone), timeZone });
    return { pws, head };
  },
  organisationId: ({ pws }) => pws.puskesmas.id,
  compose: ({ pws, head }, { size, letterhead }) => ({
    title: `${sayOf(pws)("Capaian per Desa")} ${pws.puskesmas.name} ${momentName(pws)}`,
    organisation: pws.puskesmas.name,
    size,
    sections: sheets(pws.columns).map((columns, index, all): Section => {
      const isLast = index === all.length - 1;
      const title: Block[] = [
        { type: "title", lines: [sayOf(pws)("CAPAIAN INDIKATOR PER DESA"), `SAMPAI ${momentName(pws).toUpperCase()}`] },
      ];
      return {
        orientation: "landscape",
        letterhead: index === 0 ? letterhead : null,
        blocks: [
          ...title,
          tableOf(pws, columns),
          { type: "paragraph", text: legend },
          ...(isLast ? [headSignatures(head)] : []),
        ],
      };
    }),
    notes: [],
  }),
  fields: ({ pws }) => ({
    values: { puskesmas: pws.puskesmas.name, periode: momentName(pws) },
    lists: {
      capaian: pws.columns.map(({ indicator, total }) => ({
        indikator: indicator.name,
        capaian: figureWords(indicator, total.figure),
        target: figureWords(indicator, total.target),
      })),
    },
  }),
  missing: ({ pws }) =>
    pws.columns.length > 0 ? [] : ["Belum ada indikator: tambahkan di Capaian, bagian Indikator."],
};

const perSheet = 9;

function sheets(columns: readonly PwsColumn[]): PwsColumn[][] {
  return Array.from({ length: Math.ceil(columns.length / perSheet) }, (_, index) =>
    columns.slice(index * perSheet, (index + 1) * perSheet),
  );
}

const legend = `Huruf di belakang angka: ${Object.entries(statusLetters)
  .map(([status, letter]) => `${letter} = ${status}, ${meaningOf(status)}`)
  .join("; ")}. Panah: tren dari bulan sebelumnya. – : belum dilaporkan, atau tidak ada sasaran.`;

function meaningOf(status: string): string {
  return Object.entries(statusMeanings).find(([name]) => name === status)?.[1] ?? "";
}

function tableOf({ villages, puskesmas }: Pws, columns: readonly PwsColumn[]): Block {
  const heads: Column[] = [
    { head: "No", width: 4, align: "center", type: "number" },
    { head: "Desa", width: 16 },
    ...columns.map(({ indicator, total }) => ({
      head: `${indicator.name}${total.target === null ? "" : ` (${indicator.lowerIsBetter ? "≤" : "≥"} ${figureWords(indicator, total.target)})`}`,
      width: 9,
      align: "center" as const,
    })),
  ];
  const total: Cell[] = [
    "",
    { text: puskesmas.name, bold: true },
    ...columns.map((column) => bold(cellOf(column, column.total))),
  ];
  return {
    type: "table",
    caption: "Capaian per desa",
    columns: heads,
    rows: [
      ...villages.map((village, place): Cell[] => [
        { text: String(place + 1), value: place + 1 },
        village.name,
        ...columns.map((column) => cellOf(column, column.achievements[place])),
      ]),
      total,
    ],
  };
}

const bold = (text: string): Cell => ({ text, bold: true });

type Shown = { figure: number | null; status: Status | null; trend: Achievement["trend"] };

function cellOf({ indicator }: PwsColumn, own: Shown | undefined): string {
  if (!own || own.figure === null) return "–";
  return `${bareFigure(indicator, own.figure)} ${own.status ? statusLetters[own.status] : ""}${own.status ? trendSigns[own.trend] : ""}`.trim();
}

function sayOf({ villages }: Pick<Pws, "villages">): (text: string) => string {
  const words = wordsOfVillages(villages.map(({ code }) => code));
  return (text) => inLocalWords(words, text);
}
