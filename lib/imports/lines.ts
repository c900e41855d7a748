import { type Refusal, refuse } from "@/lib/actor";
import { readCsv, UnreadableText, unguardFormula } from "@/lib/imports/csv";
import type { WorkbookLimits } from "@/lib/imports/sheet-cells";
import { UnreadableWorkbook } from "@/lib/imports/unreadable";
import { readWorkbook } from "@/lib/imports/workbook";

type Options = {
  limits: WorkbookLimits;
  /** Said of a sheet that lies beyond the limits. */
  tooBig: string;
  /** What stands for a number of a workbook; as it is written where left out. */
  wordNumber?: (digits: string) => string;
};

/**
 * The rows of an XLSX or CSV file as trimmed text, recognised by its content; a refusal says what is wrong with the
 * whole of it.
 */
export async function readLines(
  bytes: Buffer,
  { limits, tooBig, wordNumber }: Options,
): Promise<{ ok: true; lines: string[][] } | Refusal> {
  const signature = bytes.toString("latin1", 0, 4);
  try {
    if (signature.startsWith("PK"))
      return { ok: true, lines: (await readWorkbook(bytes, limits, wordNumber)).map(trimmed) };
    if (signature === "\xd0\xcf\x11\xe0")
      return no("Ini berkas Excel lama (.xls) atau bersandi. Simpan sebagai XLSX atau CSV, lalu unggah lagi.");
    const isWideText = signature.startsWith("\xff\xfe");
    if (!isWideText && bytes.includes(0))
      return no("Isi berkas ini bukan XLSX atau CSV, apa pun namanya. Pilih berkas lain.");
    return { ok: true, lines: readCsv(bytes).map(trimmed) };
  } catch (error) {
    if (error instanceof UnreadableText)
      return no(
        `Berkas CSV ini tidak terbaca${error.line === null ? "" : ` di sekitar baris ${error.line}`}: ada tanda petik yang tidak ditutup. Perbaiki, atau simpan sebagai XLSX.`,
      );
    if (!(error instanceof UnreadableWorkbook)) throw error;
    return no(
      error.why === "too big"
        ? tooBig
        : "Berkas ini bukan XLSX yang utuh. Buka dengan Excel atau LibreOffice, simpan lagi sebagai XLSX, lalu unggah.",
    );
  }
}

function trimmed(cells: readonly string[]): string[] {
  return cells.map((cell) => unguardFormula(storable(cell).trim()));
}

/** Rows are kept as JSON, in which the database takes neither the zero byte nor half a character. */
function storable(cell: string): string {
  return cell.replaceAll("\0", "").replace(/\p{Cs}/gu, "\ufffd");
}

function no(reason: string): Refusal {
  return refuse(reason, "file");
}
