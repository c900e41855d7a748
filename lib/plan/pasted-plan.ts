import { parseDecimal } from "@/lib/decimal";
import { onlyMeant, type ReadyChoice } from "@/lib/found-choices";
import { plainWords } from "@/lib/plain-words";
import { readTypedDay } from "@/lib/plan/typed-day";
import { emptyTexts, type RowField, type RowTexts } from "@/lib/plan/typed-row";
import { readTypedVillages, type VillageChoice } from "@/lib/plan/typed-villages";
import { formatDay } from "@/lib/time";

export type PlanColumn = Exclude<RowField, "fundingSource" | "priority" | "problemId" | "baseline" | "unit"> | "none";

export const planColumnNames: Record<PlanColumn, string> = {
  activity: "Kegiatan",
  owner: "Penanggung jawab",
  deadline: "Batas waktu",
  villages: "Desa",
  problem: "Masalah",
  cause: "Penyebab",
  support: "Pihak pendukung",
  indicator: "Indikator",
  target: "Target",
  none: "Dilewati",
};

export type Block = readonly (readonly string[])[];

export type PlanKnown = { meetingDay: string; villages: readonly VillageChoice[]; owners: readonly ReadyChoice[] };

export const mostPasted = 200;

const headings: readonly [PlanColumn, RegExp][] = [
  ["none", /^(no|nomor|ket|keterangan)\b/],
  ["deadline", /waktu|tanggal|jadwal|tenggat|deadline/],
  ["owner", /penanggung|pelaksana|\bpj\b|\bpic\b/],
  ["support", /pendukung|dukungan|lintas sektor/],
  ["cause", /penyebab/],
  ["problem", /masalah/],
  ["indicator", /indikator/],
  ["villages", /\bdesa\b|kelurahan|lokasi|tempat/],
  ["target", /target|sasaran/],
  ["activity", /kegiatan|tindak lanjut|\brtl\b|rencana|upaya|aktivitas/],
];

/** What each column of a pasted table is: by its heading, else by what is in it. */
export function guessColumns(block: Block, known: PlanKnown): { hasHeading: boolean; columns: PlanColumn[] } {
  const [first = []] = block;
  const named = once(first.map(headingOf));
  if (named.includes("activity") && named.filter((column) => column !== "none").length > 1)
    return { hasHeading: true, columns: named };
  const width = Math.max(0, ...block.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, c) =>
    columnOf(
      block.map((row) => row[c] ?? ""),
      known,
    ),
  );
  return { hasHeading: false, columns: once(inOrder(columns)) };
}

function headingOf(text: string): PlanColumn {
  const words = plainWords(text);
  if (words.length > 60) return "none";
  return headings.find(([, pattern]) => pattern.test(words))?.[0] ?? "none";
}

function columnOf(texts: readonly string[], known: PlanKnown): PlanColumn | null {
  const filled = texts.filter((text) => text.trim() !== "");
  const most = (isSo: (text: string) => boolean) => filled.length > 0 && filled.filter(isSo).length * 2 > filled.length;
  if (most((text) => /^\s*[\divx]{1,4}[.)]?\s*$/i.test(text))) return "none";
  if (most((text) => readTypedDay(text, known.meetingDay).day !== undefined)) return "deadline";
  if (most((text) => (readTypedVillages(text, known.villages).codes ?? []).length > 0)) return "villages";
  return null;
}

function inOrder(columns: readonly (PlanColumn | null)[]): PlanColumn[] {
  const left: PlanColumn[] = ["activity", "owner"];
  return columns.map((column) => column ?? left.shift() ?? "none");
}

function once(columns: readonly PlanColumn[]): PlanColumn[] {
  return columns.map((column, at) => (columns.indexOf(column) === at ? column : "none"));
}

export type PastedCell = { column: PlanColumn; text: string; meant?: string; reason?: string };

export type PastedRow = { texts: RowTexts; ownerValue: string; cells: PastedCell[] };

export function readPasted(block: Block, columns: readonly PlanColumn[], known: PlanKnown): PastedRow[] {
  return block
    .filter((row) => row.some((text) => text.trim() !== ""))
    .slice(0, mostPasted)
    .map((row) => readRow(row, columns, known));
}

function readRow(row: readonly string[], columns: readonly PlanColumn[], known: PlanKnown): PastedRow {
  const texts: RowTexts = { ...emptyTexts };
  let ownerValue = "";
  const cells = columns.map((column, c): PastedCell => {
    const text = lineOf(column, (row[c] ?? "").trim());
    if (column === "none") return { column, text };
    texts[column] = text;
    const percent = column === "target" && /^(\d[\d.,]{0,14})\s?(?:%|persen)$/i.exec(text)?.[1];
    if (percent) Object.assign(texts, { target: percent, unit: "%" });
    if (column === "owner") {
      const meant = onlyMeant(text, known.owners);
      ownerValue = meant?.value ?? "";
      if (meant) texts.owner = meant.label;
    }
    return { column, text, ...judged(column, texts[column], ownerValue, known) };
  });
  return { texts, ownerValue, cells };
}

function lineOf(column: PlanColumn, text: string): string {
  if (column === "activity" || column === "problem" || column === "cause") return text;
  return text.replaceAll("\n", column === "villages" ? ", " : " ");
}

const longest: Partial<Record<PlanColumn, number>> = { activity: 500, owner: 160, problem: 500, cause: 500 };

function judged(column: PlanColumn, text: string, ownerValue: string, known: PlanKnown) {
  const most = longest[column] ?? 300;
  if (text.length > most && ownerValue === "")
    return { reason: `${planColumnNames[column]} paling banyak ${most} huruf` };
  if (column === "activity") return text === "" ? { reason: "Isi kegiatan" } : {};
  if (column === "owner") {
    if (ownerValue) return { meant: text };
    return text === "" ? { reason: "Isi penanggung jawab" } : { meant: "ditulis sebagai instansi" };
  }
  if (column === "deadline") {
    const { day, reason } = readTypedDay(text, known.meetingDay);
    return day === undefined ? { reason } : { meant: formatDay(day) };
  }
  if (column === "target" && text !== "" && parseDecimal(text) === null)
    return { reason: "Tulis target sebagai angka, misalnya 77,5" };
  if (column === "villages") {
    const { reason } = readTypedVillages(text, known.villages);
    return reason === undefined ? {} : { reason };
  }
  return {};
}
