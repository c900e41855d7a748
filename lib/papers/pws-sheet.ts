import { inLocalWords } from "@/lib/area-words/local";
import { wordsOfVillages } from "@/lib/area-words/words";
import { spreadNames } from "@/lib/indicators/names";
import type { PaperDefinition } from "@/lib/papers/definition";
import { targetBarsSvg } from "@/lib/papers/drawings/target-bars";
import { findHead, type Head, headSignatures } from "@/lib/papers/head";
import type { Block, Cell, Column } from "@/lib/papers/model";
import { endOfMonth, momentOf, splitSubject } from "@/lib/papers/pws-facts";
import { formatNumber } from "@/lib/plan/rules";
import { findPws } from "@/lib/pws/pws";
import {
  bareFigure,
  figureWords,
  gapWords,
  goneWords,
  statusMeanings,
  toDateWords,
  trendSigns,
} from "@/lib/pws/readings";

type Found = NonNullable<Awaited<ReturnType<typeof findPws>>>;
export type PwsSheetFacts = { pws: Found; head: Head };

export const pwsSheet: PaperDefinition<PwsSheetFacts> = {
  kind: "pws-sheet",
  slug: "pws",
  name: "PWS satu indikator",
  subject: "indicator",
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  options: ["tahun", "bulan"],
  wording: {},
  /** Subject: "<puskesmasId>:<indicatorId>". Options: tahun, bulan. */
  async read(actor, subjectId, options) {
    const [puskesmasId, indicatorId] = splitSubject(subjectId);
    const moment = await momentOf(actor, puskesmasId, options);
    const pws = await findPws(actor, { puskesmasId, indicatorId, ...moment, span: 12 });
    if (!pws) return null;
    const { id, timeZone } = pws.puskesmas;
    const head = await findHead({ hostId: id, startsAt: endOfMonth(moment, timeZone), timeZone });
    return { pws, head };
  },
  organisationId: ({ pws }) => pws.puskesmas.id,
  compose: (facts, { size, letterhead }) => ({
    title: `PWS ${facts.pws.indicator.name} ${toDateWords(facts.pws.indicator, facts.pws)}`,
    organisation: facts.pws.puskesmas.name,
    size,
    sections: [{ orientation: "portrait", letterhead, blocks: blocksOf(facts) }],
    notes: [],
  }),
  fields: ({ pws }) => ({
    values: {
      indikator: pws.indicator.name,
      puskesmas: pws.puskesmas.name,
      periode: toDateWords(pws.indicator, pws),
      capaian_puskesmas: figureWords(pws.indicator, pws.total.figure),
    },
    lists: {
      desa: rankedRows(pws).map(({ village, own }, index) => ({
        no: String(index + 1),
        desa: village.name,
        capaian: figureWords(pws.indicator, own.figure),
        selisih: gapWords(own.gap),
        status: own.status ? own.status.toUpperCase() : "–",
      })),
    },
  }),
  missing: ({ pws }) =>
    pws.achievements.some(({ figure }) => figure !== null)
      ? []
      : [`Belum ada angka ${pws.indicator.name} ${toDateWords(pws.indicator, pws)}: isi di Capaian, bagian Isi angka.`],
};

function rankedRows({ villages, achievements }: Found) {
  return villages
    .flatMap((village, place) => {
      const own = achievements[place];
      return own ? [{ village, own }] : [];
    })
    .sort((one, other) => (one.own.rank ?? Infinity) - (other.own.rank ?? Infinity) || 0);
}

const columns: Column[] = [
  { head: "No", width: 6, align: "center", type: "number" },
  { head: "Desa", width: 28 },
  { head: "Sasaran", width: 12, align: "right", type: "number" },
  { head: "Jumlah", width: 12, align: "right", type: "number" },
  { head: "Capaian", width: 14, align: "right" },
  { head: "Selisih dari target", width: 14, align: "right" },
  { head: "Tren", width: 7, align: "center" },
  { head: "Status", width: 11 },
];

function blocksOf({ pws, head }: PwsSheetFacts): Block[] {
  const { indicator, total, year } = pws;
  const rows = rankedRows(pws);
  const target = rows[0]?.own.target ?? null;
  const when = toDateWords(indicator, pws);
  const targetName = target === null ? "" : `target ${when} ${figureWords(indicator, target)}`;
  const bars = rows.map(({ village, own }) => ({
    name: village.name,
    words: own.figure === null ? "belum ada" : `${figureWords(indicator, own.figure)} ${trendSigns[own.trend]}`.trim(),
    value: own.figure,
  }));
  const measure = indicator.yearTarget
    ? `${figureWords(indicator, indicator.yearTarget.target)}, ${spreadNames[indicator.spread].toLowerCase()}`
    : "belum diisi";
  return [
    { type: "title", lines: ["PEMANTAUAN WILAYAH SETEMPAT (PWS)", indicator.name.toUpperCase()] },
    {
      type: "facts",
      rows: [
        { label: "Puskesmas", text: pws.puskesmas.name },
        { label: "Periode", text: when },
        { label: `Target ${year}`, text: measure },
        { label: "Capaian puskesmas", text: `${figureWords(indicator, total.figure)}, selisih ${gapWords(total.gap)}` },
        ...(indicator.definition ? [{ label: "Definisi", text: indicator.definition }] : []),
      ],
    },
    {
      type: "drawing",
      svg: targetBarsSvg(bars, target, targetName),
      alt: `Diagram batang ${indicator.name} ${inLocalWords(wordsOfVillages(pws.villages.map(({ code }) => code)), "per desa")} ${when}${targetName ? `, garis ${targetName}` : ""}: ${bars.map(({ name, words }) => `${name} ${words}`).join(", ")}`,
      width: 160,
    },
    { type: "table", caption: `Capaian per desa ${when}`, columns, rows: rows.map(rowOf(indicator)) },
    { type: "paragraph", text: `Status: ${statusWords}.${indicator.lowerIsBetter ? " Makin kecil makin baik." : ""}` },
    headSignatures(head),
  ];
}

const statusWords = Object.entries(statusMeanings)
  .map(([status, meaning]) => `${status}: ${meaning}`)
  .join("; ");

const counted = (value: number | null): Cell => (value === null ? "–" : { text: formatNumber(value), value });

function rowOf(indicator: Found["indicator"]) {
  return ({ village, own }: ReturnType<typeof rankedRows>[number], index: number): Cell[] => [
    { text: String(index + 1), value: index + 1 },
    village.name,
    counted(own.denominator),
    counted(own.total ?? own.value),
    own.figure === null
      ? own.gone
        ? goneWords[own.gone]
        : "–"
      : bareFigure(indicator, own.figure) + unitOf(indicator),
    gapWords(own.gap),
    trendSigns[own.trend] || "–",
    own.status ?? "–",
  ];
}

const unitOf = ({ form }: Found["indicator"]) => (form === "COUNT" ? "" : "\u00a0%");
