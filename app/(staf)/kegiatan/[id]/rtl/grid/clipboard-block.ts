import { readBlock } from "@/lib/figures/paste";
import { mostPasted } from "@/lib/plan/pasted-plan";

const mostColumns = 20;

/** A table or several lines on the clipboard; null where it is a word or a sentence that goes into the cell. */
export function clipboardBlock(data: DataTransfer): string[][] | null {
  const html = data.getData("text/html");
  const table = html.length < 5_000_000 && /<table/i.test(html) ? tableIn(html) : null;
  const block = table ?? readBlock(data.getData("text/plain").slice(0, 500_000));
  const rows = block.filter((row) => row.some((text) => text !== ""));
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows.slice(0, mostPasted + 1) : null;
}

/** Cells of the first table, those that reach over several rows or columns repeated. */
function tableIn(html: string): string[][] | null {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return null;
  const rows = [...table.rows].slice(0, mostPasted + 1);
  const block = rows.map((): (string | undefined)[] => Array.from({ length: mostColumns }));
  rows.forEach((row, r) => {
    for (const cell of row.cells) {
      const c = block[r]?.indexOf(undefined) ?? -1;
      if (c < 0) break;
      const words = wordsOf(cell);
      for (const line of block.slice(r, r + Math.max(1, cell.rowSpan))) line.fill(words, c, c + cell.colSpan);
    }
  });
  const width = Math.max(...block.map((line) => line.findLastIndex((text) => text !== undefined) + 1), 0);
  return block.map((line) => line.slice(0, width).map((text) => text ?? ""));
}

const lineEnd = "\ue000";

function wordsOf(cell: HTMLTableCellElement): string {
  for (const end of cell.querySelectorAll("br, p + p, li + li")) end.before(lineEnd);
  const words = (cell.textContent ?? "").replace(/\s+/g, " ").split(lineEnd);
  return words
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}
